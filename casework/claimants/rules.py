"""Whom a person gets, how long we are responsible for them, and when they may be contacted. Pure."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any
from uuid import UUID

from casework.council.hours import WEEKDAYS

QUARTER = timedelta(minutes=15)
LOOK_AHEAD = timedelta(days=8)
# Of a phone that somebody else may read.
CAREFUL = {"neutral": True, "shared": True}


@dataclass(frozen=True)
class Worker:
    """`load` is how many people they have now."""

    id: UUID
    name: str
    specialities: frozenset[str]
    load: int


@dataclass(frozen=True)
class Clock:
    """How long we stay responsible: until `ends_on`, that day included."""

    ends_on: date
    months_left: int
    over: bool


def choose(workers: Sequence[Worker], needs: Sequence[str]) -> Worker | None:
    """Who knows most of what the person needs; among those, who has fewest people; then by name."""
    wanted = frozenset(needs)
    return min(workers, key=lambda one: (-len(wanted & one.specialities), one.load, one.name), default=None)


def responsibility(referred_on: date, months: int, today: date) -> Clock:
    ends_on = plus_months(referred_on, months)
    left = (ends_on.year - today.year) * 12 + ends_on.month - today.month - (today.day > ends_on.day)
    return Clock(ends_on, max(0, left), today > ends_on)


def plus_months(day: date, months: int) -> date:
    """The same day some months later; the last of the month where it has no such day."""
    year, month = divmod(day.month - 1 + months, 12)
    first = date(day.year + year, month + 1, 1)
    following = date(first.year + first.month // 12, first.month % 12 + 1, 1)
    return min(first.replace(day=1) + timedelta(days=day.day - 1), following - timedelta(days=1))


def may_contact(safe: Mapping[str, Any] | None, quiet_from: time, quiet_until: time, at: datetime) -> bool:
    """Whether the person may be contacted at a local time: outside quiet hours, inside their own safe hours."""
    safe = safe or {}
    clock = at.time()
    quiet = (
        clock >= quiet_from or clock < quiet_until if quiet_from > quiet_until else quiet_from <= clock < quiet_until
    )
    inside = time.fromisoformat(safe.get("from", "00:00")) <= clock < time.fromisoformat(safe.get("until", "23:59"))
    return not quiet and inside and WEEKDAYS[at.weekday()] in safe.get("days", WEEKDAYS)


def next_contact(safe: Mapping[str, Any] | None, quiet_from: time, quiet_until: time, at: datetime) -> datetime | None:
    """The first quarter of an hour from `at` (local) when they may be contacted; None within eight days."""
    moment = at
    while moment < at + LOOK_AHEAD:
        if may_contact(safe, quiet_from, quiet_until, moment):
            return moment
        moment = moment.replace(minute=moment.minute - moment.minute % 15, second=0, microsecond=0) + QUARTER
    return None


def neutral(safe: Mapping[str, Any] | None) -> bool:
    """Whether words to them must not tell what it is about."""
    return bool(safe and (safe.get("neutral") or safe.get("shared")))
