"""A worker goes: from a day on their meetings are a named successor's, and the people know before."""

from dataclasses import dataclass
from datetime import date, time

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from casework import audit, claimants
from casework.appointments.diaries import diary_of
from casework.appointments.diary import instant
from casework.appointments.models import Appointment
from casework.appointments.reassigning import give_to, tell_reassigned
from casework.base.errors import Conflict
from casework.staff import Staff


@dataclass(frozen=True)
class Gone:
    """How many people and meetings went to the successor, and how many meetings the successor has no time for."""

    people: int
    moved: int
    stayed: int


async def leave(session: AsyncSession, leaver: Staff, to: Staff, on: date, by: Staff | None = None) -> Gone:
    """From the day on their people and meetings are the successor's, who stands in for them. Raises NoChange."""
    people = await claimants.people_of(session, leaver.id)
    for one in people:
        await claimants.change_key_worker(session, one, to, "", on, by)
    moved, stayed = await hand_over(session, leaver, to, on, by)
    leaver.away_from, leaver.away_until, leaver.deputy_id = on, None, to.id
    return Gone(len(people), moved, stayed)


async def hand_over(session: AsyncSession, leaver: Staff, to: Staff, since: date, by: Staff | None = None) -> tuple[int, int]:
    """(How many meetings moved, how many could not since the successor is busy then: those stay to be re-booked.)"""
    old, new = await diary_of(session, leaver.id), await diary_of(session, to.id)
    query = select(Appointment).where(
        Appointment.diary_id == old.id, Appointment.state == "booked", Appointment.starts_at >= instant(since, time.min),
        Appointment.group_id.is_(None),
    )
    moved = stayed = 0
    for one in (await session.execute(query.order_by(Appointment.starts_at).with_for_update())).scalars().all():
        try:
            async with session.begin_nested():
                people = await give_to(session, one, new.id)
        except Conflict:
            stayed += 1
            continue
        moved += 1
        await audit.note(session, "staff", "appointment.reassigned", staff_id=by.id if by else None, subject=str(one.id))
        for place in people:
            await tell_reassigned(session, place)
    return moved, stayed
