"""When the words of somebody wish for, and when they cannot. No database."""

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from casework.appointments.times.diaries import limits
from casework.appointments.times.diary import Span, instant
from casework.appointments.times.wishes import Wish, wish_of
from casework.appointments.words.own_affairs import without_own_affairs
from casework.appointments.words.ruling_out import hours_ruled_out, without_hours_ruled_out
from casework.appointments.words.saying import (
    as_before,
    by_the_clock,
    edge_in,
    in_some_week,
    in_the_past,
    in_weeks,
    of_day_one,
    of_today,
    without_as_before,
    without_way,
)
from casework.appointments.words.school_run import without_school_run
from casework.appointments.words.too_early import asks_for_any, beside_it, past_it, plainly_when
from casework.appointments.words.wording import has, wording
from casework.base.clock import LONDON, local, now
from casework.reading import (
    Hours,
    read_agreeing,
    read_choices,
    read_either,
    read_gone_by,
    read_ruled_out,
    read_two_dates,
    read_when,
)

A_DAY, A_MOMENT, LATELY = timedelta(days=1), timedelta(minutes=15), timedelta(days=60)
A_WEEK = timedelta(days=6)
ANY_DATE = date(2026, 1, 1)
WEEKDAY = r"(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*(?<!days)"
OTHER_DAY = re.compile(rf".*\b{WEEKDAY}\b[^,.;]*[,.;-]+ *no,? +(?:wait,? +|sorry,? +|i mean +|make (?:it|that) +)*((?:the |on )?{WEEKDAY}\b.*)", re.IGNORECASE)
DAY_NAME = re.compile(r"\b(mon|tue|wed|thu|fri|sat|sun)(?:s|rs|urs|r|nes|ur)?(?:days?)?\b")
# "The 11.30 one", "a first meeting": of these no one o'clock and no first of the month.
CLOCK_ONE = re.compile(r"\b(\d{1,2}(?:[:.]\d\d(?: ?[ap]m)?| ?[ap]m)) one\b(?! (?:day|week|hour|month)s?\b)", re.IGNORECASE)
FIRST_MEETING = re.compile(
    r"(?<!\bthe )\b(?:(?:a|my|our) )?(?:very )?first (?=(?:meeting|appointment|appt|visit|session|call)\b(?! (?:available|free|going|possible|you|u)\b))", re.IGNORECASE
)
# "One afternoon" is any, "the later one" one of those shown.
ANY_ONE = re.compile(r"\bone (?=(?:early |late )?(?:morning|afternoon|evening|day|weekday)\b)", re.IGNORECASE)
OF_SHOWN = re.compile(r"\b((?:the |a )?(?:earlier|later|latest|earliest|other|last|first|next|right|same)) one\b", re.IGNORECASE)
OR = re.compile(r",? or ", re.IGNORECASE)
TWO, WORKDAYS = 2, frozenset(range(5))
CLAUSE = re.compile(r"\s*[,;.!]\s+")
SENTENCE = re.compile(r"\s*(?:[,;.!?\n]+\s+|\bso (?:can|could|is|maybe)\b)", re.IGNORECASE)
TOLD_BESIDE = re.compile(r"\s*[,;.!?\n]+\s+|\s+(?:so|because|cos|coz|as)\s+|\s+(?=(?:i'?ve|ive) got\b)", re.IGNORECASE)
DAWN, NIGHT = time(0, 1), time(23, 59)


def wish_in(text: str, before: datetime | None = None, at: datetime | None = None) -> Wish | None:
    """When the words wish for; a time gone by too, for which others are offered.

    `before`: when they met or were to meet, which "the same time next week" counts from. `at`: as if said then, not now.
    """
    text = without_school_run(by_the_clock(text))
    if (plainer := without_own_affairs(text)) != text and (wish := wish_in(plainer, before, at)) and (wish.exact or wish.hours or wish.either):
        return wish
    if (rest := beside_it(text)) and (wish := wish_in(rest, before, at)) and _names_hour(wish):
        return wish
    if (plain := plainly_when(text)) != text:
        return past_it(text, wish_in(plain, before, at))
    at, text = at or now(), _without_one(without_way(text))
    if as_before(text):
        read = _read_as_before(text, local(at), local(before)) if before else _read(without_as_before(text), at)
    else:
        read = _read(text, at)
    if (read["kind"] == "none" and _has_gone_by(text, at)) or _was_lately(text, read, at):
        return Wish(at - A_DAY, at - A_DAY, exact=True)
    found = _on_alternatives(text, at) or _on_any_day(text, at, read) or _on_either(text, at) or wish_of(read, at, limits().horizon)
    return found if found and found.exact else _at_edge(text, at, found)


