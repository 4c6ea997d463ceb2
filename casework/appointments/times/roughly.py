"""An hour named roughly, "about 10.30", "around 11", and the starts closest to it. Pure."""

from collections.abc import Iterable
from datetime import date, datetime, time, timedelta

from casework.appointments.times.diary import Slot
from casework.appointments.times.wishes import MOST, Wish, once_each
from casework.base.clock import local

WIDEST, NEAR = timedelta(hours=1), timedelta(hours=2)
ANY_DATE = date(2026, 1, 1)


def hour_meant(wish: Wish) -> time | None:
    """The middle of the hour that a wish lies in; None where it is wider, or one moment."""
    if wish.exact or wish.edge or wish.either:
        return None
    if wish.hours:
        first, last = (datetime.combine(ANY_DATE, one) for one in wish.hours)
    else:
        first, last = local(wish.first), local(wish.last)
    return (first + (last - first) / 2).time() if timedelta() < last - first <= WIDEST else None


def around(slots: Iterable[Slot], at: time) -> tuple[Slot, ...]:
    """The closest on each of the first days; of one day alone its closest, the closest first. No time is there twice."""
    given = once_each(sorted(slots, key=lambda slot: (slot.day, _off(slot, at))))
    of_days = list({slot.day: slot for slot in reversed(given)}.values())
    if len(of_days) <= 1:
        return tuple(given[:MOST])
    first = sorted(of_days)[:MOST]
    more = sorted((one for one in given if one not in first), key=lambda slot: _off(slot, at))
    return tuple(sorted([*first, *more][:MOST]))


def near(slots: Iterable[Slot], at: time) -> tuple[Slot, ...]:
    """The same where none is at that hour: no morning for an afternoon while there is any other."""
    given = list(slots)
    return around([one for one in given if _off(one, at) <= NEAR] or given, at)


def _off(slot: Slot, at: time) -> timedelta:
    return abs(datetime.combine(ANY_DATE, local(slot.start).time()) - datetime.combine(ANY_DATE, at))
