"""Until when somebody wants a pause. Pure."""

import re
from datetime import date, datetime, time, timedelta
from typing import Literal

from casework.base.clock import LONDON
from casework.claimants.rules import plus_months
from casework.reading import read_when

PAUSE = timedelta(days=14)
UNTIL = re.compile(r"\b(?:un)?til+ ")
# "For the rest of this week" is as long as the week is, and no length of its own.
FOR = re.compile(r"\bfor (?:now )?(?!(?:all|the rest|this|next) )")
THIS = re.compile(r"\b(this|next|(?<=rest of )the) (week|month)(?:end)?\b|\btomorrow\b")
THE_WEEK = re.compile(r"\bfor (?:the|all|the whole|this whole) (week|month)\b(?!end)")
SATURDAY = 5
TODAY = re.compile(r"\b(?:today|tonight)\b")
NEXT_BUT_ONE = re.compile(r"\bw(?:ee)?k after next\b")
# From when: a length counts from there, and what stands behind "to" is the end.
STARTS = re.compile(r"\b(?:from|starting(?: on)?) (?:the )?(.{1,20}?)(?: (?:to|till?|until|for)\b(.*)|$)")
STARTS_AFTER = re.compile(r"\bfor (.{1,30}?) (?:from|on|starting(?: on)?) (?:the )?(.{1,20})$")
# "12 to 20 dec", "the 12th until the 20th": without a month, or the letters of a day, they may be hours.
BETWEEN = re.compile(
    r"\b(\d{1,2}(?:st|nd|rd|th)?(?: (?:of )?[a-z]{3,9})?) ?(?:-|\u2013|to|til+|until|and|thru)"
    r" ?(?:the |(?:mon|tue|wed|thu|fri|sat|sun)[a-z]* )*(\d{1,2}(?:st|nd|rd|th)\b.*|\d{1,2} (?:of )?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec).*)"
)
# "Monday til friday"; and a while that has not begun.
DAY_UNTIL = re.compile(r"\b((?:mon|tue|wed|thu|fri|sat|sun)[a-z]*|tomorrow)(?: (?:to|til+|until|thru) |-)(?:(?:the|next) )?(?:mon|tue|wed|thu|fri|sat|sun)")
NEXT = re.compile(r"\bnext (weekend|week|month)\b")
BACK = re.compile(r"\b(?:back|home) (?:on |the )*")
# "Away til monday, so dont text me": the day stands before it.
SO = re.compile(r",? \b(?:so|please|pls|plz|can|no|dont|don['\u2019]t|do not|dnt|sto+p\w*|leave(?= (?:me|us|it|off|them|this|that|alone|my (?:phone|mobile))\b)|im|i['\u2019]?m|as|cos|because)\b.*")


def pause_until(text: str, at: datetime) -> datetime:
    """The end of the day until which somebody wants a pause; two weeks from its beginning where they name none that is to come."""
    begins = datetime.combine(first_day(text, at) or at.date(), at.time())
    return datetime.combine(last_day(text, at) or (begins + PAUSE).date(), time.max, LONDON)


def last_day(text: str, at: datetime) -> date | None:
    """The last day of it, where they name one that is to come."""
    rest = text.lower()
    if _open_end(rest, at):
        return None
    return _named(THE_WEEK.sub(r"for a \1", rest.partition("pause")[2].strip() or rest), at)


def first_day(text: str, at: datetime) -> date | None:
    """The day to come on which it begins, where they name one besides its end."""
    rest, end = text.lower(), last_day(text, at)
    if end is None:
        return _open_end(rest, at)
    starts = (_first_of_two(rest, end, at) or _starts(rest, end, at)) if end else None
    return starts if starts and end and at.date() < starts <= end else None


def _open_end(rest: str, at: datetime) -> date | None:
    """The first day of "on holiday from friday", which names no last one."""
    said = STARTS.search(SO.sub("", rest))
    if said is None or said[2] or UNTIL.search(rest) or FOR.search(rest) or BACK.search(rest) or _between(rest, at):
        return None
    return _day(said[1], at, "start")


