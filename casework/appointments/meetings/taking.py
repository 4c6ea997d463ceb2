"""A time that came free and was offered by e-mail is taken, or not, on a page that only its link opens."""

from uuid import UUID

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from casework import claimants
from casework.appointments.meetings import service, waiting
from casework.appointments.meetings.jobs import remind
from casework.appointments.meetings.telling import send_entry
from casework.appointments.meetings.twice import Twice, meets_already
from casework.appointments.models import Appointment, Waiting
from casework.base.clock import now
from casework.base.errors import Conflict, NotFound
from casework.council import council


async def offered(session: AsyncSession, held_id: UUID) -> Appointment:
    """What is kept for somebody who waits. Raises NotFound once it is no longer."""
    return (await _offered(session, held_id))[1]


async def take(session: AsyncSession, held_id: UUID) -> Appointment:
    """They want it: booked, or what they would move is moved there, with its reminders and an entry for their calendar.

    Raises NotFound, also where the worker is not there then by now: they wait on.
    Raises Twice where they are in another meeting then: it goes to the next person.
    """
    entry, held = await _offered(session, held_id)
    claimant = await claimants.get(session, entry.claimant_id) if entry.claimant_id else None
    moving = await waiting.to_move(session, entry)
    if await meets_already(session, held, claimant, phone=True, but=moving.id if moving else None):
        await waiting.let_pass(session, entry, held)
        raise Twice
    try:
        async with session.begin_nested():
            made = await _made(session, held, moving)
    except Conflict as gone:
        await waiting.let_pass(session, entry, held)
        raise NotFound("this time is not to be had any more") from gone
    await waiting.booked(session, held)
    await remind(session, made)
    await send_entry(session, made, claimant, "utter_booking_entry")
    return made


async def _made(session: AsyncSession, held: Appointment, moving: Appointment | None) -> Appointment:
    """Raises Conflict."""
    found, stands = await service.to_move(session, moving.id) if moving else (held, False)
    if stands:
        return await service.move(session, found, held)
    return await service.book(session, held, council().area(held.area))


async def decline(session: AsyncSession, held_id: UUID, *, stay: bool) -> None:
    """Not that time; they stay on the list or leave it. Raises NotFound."""
    entry, held = await _offered(session, held_id)
    await (waiting.let_pass if stay else waiting.leave_with)(session, entry, held)


async def _offered(session: AsyncSession, held_id: UUID) -> tuple[Waiting, Appointment]:
    query = select(Waiting).where(Waiting.offered_id == held_id, Waiting.state == "offered").with_for_update()
    entry = (await session.execute(query)).scalar_one_or_none()
    held = await session.get(Appointment, held_id)
    if entry is None or held is None or held.state != "held" or held.held_until is None or held.held_until <= now():
        raise NotFound("this time is not kept any more")
    return entry, held
