"""A worker's calendar kept by another program, as we see it. docs/calendars.md tells how to add a provider."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from casework.appointments.calendars.calendar import Entry


@dataclass(frozen=True)
class Event:
    """One occurrence, times in UTC. `busy` is False for what leaves its owner free, or was called off."""

    uid: str
    start: datetime
    end: datetime
    busy: bool


class Unreachable(Exception):
    """The calendar cannot be read or written now: no connection, no such calendar, not allowed."""


class OutsideCalendar(Protocol):
    """One calendar. Every verb raises Unreachable, and may be called again after it did."""

    async def events(self, start: datetime, end: datetime) -> Sequence[Event]:
        """All that touches the time, each occurrence of what recurs on its own."""
        ...

    async def find(self, uid: str) -> Event | None:
        """One event, whenever it is; None where it is not there."""
        ...

    async def put(self, entry: Entry) -> None:
        """Adds the entry, or makes the one of the same uid like it."""
        ...

    async def remove(self, uid: str) -> None:
        """Takes it out; one that is not there is no fault."""
        ...