def _first_of_two(rest: str, end: date, at: datetime) -> date | None:
    """The 14th of "14 to 20 dec": of the month of the end where none is named, or the one before it."""
    said = BETWEEN.search(rest)
    if said is None:
        return None
    if re.search(r"[a-z]{3,}", said[1]):
        return _day(said[1], at, "start")
    number = int(re.match(r"\d+", said[1])[0])  # type: ignore[index]
    month = end if number <= end.day else end.replace(day=1) - timedelta(days=1)
    return month.replace(day=number) if 0 < number <= month.day else None


def _starts(rest: str, end: date, at: datetime) -> date | None:
    """The first day of "from friday for a week", of "monday til friday", and of next week."""
    rest = SO.sub("", rest)
    for pattern, which in ((STARTS_AFTER, 2), (STARTS, 1), (DAY_UNTIL, 1)):
        if said := pattern.search(rest):
            return _day(said[which], at, "start")
    if NEXT_BUT_ONE.search(rest):
        return end - timedelta(days=6)
    named = NEXT.search(rest)
    if named is None or UNTIL.search(rest):
        return None
    return end.replace(day=1) if named[1] == "month" else end - timedelta(days=1 if named[1] == "weekend" else 6)


def ends_on(text: str, at: datetime) -> date | None:
    """The day up to which something lasts, where they say until when, or from when to when."""
    said = text.lower()
    return last_day(text, at) if UNTIL.search(said) or _between(said, at) or _from(said, at) else None


def day_named(text: str, at: datetime) -> date:
    """The first day to come that the end of the words names; the next day where they name none."""
    said = text.lower().split()
    days = (_day(" ".join(said[n:]), at, "start") for n in range(len(said)))
    return next((one for one in days if one), at.date() + timedelta(days=1))


def _named(rest: str, at: datetime) -> date | None:
    if day := _between(rest, at) or _back(rest, at) or _from(rest, at):
        return day
    if NEXT_BUT_ONE.search(rest):
        return at.date() + timedelta(days=20 - at.weekday())
    if until := UNTIL.search(rest):
        end = SO.sub("", rest[until.end() :])
        return _day(end, at, "start") or _day(f"until {end}", at, "end")
    length = FOR.search(rest)
    return (_as_long(rest, length, at) if length else None) or _this(rest, at.date()) or (None if length else _as_long(rest, None, at))


def _between(rest: str, at: datetime) -> date | None:
    """The end of "12 to 20 dec", which the next year may have."""
    said = BETWEEN.search(rest)
    starts = _day(said[1], at, "start") if said else None
    return _day(SO.sub("", said[2]), datetime.combine(starts, at.time()) if starts else at, "start") if said else None


def _back(rest: str, at: datetime) -> date | None:
    """The day somebody is back; where a length stands after it, "back home friday no texts for two weeks", that counts."""
    if not (back := BACK.search(rest)):
        return None
    after = rest[back.end() :]
    day = SO.sub("", after)
    length = after[len(day) :]
    return None if FOR.search(length) or THIS.search(length) else _day(day, at, "start")


def _from(rest: str, at: datetime) -> date | None:
    """The end of "from friday for two weeks", and of "from 12 to 19 dec"."""
    rest = SO.sub("", rest)
    if after := STARTS_AFTER.search(rest):
        rest = f"from {after[2]} for {after[1]}"
    said = STARTS.search(rest)
    if said is None or not said[2]:
        return None
    end, starts = said[2].strip(), _day(said[1], at, "start")
    if FOR.search(rest) and starts:
        return _day(f"in {end}", datetime.combine(starts, at.time()), "start")
    return _day(end, datetime.combine(starts, at.time()) if starts else at, "start")


def _as_long(rest: str, length: re.Match[str] | None, at: datetime) -> date | None:
    """The last day of "for two weeks", or of "two weeks"."""
    return _day(rest, at, "end") or _day(f"in {SO.sub('', rest[length.end() :]) if length else rest}", at, "end")


def _this(rest: str, today: date) -> date | None:
    """The last day of this week, or today."""
    if named := THIS.search(rest):
        return _end(named, today)
    return today if TODAY.search(rest) else None


def _end(named: re.Match[str], today: date) -> date:
    """The last day of a week or month that is named; weeks end on Sundays, and of a week that is all but over the next is meant."""
    over = named[1] == "this" and today.weekday() >= SATURDAY and not named[0].endswith("weekend")
    more = int(named[1] == "next" or over)
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
