"""What somebody wishes for, and which free starts suit it best. Pure."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from typing import Any, Literal

from casework.appointments.times.diary import Limits, Slot, Span, days_from, instant
from casework.base.clock import LONDON, local

MOST = 3
APART, NEXT = timedelta(hours=2), timedelta(minutes=30)
A_MOMENT, A_MINUTE, A_WEEK = timedelta(seconds=1), timedelta(minutes=1), timedelta(days=6)
DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
Edge = Literal["first", "last"]
Alternative = tuple[frozenset[int] | None, tuple[time, time] | None]
Why = Literal["past", "too_soon", "too_far", "closed", "outside", "taken"]
REASONS: tuple[Why, ...] = ("taken", "outside", "closed")


@dataclass(frozen=True)
class Wish:
    """A stretch of time, both ends included; within it only the weekdays and hours given. `exact` is one moment.

    `busy`: when something else is on for them; `worker` and `venue`: with whom and where they would rather meet;
    `without`: with whom they would rather not. `edge`: the earliest there is, or the latest in the day.
    `seen`: what was shown and did not suit, which "earlier" counts from while nothing else is.
    `either`: alternatives of weekdays and hours, any of which will do. `hours_kept`: the hours were said before, of
    other days, so that the days come first.
    """

    first: datetime
    last: datetime
    days: frozenset[int] | None = None
    hours: tuple[time, time] | None = None
    exact: bool = False
    busy: tuple[Span, ...] = ()
    worker: str | None = None
    venue: str | None = None
    without: tuple[str, ...] = ()
    edge: Edge | None = None
    seen: tuple[datetime, ...] = ()
    either: tuple[Alternative, ...] = ()
    hours_kept: bool = False

    @property
    def last_day(self) -> date:
        """A wish that ends at midnight does not reach into the day after."""
        return local(self.last if self.exact else self.last - A_MOMENT).date()

    @property
    def is_one_day(self) -> bool:
        """Whether it is one whole day, at any hour of it."""
        return not (self.exact or self.hours or self.either) and self.first == _midnight(self.last_day)

    @property
    def is_of_a_day(self) -> bool:
        """Whether all of it lies in one day."""
        return local(self.first).date() == self.last_day

    def suits(self, slot: Slot) -> bool:
        start = local(slot.start)
        if self.rules_out(slot) or (self.worker or slot.worker) != slot.worker or (self.venue or slot.venue) != slot.venue:
            return False
        if self.days is not None and start.weekday() not in self.days:
            return False
        if self.hours and not self.hours[0] <= start.time() < self.hours[1]:
            return False
        if self.either and not any(one.suits(slot) for one in self.alternatives()):
            return False
        return slot.start == self.first if self.exact else self.first <= slot.start < self.last

    def alternatives(self) -> "list[Wish]":
        """Each by itself; itself where there are none."""
        return [replace(self, days=days, hours=hours, either=()) for days, hours in self.either] or [self]

    def within(self, day: date) -> Span:
        """The earliest and the latest start on a day that could suit."""
        if self.hours is None:
            return self.first, self.last
        return max(self.first, instant(day, self.hours[0])), min(self.last, instant(day, self.hours[1]))

    def rules_out(self, slot: Slot) -> bool:
        return self.is_busy(slot) or slot.worker in self.without

    def is_busy(self, slot: Slot) -> bool:
        return any(slot.start < end and slot.end > start for start, end in self.busy)

    def is_elsewhere(self, venue: str | None) -> bool:
        """Whether it is at another place than that, or with another worker: then the same time is a change too."""
        return bool(self.without) or self.venue not in (None, venue)

    def lies_in(self, span: Span) -> bool:
        return span[0] <= self.first and self.last <= span[1]

    def but_not(self, busy: Iterable[Span]) -> "Wish":
        """The same, less these times; one that it lies wholly in is wished for after all."""
        return replace(self, busy=tuple(sorted({*self.busy, *(one for one in busy if not self.lies_in(one))})))

    def preferring(self, other: "Wish | None") -> "Wish":
        """With whom and where that was wished for before stands until another is named."""
        if other is None:
            return self
        without = tuple(dict.fromkeys([*self.without, *other.without]))
        return replace(self, worker=self.worker or other.worker, venue=self.venue or other.venue, without=without)

    def whenever(self, first: datetime, last: datetime) -> "Wish":
        """The same worker and venue at any time of these."""
        return Wish(first, last, busy=self.busy, worker=self.worker, venue=self.venue, without=self.without)

    def a_week_on(self) -> "Wish":
        """The same by the clock."""
        first, last = (instant(local(one).date() + timedelta(days=7), local(one).time()) for one in (self.first, self.last))
        return replace(self, first=first, last=last)

    def at_hours(self, hours: tuple[time, time] | None) -> "Wish":
        """The same days, whole, at other hours."""
        first, end = local(self.first).date(), self.last_day + timedelta(days=1)
        return replace(self, first=_midnight(first), last=_midnight(end), hours=hours, exact=False, edge=None, either=())

    def written(self) -> dict[str, Any]:
        """As JSON; `read` is the way back."""
        return {
            "first": self.first.isoformat(),
            "last": self.last.isoformat(),
            **_alternative_written(self.days, self.hours),
            "exact": self.exact,
            "busy": [[start.isoformat(), end.isoformat()] for start, end in self.busy],
            "worker": self.worker,
            "venue": self.venue,
            "without": list(self.without),
            "edge": self.edge,
            "seen": [one.isoformat() for one in self.seen],
            "either": [_alternative_written(*one) for one in self.either],
            "hours_kept": self.hours_kept,
        }

    @classmethod
    def read(cls, written: Mapping[str, Any]) -> "Wish":
        days, hours = _alternative_read(written)
        return cls(
            datetime.fromisoformat(written["first"]),
            datetime.fromisoformat(written["last"]),
            days,
            hours,
            written["exact"],
            tuple((datetime.fromisoformat(start), datetime.fromisoformat(end)) for start, end in written.get("busy", ())),
            written.get("worker"),
            written.get("venue"),
            tuple(written.get("without", ())),
            written.get("edge"),
            tuple(map(datetime.fromisoformat, written.get("seen", ()))),
            tuple(map(_alternative_read, written.get("either", ()))),
            written.get("hours_kept", False),
        )

    def distance(self, slot: Slot) -> timedelta:
        """How far the start is from what was wished for, in days and in hours; nothing where it is inside."""
        if self.either:
            of_its_day = [one for one in self.alternatives() if one.days is None or slot.day.weekday() in one.days]
            return min(one.distance(slot) for one in of_its_day or self.alternatives())
        if self.first <= slot.start < self.last:
            return self._off_hours(slot)
        return min(abs(slot.start - self.first), abs(slot.start - self.last)) + self._off_hours(slot)

    def _off_hours(self, slot: Slot) -> timedelta:
        start = local(slot.start)
        if self.hours is None or self.hours[0] <= start.time() < self.hours[1]:
            return timedelta()
        bounds = [datetime.combine(start.date(), one, start.tzinfo) for one in self.hours]
        return min(abs(start - one) for one in bounds)


def _alternative_written(days: frozenset[int] | None, hours: tuple[time, time] | None) -> dict[str, Any]:
    return {"days": sorted(days) if days is not None else None, "hours": [at.isoformat() for at in hours] if hours else None}


def _alternative_read(written: Mapping[str, Any]) -> Alternative:
    days, hours = written["days"], written["hours"]
    return (
        frozenset(days) if days is not None else None,
        (time.fromisoformat(hours[0]), time.fromisoformat(hours[1])) if hours else None,
    )


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


def why(wish: Wish, limits: Limits, now: datetime, opening: Callable[[date], Sequence[Span]]) -> Why:
    """Why nothing suits the wish, the plainest reason first. `opening`: when we are open on a day."""
    if wish.last < now - A_MINUTE:
        return "past"
    if wish.last <= now + limits.notice:
        return "too_soon"
    if wish.first > now + limits.horizon:
        return "too_far"
    left = [one for one in wish.alternatives() if not (wish.either and _is_gone(one, now))]
    until = local(now + limits.horizon).date()
    found = {_why_then(one, until, opening) for one in left}
    return next((one for one in REASONS if one in found), "past")


def gone_too(wish: Wish, now: datetime) -> bool:
    """Whether one of several times that would do has gone by."""
    return bool(wish.either) and any(_is_gone(one, now) for one in wish.alternatives())


def _is_gone(wish: Wish, now: datetime) -> bool:
    """Whether the one day and its hours that are wished for lie before now."""
    if wish.hours is None or not wish.days or wish.last - wish.first > A_WEEK:
        return False
    days = _days(wish, wish.last_day)
    return bool(days) and all(datetime.combine(day, wish.hours[1], local(now).tzinfo) <= local(now) for day in days)


def _why_then(wish: Wish, until: date, opening: Callable[[date], Sequence[Span]]) -> Why:
    spans = [span for day in _days(wish, until) for span in opening(day)]
    if not spans:
        return "closed"
    return "taken" if any(_open_then(wish, span) for span in spans) else "outside"


def _days(wish: Wish, until: date) -> list[date]:
    """Those it names, all of them: the first Monday of many may be a holiday."""
    days = days_from(local(wish.first).date(), min(wish.last_day, until))
    return [day for day in days if wish.days is None or day.weekday() in wish.days]


def _open_then(wish: Wish, span: Span) -> bool:
    start, end = span
    if wish.hours and not (local(start).time() < wish.hours[1] and wish.hours[0] < local(end).time()):
        return False
    return start <= wish.last and wish.first < end


def enough(slots: Iterable[Slot]) -> bool:
    """Whether there are as many as are shown, none close to another."""
    return len(_apart(slots)) == MOST


def spread(slots: Iterable[Slot]) -> tuple[Slot, ...]:
    """The first ones that are not all in one corner of a day; where there is only a corner, its ends."""
    given = list(slots)
    return _filled(_apart(given), given)


def _filled(chosen: list[Slot], given: Sequence[Slot]) -> tuple[Slot, ...]:
    """With those that lie farthest from what is chosen, until there are as many as are shown."""

    def apart(slot: Slot) -> timedelta:
        return _gap(slot, chosen)

    while len(chosen) < MOST and (farthest := max(given, key=apart, default=None)) and apart(farthest):
        chosen.append(farthest)
    return tuple(sorted(chosen))


def of_each_day(slots: Sequence[Slot], days: int) -> tuple[Slot, ...]:
    """ "Tuesday or Wednesday": the first of each day, as many days as are named; then what lies farthest from these."""
    by_day: dict[date, list[Slot]] = {}
    for slot in slots:
        by_day.setdefault(local(slot.start).date(), []).append(slot)
    named = list(by_day.values())[:days]
    chosen = [of_day[0] for of_day in named][:MOST]
    return _filled(chosen, [slot for of_day in named for slot in of_day])


def closest(slots: Iterable[Slot]) -> tuple[Slot, ...]:
    """The first ones, which are those nearest to the time that was named, none a moment from another."""
    return tuple(_apart(slots, NEXT))


def once_each(slots: Iterable[Slot]) -> list[Slot]:
    """Who could meet them at one time is one of several: the first of them."""
    by_start: dict[datetime, Slot] = {}
    for slot in slots:
        by_start.setdefault(slot.start, slot)
    return list(by_start.values())


def latest(slots: Iterable[Slot]) -> tuple[Slot, ...]:
    """Late in the day before early, on the first days; each time once."""
    by_start = {slot.start: slot for slot in sorted(slots, reverse=True)}
    late_first = sorted(by_start.values(), key=lambda slot: (-_minute(slot), slot.start))
    return tuple(late_first[:MOST])


def _minute(slot: Slot) -> int:
    start = local(slot.start)
    return start.hour * 60 + start.minute


def _apart(slots: Iterable[Slot], gap: timedelta = APART) -> list[Slot]:
    chosen: list[Slot] = []
    for slot in slots:
        if len(chosen) < MOST and _gap(slot, chosen) >= gap:
            chosen.append(slot)
    return chosen


def _gap(slot: Slot, chosen: Iterable[Slot]) -> timedelta:
    return min((abs(slot.start - one.start) for one in chosen), default=APART)


def _instant(written: str, last: bool) -> datetime:
    """A day alone counts from its start, or to its end."""
    if "T" in written:
        return datetime.fromisoformat(written).replace(tzinfo=LONDON).astimezone(UTC)
    return _midnight(date.fromisoformat(written) + timedelta(days=last))


def _midnight(day: date) -> datetime:
    return instant(day, time.min)