def without_told_day(text: str) -> str:
    """ "Dad has the doctor Tues. Wednesday same time?": the rest of the words than what somebody has on another day."""
    parts = [one for one in SENTENCE.split(text) if one.strip()]
    told = [one for one in parts if has(one, wording().has_on) and DAY_NAME.search(one.casefold()) and not as_before(one)]
    rest = [one for one in parts if one not in told]
    return rest[0] if told and len(rest) == 1 and as_before(rest[0]) and DAY_NAME.search(rest[0].casefold()) else text


def without_told_hour(text: str) -> str:
    """ "Make it later, got physio at half 10": the rest of the words than what they have on at an hour, where the rest asks for another time."""
    parts = [one for one in TOLD_BESIDE.split(text) if one.strip()]
    told = [one for one in parts if has(one, wording().has_on) and not has(one, wording().has_on_until)]
    rest = ", ".join(one for one in parts if one not in told)
    return rest if told and rest and has(rest, wording().asks_other_time) and not busy_in(rest) else text


def _names_hour(wish: Wish) -> bool:
    return wish.exact or wish.hours is not None or bool(wish.either) or local(wish.first).date() == local(wish.last).date()


def _without_one(text: str) -> str:
    said = OF_SHOWN.sub(r"\1", ANY_ONE.sub("any ", of_day_one(text)))
    return FIRST_MEETING.sub("a ", CLOCK_ONE.sub(r"\1", said))


def _at_edge(text: str, at: datetime, found: Wish | None) -> Wish | None:
    """ "The earliest on Monday", "as late as possible": of any day where none is named."""
    edge = edge_in(text)
    if edge is None or (found is None and busy_in(text)):
        return found
    return replace(found or Wish(at, at + limits().horizon), edge=edge)


def _on_alternatives(text: str, at: datetime) -> Wish | None:
    """ "Evenings or Saturdays": either will do."""
    found = read_either(text, local(at).replace(tzinfo=None))
    parts = tuple((one.days, (one.hours.start, one.hours.end) if one.hours else None) for one in found)
    return Wish(at, at + limits().horizon, either=parts) if parts else _at_either_hours(text, at)


def _at_either_hours(text: str, at: datetime) -> Wish | None:
    """ "Mornings, or after 4": of any day, and none between them."""
    parts = OR.split(text.strip())
    found = [_hours_of_any_day(one, at) for one in parts] if len(parts) == TWO else []
    if not all(found) or len(set(found)) != TWO:
        return None
    return Wish(at, at + limits().horizon, either=tuple((None, one) for one in found))


def _hours_of_any_day(text: str, at: datetime) -> tuple[time, time] | None:
    read = _read(text, at)
    wish = _on_any_day(text, at, read) or wish_of(read, at, limits().horizon)
    if wish is None or wish.exact or wish.either or wish.days not in (None, WORKDAYS) or wish.last < at + limits().horizon - A_DAY:
        return None
    return wish.hours


def _on_either(text: str, at: datetime) -> Wish | None:
    """ "Weds or thurs after 2": those days and none between them, each at its hours."""
    found = read_choices(text, local(at).replace(tzinfo=None))
    days, hours = {one.day for one in found}, {_between(one.hours) for one in found}
    if not found or max(days) - min(days) > A_WEEK:
        return None
    wish = Wish(instant(min(days), time.min), instant(max(days) + A_DAY, time.min), frozenset(one.weekday() for one in days))
    if len(hours) == 1:
        return replace(wish, hours=hours.pop())
    return replace(wish, either=tuple((frozenset({one.day.weekday()}), _between(one.hours)) for one in found))


def _between(hours: Hours | None) -> tuple[time, time] | None:
    if hours is None:
        return None
    return hours.start, (datetime.combine(ANY_DATE, hours.start) + A_MOMENT).time() if hours.exact else hours.end


def two_dates(text: str) -> tuple[date, date] | None:
    """The two days meant by a weekday and a date that do not go together."""
    return read_two_dates(text, local(now()).replace(tzinfo=None))


def corrected(text: str) -> str:
    """ "Thursday, no Friday" is Friday."""
    found = OTHER_DAY.fullmatch(text.strip())
    return found[1] if found and not busy_in(text[: found.start(1)]) else text


def _has_gone_by(text: str, at: datetime) -> bool:
    return in_the_past(text) or of_today(text) or read_gone_by(text, local(at).replace(tzinfo=None))


def gone_this_year(text: str) -> bool:
    """Whether they name a date that has just gone by: the next one is most of a year away."""
    at = now()
    return _was_lately(text, _read(text, at), at)


def _was_lately(text: str, read: dict[str, Any], at: datetime) -> bool:
    """Whether such a date was in the days just past, and the next one lies beyond the diary or is another weekday."""
    if read["kind"] not in ("window", "date", "datetime") or date.fromisoformat(read["start"][:10]) < (local(at) + limits().horizon).date():
        return False
    then = read_when(text, (local(at) - LATELY).replace(tzinfo=None))
    return then["kind"] in ("date", "datetime") and date.fromisoformat(then["start"][:10]) < local(at).date()


