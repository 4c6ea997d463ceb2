"""A worker goes: from a day on their meetings are a named successor's, and the people know before."""

from dataclasses import dataclass
from datetime import date, time

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from casework import audit, claimants
from casework.appointments.desk.reassigning import give_to, tell_reassigned
from casework.appointments.desk.taking_over import who_could
from casework.appointments.models import Appointment
from casework.appointments.times.diaries import diary_of
from casework.appointments.times.diary import instant
from casework.base.errors import Conflict
from casework.staff import Staff


@dataclass(frozen=True)
class Stayed:
    """A meeting that is to be booked anew, and why: "does not work then"."""

    meeting: Appointment
    why: str


@dataclass(frozen=True)
class Gone:
    """How many people and meetings went to the successor, which meetings the successor cannot take, and whom somebody must ring."""

    people: int
    moved: int
    stayed: list[Stayed]
    to_ring: list[Appointment]


async def leave(session: AsyncSession, leaver: Staff, to: Staff, on: date, by: Staff | None = None) -> Gone:
    """From the day on their people and meetings are the successor's, who stands in for them. Raises NoChange."""
    people = await claimants.people_of(session, leaver.id)
    for one in people:
        await claimants.change_key_worker(session, one, to, "", on, by)
    moved, stayed, to_ring = await hand_over(session, leaver, to, on, by)
    leaver.away_from, leaver.away_until, leaver.deputy_id = on, None, to.id
    return Gone(len(people), moved, stayed, to_ring)


async def hand_over(
    session: AsyncSession, leaver: Staff, to: Staff, since: date, by: Staff | None = None
) -> tuple[int, list[Stayed], list[Appointment]]:
    """(How many meetings moved, which could not: the successor does not work then, is away, elsewhere or busy, whom to ring.)"""
    old, new = await diary_of(session, leaver.id), await diary_of(session, to.id)
    query = select(Appointment).where(
        Appointment.diary_id == old.id, Appointment.state == "booked", Appointment.starts_at >= instant(since, time.min),
        Appointment.group_id.is_(None),
    )
    found = (await session.execute(query.order_by(Appointment.starts_at).with_for_update())).scalars().all()
    given = [await _given(session, meeting, to, new.id, by) for meeting in found]
    stayed = [one for one in given if isinstance(one, Stayed)]
    return len(found) - len(stayed), stayed, [one for people in given if isinstance(people, list) for one in people]


async def _given(session: AsyncSession, meeting: Appointment, to: Staff, diary_id: int, by: Staff | None) -> Stayed | list[Appointment]:
    """The people are told, and who cannot be must be rung; what cannot be given is as it was."""
    could = (await who_could(session, [meeting], [to]))[meeting.id]
    if not could or could[0].why:
        return Stayed(meeting, could[0].why or "" if could else "has left")
    try:
        async with session.begin_nested():
            people = await give_to(session, meeting, diary_id)
    except Conflict as busy:
        return Stayed(meeting, str(busy))
    await audit.note(session, "staff", "appointment.reassigned", staff_id=by.id if by else None, subject=str(meeting.id))
    return [one for one in people if not await tell_reassigned(session, one)]
