"""Until when somebody wants a pause. Pure."""

import re
from datetime import date, datetime, time, timedelta
from typing import Literal

from casework.base.clock import LONDON
from casework.claimants.rules import plus_months
from casework.reading import read_when

PAUSE = timedelta(days=14)
UNTIL = re.compile(r"\b(?:un)?til+ ")
FOR = re.compile(r"\bfor (?:now )?")
THIS = re.compile(r"\b(this|next) (week|month)(?:end)?\b|\btomorrow\b")
TODAY = re.compile(r"\b(?:today|tonight)\b")
BACK = re.compile(r"\b(?:back|home) (?:on |the )*")
# "Away til monday, so dont text me": the day stands before it.
SO = re.compile(r",? \b(?:so|please|pls|plz|can|no|dont|don['\u2019]t|do not|dnt|sto+p\w*|leave|im|i['\u2019]?m|as|cos|because)\b.*")


def pause_until(text: str, at: datetime) -> datetime:
    """The end of the day until which somebody wants a pause; two weeks where they name none that is to come."""
    rest = text.lower()
    rest = rest.partition("pause")[2].strip() or rest
    return datetime.combine(_named(rest, at) or (at + PAUSE).date(), time.max, LONDON)


def _named(rest: str, at: datetime) -> date | None:
    if (back := BACK.search(rest)) and (day := _day(SO.sub("", rest[back.end() :]), at, "start")):
        return day
    if until := UNTIL.search(rest):
        end = SO.sub("", rest[until.end() :])
        return _day(end, at, "start") or _day(f"until {end}", at, "end")
    length = FOR.search(rest)
    if length is None and (named := THIS.search(rest)):
        return _end(named, at.date())
    if length is None and TODAY.search(rest):
        return at.date()
    return _day(rest, at, "end") or _day(f"in {SO.sub('', rest[length.end() :]) if length else rest}", at, "end")


def _end(named: re.Match[str], today: date) -> date:
    """The last day of a week or month that is named; weeks end on Sundays."""
    more = int(named[1] == "next")
    if named[2] == "week":
        return today + timedelta(days=6 - today.weekday() + 7 * more)
    if named[2] == "month":
        return plus_months(today.replace(day=1), 1 + more) - timedelta(days=1)
    return today + timedelta(days=1)


def _day(words: str, at: datetime, edge: Literal["start", "end"]) -> date | None:
    """The day they name, if it is to come; of a week or a month its first, or its last."""
    read = read_when(words, at.replace(tzinfo=None))
    named = read[edge] or read["start"]
    day = datetime.fromisoformat(named).date() if named else None
    return day if day and day > at.date() else None
