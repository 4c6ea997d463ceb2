"""Nobody is asked to be in two meetings at once."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from casework.appointments.models import Appointment
from casework.appointments.times.diaries import worker_of
from casework.appointments.times.wishes import Wish
from casework.base.clock import now
from casework.base.errors import Conflict
from casework.claimants import Claimant

PEOPLE = 20
"""The first of the two numbers of a lock on a person; those on diaries and rooms have one."""


class Twice(Conflict):
    """They are in another meeting then."""

    def __init__(self) -> None:
        super().__init__("you have another meeting then")


async def clear_of_theirs(session: AsyncSession, wish: Wish, claimant: Claimant, but: UUID | None = None) -> Wish:
    """The wish, less when they have a meeting to come or a place in a group, whatever they say; without the meeting `but`."""
    taken = [(one.starts_at, one.ends_at) for one in await _to_come(session, claimant, but)]
    return replace(wish, busy=tuple(sorted({*wish.busy, *taken})))


async def only_once(
    session: AsyncSession, claimant: Claimant, start: datetime, end: datetime, but: UUID | None = None
) -> None:
    """Raises Conflict where the person is somewhere else then; nobody else books for them until the transaction ends."""
    await _alone_with(session, claimant.id)
    for one in await _to_come(session, claimant, but):
        if one.starts_at < end and one.ends_at > start:
            raise Conflict(f"{claimant.preferred_name} has a meeting with {await worker_of(session, one)} then")


async def meets_already(session: AsyncSession, held: Appointment, claimant: Claimant | None, *, phone: bool, but: UUID | None = None) -> bool:
    """Whether who is to have it is in another meeting then; nobody else books for them until the transaction ends.

    Of somebody we do not know it is what was made in the same conversation: a web chat is one person's, by phone it is by their name.
    """
    await _alone_with(session, claimant.id if claimant else held.conversation_id)
    found = await theirs_to_come(session, held.conversation_id, claimant, held.name if phone else None, but)
    return any(one.starts_at < held.ends_at and one.ends_at > held.starts_at for one in found)


async def theirs_to_come(
    session: AsyncSession, conversation_id: UUID | None, claimant: Claimant | None, name: str | None = None, but: UUID | None = None
) -> Sequence[Appointment]:
    """Of the person, else of this conversation, where a name is given only those of that name."""
    if claimant:
        return await _to_come(session, claimant, but)
    query = select(Appointment).where(
        Appointment.conversation_id == conversation_id, Appointment.claimant_id.is_(None), Appointment.state == "booked", Appointment.ends_at > now()
    )
    found = (await session.execute(query.order_by(Appointment.starts_at))).scalars().all()
    return [one for one in found if one.id != but and (name is None or one.name.strip().casefold() == name.strip().casefold())]


async def _alone_with(session: AsyncSession, whose: UUID | None) -> None:
    await session.execute(select(func.pg_advisory_xact_lock(PEOPLE, func.hashtext(str(whose)))))


async def _to_come(session: AsyncSession, claimant: Claimant, but: UUID | None) -> Sequence[Appointment]:
    query = select(Appointment).where(
        Appointment.claimant_id == claimant.id, Appointment.state == "booked", Appointment.ends_at > now()
    )
    found = (await session.execute(query.order_by(Appointment.starts_at))).scalars().all()
    return [one for one in found if one.id != but]
