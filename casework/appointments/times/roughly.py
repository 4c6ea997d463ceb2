"""An hour named roughly, "about 10.30", "around 11", and the starts closest to it. Pure."""

from collections.abc import Iterable
from datetime import date, datetime, time, timedelta

from casework.appointments.times.diary import Slot
from casework.appointments.times.wishes import MOST, Wish, spread
from casework.base.clock import local

WIDEST = timedelta(hours=1)
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
    """The closest on each of the first days; of one day alone its closest, the closest first."""

    def off(slot: Slot) -> timedelta:
        return abs(datetime.combine(ANY_DATE, local(slot.start).time()) - datetime.combine(ANY_DATE, at))

    given = sorted(slots, key=lambda slot: (slot.day, off(slot), slot.start))
    if len({slot.day for slot in given}) > 1:
        return spread(given)
    return tuple(given[:MOST])
