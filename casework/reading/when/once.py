"""Offers for once: one day, one time, a window; two of them with a question."""

from datetime import date, datetime

from casework.reading.when.answer import Bound, When, moment, nothing, one_day, recurring, window
from casework.reading.when.offers import Offer
from casework.reading.when.values import DAY, Hours

SOME = 3
WEEK = 7 * DAY


def once(offers: list[Offer], ref: datetime) -> When:
    bounds = [bound for bound in (_bounds(one, ref) for one in offers) if bound]
    if not bounds:
        return nothing()
    if len(bounds) == 1:
        ask = any(one.days.ask for one in offers if one.days)
        return _plain(*bounds[0], ask=ask)
    start = min((first for first, _ in bounds), key=str)
    ends = [last for _, last in bounds]
    end = None if None in ends else max((last for last in ends if last), key=str)
    days = [one.days.first for one in offers if one.days and one.days.single]
    if len(set(days)) >= SOME and max(days) - min(days) < WEEK and len(days) == len(offers):
        return window(start, end) | recurring({one.weekday() for one in days}, offers[0].hours)
    return window(start, end, ask=True)


def _plain(start: Bound, end: Bound | None, ask: bool) -> When:
    if start != end or ask:
        return window(start, end, ask)
    return moment(start) if isinstance(start, datetime) else one_day(start)


def _bounds(offer: Offer, ref: datetime) -> tuple[Bound, Bound | None] | None:
    """None where it has gone by."""
    days, hours = offer
    if hours is None:
        return (days.first, days.last) if days else None
    if days is None:
        today = under_way(ref.date(), ref.date(), hours, ref)
        begun = hours.part and today and today[0] == ref
        return today if today and not begun else under_way(ref.date() + DAY, ref.date() + DAY, hours, ref)
    return under_way(days.first, days.last, hours, ref)


def under_way(first: date, last: date | None, hours: Hours, ref: datetime) -> tuple[datetime, datetime | None] | None:
    """From the first day's start to the last day's end; one that has begun starts now."""
    night = DAY if hours.part == "midnight" else 0 * DAY
    start = datetime.combine(first + night, hours.start)
    end = datetime.combine(last + night, hours.end) if last else None
    if end and (end < ref or (end == ref and not hours.exact)):
        return None
    return (max(start, ref), end)
