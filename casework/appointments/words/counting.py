"""Words about a time that is known: "a bit later", "same day earlier", "in the afternoon", "the day after". Pure."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, time, timedelta

from casework.appointments.times.diary import instant
from casework.appointments.times.wishes import Wish
from casework.appointments.words.saying import again, as_before, day_beside, plainly_same, without_day_beside
from casework.appointments.words.shifting import by_the_clock, shift_in, shifted
from casework.appointments.words.too_early import stays_on_day, without_that_day
from casework.appointments.words.wishing import busy_in, hours_alone, weekday_alone, wish_in
from casework.appointments.words.wording import first, wording
from casework.base.clock import local, now
from casework.base.plain import folded

A_DAY, A_MINUTE, A_WEEK, SOON = timedelta(days=1), timedelta(minutes=1), timedelta(days=7), timedelta(days=14)
STARTS = (time(9), time(12), time(17))
"""When a morning, an afternoon and an evening begin."""


def nearer(text: str) -> str | None:
    """ "earlier" or "later" than what is known, where no day or hour is named."""
    way = again(text)
    if way not in ("earlier", "later") or shift_in(text) or hours_alone(text):
        return None
    names = (*wording().again[way], *wording().of_that_day)
    rest = re.sub(rf"\b(?:{'|'.join(names)})\b", "", folded(text))
    return way if wish_in(rest) is None else None


def nearer_on(text: str, known: Sequence[datetime]) -> Wish | None:
    """ "Later on Wednesday": that day, past those known of it. None where it is not said, or none of that day is known."""
    way = first(text, wording().nearer_on)
    if way is None or shift_in(text):
        return None
    rest = re.sub(rf"\b(?:{'|'.join((*wording().nearer_on[way], *wording().of_that_day))})\b", "", folded(text))
    wish = wish_in(rest)
    if wish is None or not wish.is_one_day:
        return None
    of_day = [one for one in known if local(one).date() == wish.last_day]
    return tries(way, of_day, None)[0] if of_day else None


def tries(way: str, known: Sequence[datetime], wish: Wish | None) -> list[Wish]:
    """What to look for in turn: first on the same day, where all that is known is on one; then on those wished for."""
    first, last, days = min(known), max(known), wish.days if wish else None
    day, hours = local(first).date(), _part_of_days(wish)
    if way == "earlier":
        same, more = Wish(_midnight(first), first, hours=hours), Wish(now(), first, days, hours)
    else:
        same, more = Wish(last + A_MINUTE, _midnight(last + A_DAY), hours=hours), Wish(last + A_MINUTE, last + SOON, days, hours)
    if wish and wish.either:
        same, more = (replace(one, either=wish.either) for one in (same, more))
    return [same, more] if local(last).date() == day else [more]


def _part_of_days(wish: Wish | None) -> tuple[time, time] | None:
    """ "Any morning" stays one; "after 3" is no part of the day that has a name."""
    if wish is None or wish.hours is None or wish.last_day == local(wish.first).date():
        return None
    return wish.hours if wish.hours[0] in STARTS else None


def at_hours_of(text: str) -> str:
    """ "Later that day, 4pm" names an hour, and no day but the one that is known: the words of the hour alone."""
    rest = without_that_day(text) if stays_on_day(text) else text
    return rest if rest != text and hours_alone(rest) else text


def wish_from(text: str, meeting: datetime) -> Wish | None:
    """Another time for a meeting: hours alone are of its day, and "a day later" counts from it."""
    text = plainly_same(at_hours_of(text))
    if meeting < now():
        return wish_in(text, meeting)
    if on := shifted(text, meeting) or beside(text, meeting):
        return on
    if way := nearer(text):
        return tries(way, [meeting], None)[0]
    if near := of_its_week(text, meeting):
        return near
    return on_its_day(text, wish_in(text, meeting), meeting)


def beside(text: str, meeting: datetime) -> Wish | None:
    """ "Next day", "the day before in the morning": at its hour, unless hours are named."""
    way = day_beside(text)
    if way is None:
        return None
    then, rest = by_the_clock(meeting, A_DAY if way == "after" else -A_DAY), without_day_beside(text)
    return (on_its_day(rest, wish_in(rest), then) if hours_alone(rest) else None) or Wish(then, then, exact=True)


def not_then(text: str, meeting: datetime) -> Wish | None:
    """ "Not Mondays", and no more: any other time from its week on. None where nothing is ruled out."""
    monday = _midnight(meeting) - timedelta(days=local(meeting).weekday())
    first = max(now(), monday)
    busy = busy_in(text)
    return Wish(first, max(first, meeting) + SOON, busy=(*busy, (meeting, meeting + A_MINUTE))) if busy else None


def of_its_week(text: str, meeting: datetime) -> Wish | None:
    """A weekday alone: the one in the meeting's week and the one after, or the next two where that has gone by.

    So where it is its own, unless other hours are named.
    """
    if meeting < now() or not weekday_alone(text):
        return None
    monday = local(meeting).date() - timedelta(days=local(meeting).weekday())
    wish = wish_in(text, at=instant(monday, time.min) - A_MINUTE)
    if wish is None or (wish.days is not None and len(wish.days) != 1):
        return None
    day = local(wish.first).date()
    while wish.first < now() or (day == local(meeting).date() and not _at_other_hours(wish, meeting)):
        wish, day = wish.a_week_on(), day + A_WEEK
    if wish.exact:
        return wish
    if as_before(text):
        then = instant(day, local(meeting).time())
        return Wish(then, then, exact=True)
    hours = wish.hours or _hours_of(wish)
    return Wish(instant(day, time.min), instant(day + A_WEEK + A_DAY, time.min), frozenset({day.weekday()}), hours)


def _at_other_hours(wish: Wish, meeting: datetime) -> bool:
    return wish.first != meeting if wish.exact else (wish.hours or _hours_of(wish)) is not None


def _hours_of(wish: Wish) -> tuple[time, time] | None:
    """Of a part of a day; None for a whole one."""
    first, last = local(wish.first), local(wish.last)
    return (first.time(), last.time()) if first.date() == last.date() else None


def on_its_day(text: str, wish: Wish | None, at: datetime) -> Wish | None:
    """Hours alone, of that day."""
    if wish is None or not hours_alone(text):
        return wish
    return Wish(at, at, exact=True).at_hours(wish.hours)


def _midnight(at: datetime) -> datetime:
    return instant(local(at).date(), time.min)
