"""Which times to offer, looking at no more days than it takes. Pure but for the look into the diaries itself."""

from collections.abc import AsyncIterator, Awaitable, Callable, Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from casework.appointments.times.diary import Limits, Slot, Span, days_from
from casework.appointments.times.roughly import around, hour_meant, near
from casework.appointments.times.wishes import MOST, Offer, Wish, closest, enough, latest, of_each_day, spread, why
from casework.base.clock import local

FIRST_LOOK, WIDER = 3, 3
AROUND = (1, 5, 14)
"""Days to either side of a wish that nothing suits."""
Days = Sequence[date]
Free = Callable[[Days, Wish | None], Awaitable[list[Slot]]]
"""Free starts on the days; only those that suit a wish where one is given."""


@dataclass(frozen=True)
class Look:
    """Into some diaries, whose workers work on the weekdays."""

    weekdays: Collection[int]
    free: Free


Looks = Callable[[Days], AsyncIterator[Look]]
"""Into whose diaries to look for those days, one after another."""


async def search(
    wish: Wish, looks: Looks, limits: Limits, now: datetime, closed: Callable[[date], bool],
    opening: Callable[[date], Sequence[Span]],
) -> Offer:
    """Each look is tried in turn, the own worker's before others'; where none has what suits, the nearest, with why."""
    open_days = [day for day in days_from(local(now).date(), local(now + limits.horizon).date()) if not closed(day)]
    may_suit = [day for day in open_days if _may_suit(wish, day)]
    suiting = await _first(looks, may_suit, lambda look: _suiting(wish, look, may_suit))
    if suiting:
        return Offer(_of_those(wish, suiting))
    nearest = await _first(looks, open_days, lambda look: _nearest(wish, look, open_days))
    return Offer(_near(wish, nearest), why(wish, limits, now, opening))


def _near(wish: Wish, nearest: Sequence[Slot]) -> tuple[Slot, ...]:
    """Nothing suits: the nearest first; where many days would have done, the first of them."""
    if wish.exact:
        return closest(nearest)
    at = None if wish.is_of_a_day else hour_meant(wish)
    if at:
        return near(nearest, at)
    offered = spread(nearest)
    return tuple(sorted(offered, key=lambda slot: (wish.distance(slot), slot.start))) if wish.is_of_a_day else offered


def _of_those(wish: Wish, suiting: Sequence[Slot]) -> tuple[Slot, ...]:
    if wish.edge == "last":
        return latest(suiting)
    if at := hour_meant(wish):
        return around(suiting, at)
    days = len(wish.days or ())
    return of_each_day(suiting, days) if 1 < days <= MOST else spread(suiting)


async def _first(looks: Looks, days: Days, found_by: Callable[[Look], Awaitable[list[Slot]]]) -> list[Slot]:
    """What the first look finds that finds any."""
    if not days:
        return []
    async for look in looks(days):
        found = await found_by(look)
        if found:
            return found
    return []


async def _suiting(wish: Wish, look: Look, days: Days) -> list[Slot]:
    found: list[Slot] = []
    for part in _parts([day for day in days if day.weekday() in look.weekdays]):
        found += await look.free(part, wish)
        if enough(sorted(found)):
            break
    return sorted(found)


async def _nearest(wish: Wish, look: Look, open_days: Days) -> list[Slot]:
    first, last = local(wish.first).date(), wish.last_day
    low, high = open_days[0], open_days[-1]
    first, last = min(max(first, low), high), min(max(last, low), high)
    found: list[Slot] = []
    for more in AROUND:
        around = timedelta(days=more)
        days = [day for day in open_days if first - around <= day <= min(last, first + around) + around]
        found = [slot for slot in await look.free(days, None) if not wish.rules_out(slot)]
        if enough(sorted(found)):
            break
    return sorted(found, key=lambda slot: (wish.distance(slot), slot.start))


def _may_suit(wish: Wish, day: date) -> bool:
    return local(wish.first).date() <= day <= wish.last_day and (wish.days is None or day.weekday() in wish.days)


def _parts(days: Days) -> Iterator[Days]:
    """A few days first, then more at once."""
    start, size = 0, FIRST_LOOK
    while start < len(days):
        yield days[start : start + size]
        start, size = start + size, size * WIDER
