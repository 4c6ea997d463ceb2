"""The times a message rules out: something else is on then, or they will not do."""

import re
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta

from casework.reading.when.choosing import chosen, weekdays_of
from casework.reading.when.rewriting import codes, only
from casework.reading.when.spans import days_in
from casework.reading.when.values import DAY, Hours, Items

AN_HOUR = timedelta(hours=1)
ENGAGED, NEVER_A_DAY = "y", "!"
# "Busy mornings or Fridays": no morning at all, and no Friday.
EITHER = re.compile(r"(?<![edD])h[O&](?=[eW])|[eW][O&](?=h)")
OF_A_DAY = frozenset("DKWe")
Stretch = tuple[datetime, datetime]


def ruled_out(items: Items, ref: datetime, until: date, *, once: bool = False, daily: bool = True) -> list[Stretch]:
    """From when to when, up to `until`: whole days, or the part of a day that is named.

    A doctor's at two may take the day; "not Tuesday at two" is that hour alone. "No Tuesday" is none of them, unless
    it is said of one, `once`: "not this Tuesday", or something is on then. "I work 9 till 3", where no day is named, is
    each day, where it is `daily`.
    """
    if NEVER_A_DAY in codes(items):
        return []
    excluded = chosen(items).excluded
    hours = [item.value for item in excluded if isinstance(item.value, Hours)]
    again = not (hours or once or ENGAGED in codes(items))
    if ENGAGED in codes(items):
        hours = [one for one in hours if not one.exact]
    days = sorted({*_days(excluded, ref.date(), until, again)})
    if hours and days and EITHER.search(codes(items)):
        return sorted([*(part for day in days for part in _parts(day, [])), *(part for day in _each(ref.date(), until) for part in _parts(day, hours))])
    if daily and not days and OF_A_DAY.union(ENGAGED).isdisjoint(codes(items)):
        hours = [one for one in hours if not one.exact]
        days = _each(ref.date(), until) if hours else []
    return [part for day in days for part in _parts(day, hours)]


def _days(excluded: Items, today: date, until: date, again: bool) -> Iterator[date]:
    """`again`: of a weekday alone, every one."""
    weekdays = frozenset[int]().union(*map(weekdays_of, only(excluded, "e")))
    for days in days_in(only(excluded, "DKW")):
        if again and days.bare:
            weekdays |= {days.first.weekday()}
        else:
            yield from _each(days.first, min(days.last or until, until))
    yield from (day for day in _each(today, until) if day.weekday() in weekdays)


def _each(first: date, last: date) -> list[date]:
    return [first + more * DAY for more in range((last - first).days + 1)]


def _parts(day: date, hours: list[Hours]) -> Iterator[Stretch]:
    if not hours:
        yield datetime.combine(day, time.min), datetime.combine(day + DAY, time.min)
    for one in hours:
        start = datetime.combine(day, one.start)
        yield start, start + AN_HOUR if one.exact else datetime.combine(day, one.end)