def wish_but(text: str, before: datetime | None = None) -> tuple[Wish | None, tuple[Span, ...]]:
    """The wish in the words, and when they cannot; that is said of the time wished for, after a "but"."""
    text = corrected(text)
    if (found := _suits_beside(text, before)) is not None:
        return found
    wanted, _, rest = (part.strip() for part in text.lower().partition(" but "))
    wish = wish_in(text, before) or (wish_in(wanted, before) if rest else None)
    if wish is None or not rest:
        return wish, busy_in(text)
    eve = max(wish.first - A_MOMENT, now())
    return wish, busy_in(rest, eve) or busy_in(f"{rest} on {local(wish.first):%-d %B}", eve) or busy_in(text)


def _suits_beside(text: str, before: datetime | None) -> tuple[Wish, tuple[Span, ...]] | None:
    """ "I can't do Tuesday at all, Thursday or Friday is better": what is better is ruled out by nothing before it."""
    parts = [one for one in CLAUSE.split(text) if one]
    better = [one for one in parts if has(one, wording().suits_better) and not busy_in(one)]
    busy = busy_in(", ".join(one for one in parts if one not in better)) if len(better) == 1 else ()
    wish = wish_in(better[0], before) if busy else None
    return (wish, busy) if wish else None


def beside_busy(text: str) -> str:
    """What else they say than when they cannot: "I can't do Friday, can I do Monday". "" where nothing is ruled out, or all is one."""
    if not busy_in(text) or wish_but(text)[0] is None:
        return ""
    return ", ".join(one for one in CLAUSE.split(text) if one and not busy_in(one))


def busy_in(text: str, at: datetime | None = None) -> tuple[Span, ...]:
    """When the words say that something else is on for them, or that they cannot; counted from `at`."""
    at, text = at or now(), asks_for_any(by_the_clock(text))
    naive = read_ruled_out(without_hours_ruled_out(text), local(at).replace(tzinfo=None), local(at + limits().horizon).date())
    return tuple((_instant(start), _instant(end)) for start, end in [*naive, *_every_day(text, local(at).date())])


def _every_day(text: str, first: date) -> list[tuple[datetime, datetime]]:
    """ "Not mornings": those of each day there is."""
    days = [first + more * A_DAY for more in range(limits().horizon.days + 1)]
    return [(datetime.combine(day, start), datetime.combine(day, end)) for start, end in hours_ruled_out(text) for day in days]


def _instant(bare: datetime) -> datetime:
    return bare.replace(tzinfo=LONDON).astimezone(UTC)


def _read(text: str, at: datetime) -> dict[str, Any]:
    return read_agreeing(text, local(at).replace(tzinfo=None))


def weekday_alone(text: str) -> bool:
    """Whether they name one weekday, and nothing that tells in which week."""
    return len(set(DAY_NAME.findall(text.casefold()))) == 1 and not in_some_week(text)


def late_alone(text: str) -> bool:
    """Whether they wish for the latest there is, and name no day."""
    at = now()
    return edge_in(text) == "last" and _read(text, at)["kind"] == "none"


def hours_alone(text: str) -> bool:
    """Whether they name hours and no day."""
    at, text = now(), plainly_when(text)
    return not _on_alternatives(text, at) and _on_any_day(text, at, _read(text, at)) is not None


def _on_any_day(text: str, at: datetime, read: Mapping[str, Any]) -> Wish | None:
    """Hours with no day, such as "after 3", are of today or tomorrow as the clock stands: any day will do then."""
    day = local(at).date()
    early, late = (read_when(text, datetime.combine(day, clock)) for clock in (DAWN, NIGHT))
    firsts = [str(one["start"] or "") for one in (early, late)]
    if read.get("recurs") or read["kind"] not in ("window", "datetime") or not all("T" in one for one in firsts):
        return None
    starts = [datetime.fromisoformat(one) for one in firsts]
    if (starts[0].date(), starts[1].date()) != (day, day + A_DAY) or starts[0].time() != starts[1].time():
        return None
    end = datetime.fromisoformat(early["end"] or firsts[0])
    until = end.time() if end > starts[0] else (starts[0] + A_MOMENT).time()
    return Wish(at, at + limits().horizon, hours=(starts[0].time(), until))


def _read_as_before(text: str, at: datetime, before: datetime) -> dict[str, Any]:
    """Weeks count from the day they were to meet, "tomorrow" and "Friday" from today; the hour is theirs."""
    counted_from = before if in_weeks(text) else datetime.combine(at.date(), before.time(), at.tzinfo)
    read = read_when(text, counted_from.replace(tzinfo=None))
    if read["kind"] != "date":
        return read
    moment = f"{read['start']}T{before:%H:%M}"
    return read | {"kind": "datetime", "start": moment, "end": moment}
