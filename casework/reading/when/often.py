"""Offers that come again, and sets of days inside a week."""

from datetime import date, datetime

from casework.reading.when.answer import When, moment, nothing, one_day, recurring, window
from casework.reading.when.once import under_way
from casework.reading.when.values import DAY, Days, Hours, monday_of

TRIED = 15
WORKING = frozenset(range(5))
WEEKEND = frozenset({5, 6})
WEEK = 7


def often(weekdays: frozenset[int], hours: Hours | None, ref: datetime, since: date | None = None) -> When:
    """The first occurrence not yet begun."""
    first = max(ref.date(), since or ref.date())
    on = next((first + more * DAY for more in range(TRIED) if _fits(first + more * DAY, weekdays, hours, ref)), None)
    if on is None:
        return nothing()
    return _occurrence(on, weekdays, hours) | recurring(weekdays, hours)


def _fits(on: date, weekdays: frozenset[int], hours: Hours | None, ref: datetime) -> bool:
    if on.weekday() not in weekdays:
        return False
    return datetime.combine(on, hours.start) > ref if hours else on > ref.date()


def _occurrence(on: date, weekdays: frozenset[int], hours: Hours | None) -> When:
    if hours is None:
        return window(on, on + DAY) if weekdays == WEEKEND and on.weekday() == min(WEEKEND) else one_day(on)
    start = datetime.combine(on, hours.start)
    return moment(start) if hours.exact else window(start, datetime.combine(on, hours.end))


def within(days: Days, weekdays: frozenset[int] | None, hours: Hours | None, ref: datetime) -> When:
    """The window spans the days; `recurs` has those allowed in it."""
    allowed = _allowed(days, weekdays)
    if not allowed:
        return nothing()
    if hours is None:
        bare = window(days.first, days.last, days.ask)
        return bare if len(allowed) == len(_allowed(days, None)) else bare | recurring(allowed, None)
    bounds = under_way(days.first, days.last, hours, ref)
    return window(*bounds) | recurring(allowed, hours) if bounds else nothing()


def _allowed(days: Days, weekdays: frozenset[int] | None) -> frozenset[int]:
    length = (days.last - days.first).days + 1 if days.last else WEEK
    there = frozenset((days.first + more * DAY).weekday() for more in range(min(length, WEEK)))
    if weekdays is None:
        return there & WORKING or there
    return there & weekdays


def in_one_week(days: Days) -> bool:
    return days.last is not None and days.last - monday_of(days.first) < WEEK * DAY
