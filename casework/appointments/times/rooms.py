"""When the rooms of an area are taken."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date, datetime, timedelta
from uuid import UUID

from sqlalchemy import select, true
from sqlalchemy.ext.asyncio import AsyncSession

from casework.appointments.models import Appointment, Room
from casework.appointments.times import diaries as diary_rows
from casework.base.clock import now
from casework.council import Area

A_DAY = timedelta(days=1)
"""No meeting is longer."""


class Taken:
    """When one room is: spans added in the order in which they begin."""

    def __init__(self) -> None:
        self._starts: list[datetime] = []
        self._until: list[datetime] = []

    def add(self, start: datetime, end: datetime) -> None:
        self._starts.append(start)
        self._until.append(max(end, self._until[-1]) if self._until else end)

    def overlaps(self, start: datetime, end: datetime) -> bool:
        before = bisect_left(self._starts, end)
        return before > 0 and self._until[before - 1] > start


class RoomsTaken:
    """When each room is, looked up once for the same days: several handfuls of diaries may share them."""

    def __init__(self, session: AsyncSession, area: Area, but: UUID | None) -> None:
        self._session, self._area, self._but = session, area, but
        self._known: dict[tuple[date, date], Mapping[tuple[str, int], Taken]] = {}

    async def on(self, days: Sequence[date]) -> Mapping[tuple[str, int], Taken]:
        """By venue and number."""
        ends = days[0], days[-1]
        if ends not in self._known:
            self._known[ends] = await self._between(*ends)
        return self._known[ends]

    async def _between(self, first: date, last: date) -> Mapping[tuple[str, int], Taken]:
        start, end = diary_rows.bounds(first, last)
        query = (
            select(Room.venue, Room.number, Appointment.starts_at, Appointment.blocked_until)
            .join(Appointment, Appointment.room_id == Room.id)
            .where(Room.area == self._area.id, Appointment.starts_at < end, Appointment.starts_at > start - A_DAY)
            .where(Appointment.ends_at > start, diary_rows.holding(now()))
            .where(Appointment.id != self._but if self._but else true())
            .order_by(Appointment.starts_at)
        )
        taken: dict[tuple[str, int], Taken] = defaultdict(Taken)
        for venue, number, begins, ends in await self._session.execute(query):
            taken[venue, number].add(begins, ends)
        return taken
