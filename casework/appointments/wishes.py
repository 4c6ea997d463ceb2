"""What somebody wishes for, and which free starts suit it best. Pure."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Any, Literal

from casework.appointments.diary import Limits, Slot, instant
from casework.base.clock import LONDON, local

MOST = 3
APART = timedelta(hours=2)
DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
Why = Literal["past", "too_soon", "too_far", "closed", "outside", "taken"]


@dataclass(frozen=True)
class Wish:
    """A stretch of time, both ends included; within it only the weekdays and hours given. `exact` is one moment."""

    first: datetime
    last: datetime
    days: frozenset[int] | None = None
    hours: tuple[time, time] | None = None
    exact: bool = False

    def suits(self, slot: Slot) -> bool:
        start = local(slot.start)
        if self.days is not None and start.weekday() not in self.days:
            return False
        if self.hours and not self.hours[0] <= start.time() < self.hours[1]:
            return False
        return slot.start == self.first if self.exact else self.first <= slot.start < self.last

    def distance(self, slot: Slot) -> timedelta:
        """How far the start is from what was wished for; nothing where it is inside."""
        if self.first <= slot.start < self.last:
            return timedelta()
        return min(abs(slot.start - self.first), abs(slot.start - self.last))


@dataclass(frozen=True)
class Offer:
    """At most three slots; `why` none suits as wished, where that is so."""

    slots: tuple[Slot, ...]
    why: Why | None = None


def wish_of(read: Mapping[str, Any], now: datetime, horizon: timedelta) -> Wish | None:
    """What `read_when` gave, as a wish; None for "none". A wish without an end goes on to the horizon."""
    if read["kind"] == "none":
        return None
    first = _instant(read["start"], last=False)
    last = _instant(read["end"], last=True) if read["end"] else now + horizon
    recurs = read.get("recurs") or {}
    days = frozenset(DAYS.index(day) for day in recurs["days"]) if recurs.get("days") else None
    hours = (time.fromisoformat(recurs["from"]), time.fromisoformat(recurs["to"])) if recurs.get("from") else None
    if recurs and local(first).date() == local(last - timedelta(seconds=1)).date():
        last = now + horizon  # only the first of many was given
    return Wish(first, last, days, hours, exact=read["kind"] == "datetime")


def offer(
    wish: Wish,
    own: Sequence[Slot],
    others: Callable[[], Sequence[Slot]],
    limits: Limits,
    now: datetime,
    closed: Callable[[date], bool],
) -> Offer:
    """Own worker first; others of the venue only where the own one has nothing that suits; else the nearest."""
    for found in (own, None):
        slots = others() if found is None else found
        suiting = [slot for slot in slots if wish.suits(slot)]
        if suiting:
            return Offer(tuple(_spread(sorted(suiting))))
    nearest = sorted(own or others(), key=lambda slot: (wish.distance(slot), slot.start))
    return Offer(tuple(_spread(nearest)), why(wish, limits, now, closed))


def why(wish: Wish, limits: Limits, now: datetime, closed: Callable[[date], bool]) -> Why:
    """Why nothing suits the wish, the plainest reason first."""
    if wish.last < now or (wish.exact and wish.first < now):
        return "past"
    if wish.last <= now + limits.notice:
        return "too_soon"
    if wish.first > now + limits.horizon:
        return "too_far"
    day = local(wish.first).date()
    if wish.exact or local(wish.last - timedelta(seconds=1)).date() == day:
        if closed(day):
            return "closed"
        start = local(wish.first).time()
        if wish.exact and not time(8) <= start < time(20):
            return "outside"
    return "taken"


def _spread(slots: Iterable[Slot]) -> list[Slot]:
    """The first ones that are not all in one corner of a day."""
    given = list(slots)
    chosen: list[Slot] = []
    for slot in given:
        if len(chosen) < MOST and all(abs(slot.start - one.start) >= APART for one in chosen):
            chosen.append(slot)
    for slot in given:
        if len(chosen) < MOST and all(slot.start != one.start for one in chosen):
            chosen.append(slot)
    return sorted(chosen)


def _instant(written: str, last: bool) -> datetime:
    """A day alone counts from its start, or to its end."""
    if "T" in written:
        return datetime.fromisoformat(written).replace(tzinfo=LONDON).astimezone(UTC)
    return _midnight(date.fromisoformat(written) + timedelta(days=last))


def _midnight(day: date) -> datetime:
    return instant(day, time.min)
