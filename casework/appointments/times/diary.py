"""When a worker could meet someone. Pure: a diary in, the starts it leaves free out, all as UTC instants."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from typing import NamedTuple

from casework.base.clock import LONDON, local

STEP = timedelta(minutes=15)
HOME = "home"
"""The place of a visit at home; no two of them are the same."""
Span = tuple[datetime, datetime]


class Working(NamedTuple):
    """One period of a weekly pattern, in local time. No `venue`: by phone and video only."""

    weekday: int
    starts: time
    ends: time
    venue: str | None
    since: date = date.min
    until: date = date.max


@dataclass(frozen=True)
class Off:
    """Days, both included, when the worker is not there; only between the hours where they are given."""

    first: date
    last: date
    starts: time | None = None
    ends: time | None = None


@dataclass(frozen=True)
class Busy:
    start: datetime
    end: datetime
    venue: str | None


@dataclass(frozen=True)
class Diary:
    id: int
    worker: str
    working: Sequence[Working]
    off: Sequence[Off] = ()
    busy: Sequence[Busy] = ()


@dataclass(frozen=True, order=True)
class Slot:
    start: datetime
    end: datetime
    diary: int = field(compare=False)
    worker: str = field(compare=False)
    venue: str | None = field(compare=False)

    @property
    def day(self) -> date:
        return local(self.start).date()


@dataclass(frozen=True)
class Limits:
    """How soon, how far ahead, and what lies between two meetings."""

    notice: timedelta
    horizon: timedelta
    buffer: timedelta
    travel: timedelta


def slots(
    diary: Diary, days: Iterable[date], length: timedelta, limits: Limits, now: datetime, at_home: bool = False,
    within: Mapping[date, Span] | None = None,
) -> Iterator[Slot]:
    """Every start in the diary, in steps of a quarter of an hour, that leaves room for the whole meeting.

    `at_home`: the worker goes there and comes back. `within`: of each day only starts in that time, both ends included.
    """
    soonest, latest = now + limits.notice, now + limits.horizon
    taken = _Taken(diary.busy, limits)
    for day in days:
        first, last = within[day] if within else (soonest, latest)
        for start, end, venue in _open(diary, day, taken, at_home):
            at = _stepped(max(start, soonest, first))
            while at + length <= end and at <= min(latest, last):
                yield Slot(at, at + length, diary.id, diary.worker, venue)
                at += STEP


def working_spans(diary: Diary, day: date) -> Iterator[tuple[datetime, datetime, str | None]]:
    """What the worker's pattern opens on a day, less what they are off, with the venue."""
    off = [_hours_off(one, day) for one in diary.off if one.first <= day <= one.last]
    for period in diary.working:
        if period.weekday == day.weekday() and period.since <= day <= period.until:
            for start, end in _left((instant(day, period.starts), instant(day, period.ends)), sorted(off)):
                yield start, end, period.venue


def days_from(first: date, last: date) -> Iterator[date]:
    """Both included."""
    return (first + timedelta(days=more) for more in range((last - first).days + 1))


def instant(day: date, at: time) -> datetime:
    """Local wall clock to UTC; a time that the clocks leave out is the one an hour on."""
    return datetime.combine(day, at, LONDON).astimezone(UTC)


class _Taken:
    """What is blocked for a meeting, by its place: worked out once for all the days."""

    def __init__(self, busy: Sequence[Busy], limits: Limits) -> None:
        self._busy, self._limits = busy, limits
        self._known: dict[str | None, list[Span]] = {}

    def for_(self, place: str | None) -> Sequence[Span]:
        """In the order in which they begin."""
        if place not in self._known:
            self._known[place] = sorted(blocked(one, place, self._limits) for one in self._busy)
        return self._known[place]


def _open(diary: Diary, day: date, taken: _Taken, at_home: bool) -> Iterator[tuple[datetime, datetime, str | None]]:
    for first, last, venue in working_spans(diary, day):
        for start, end in _left((first, last), taken.for_(HOME if at_home else venue)):
            yield start, end, venue


def _hours_off(off: Off, day: date) -> Span:
    return instant(day, off.starts or time.min), instant(day, off.ends or time.max)


def blocked(busy: Busy, venue: str | None, limits: Limits) -> Span:
    """A meeting with what must lie around it: a pause, and the way from and to another venue or a home."""
    elsewhere = HOME in (busy.venue, venue) or (busy.venue is not None and venue is not None and busy.venue != venue)
    around = limits.travel if elsewhere else limits.buffer
    return busy.start - around, busy.end + around


def _left(whole: Span, taken: Sequence[Span]) -> Iterator[Span]:
    start, end = whole
    for first, last in taken:
        if first >= end:
            break
        if first > start:
            yield start, first
        start = max(start, last)
        if start >= end:
            return
    if start < end:
        yield start, end


def _stepped(at: datetime) -> datetime:
    """Up to the next quarter of an hour by the local clock."""
    wall = local(at)
    over = timedelta(minutes=wall.minute % 15, seconds=wall.second, microseconds=wall.microsecond)
    return at + (STEP - over if over else timedelta())
