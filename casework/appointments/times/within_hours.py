"""Whether a meeting lies in its worker's hours as they are by now, and where the worker is then."""

from collections.abc import Collection, Iterable, Sequence
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from casework.appointments.models import Appointment, WorkingHours
from casework.appointments.times.clashes import KEPT
from casework.appointments.times.hours import Period
from casework.base.clock import local

GROUP = "group"


async def outside_hours(session: AsyncSession, found: Collection[Appointment]) -> set[UUID]:
    """Of those that are booked; not what the worker said they come to all the same."""
    return await _outside(session, [one for one in found if one.state == "booked" and one.clash != KEPT])


async def is_outside_their_hours(session: AsyncSession, meeting: Appointment) -> bool:
    """Whether or not it is booked yet."""
    return bool(await _outside(session, [meeting]))


async def _outside(session: AsyncSession, every: Sequence[Appointment]) -> set[UUID]:
    """None of whom nobody wrote down any hours yet; a session for a group has a time of its own."""
    found = [one for one in every if one.kind != GROUP]
    query = select(WorkingHours).where(WorkingHours.diary_id.in_({one.diary_id for one in found}))
    rows = (await session.execute(query)).scalars().all()
    written = {(one.diary_id, one.area) for one in rows}
    theirs = [one for one in found if (one.diary_id, one.area) in written]
    return {one.id for one in theirs if not is_within(one, _that_hold(rows, one))}


def is_within(meeting: Appointment, week: Iterable[Period]) -> bool:
    """All of it, in one stretch; face to face only where the worker is at its venue then. Pure."""
    start, end = local(meeting.starts_at), local(meeting.ends_at)
    reached = start.time()
    venue = meeting.venue if meeting.format == "in_person" else None
    for one in sorted(week, key=lambda one: one.starts):
        if one.weekday == start.weekday() and venue in (None, one.venue) and one.starts <= reached:
            reached = max(reached, one.ends)
    return end.date() == start.date() and reached >= end.time()


def _that_hold(rows: Sequence[WorkingHours], meeting: Appointment) -> list[Period]:
    day = local(meeting.starts_at).date()
    theirs = [one for one in rows if (one.diary_id, one.area) == (meeting.diary_id, meeting.area)]
    return [
        Period(one.weekday, one.starts, one.ends, one.venue)
        for one in theirs if one.since <= day and (one.until is None or day <= one.until)
    ]
