"""Nobody is asked to be in two meetings at once."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from casework.appointments.diaries import worker_of
from casework.appointments.models import Appointment
from casework.appointments.wishes import Wish
from casework.base.clock import now
from casework.base.errors import Conflict
from casework.claimants import Claimant


async def clear_of_theirs(session: AsyncSession, wish: Wish, claimant: Claimant, but: UUID | None = None) -> Wish:
    """The wish, less when they have a meeting to come or a place in a group, whatever they say; without the meeting `but`."""
    taken = [(one.starts_at, one.ends_at) for one in await _to_come(session, claimant, but)]
    return replace(wish, busy=tuple(sorted({*wish.busy, *taken})))


async def only_once(
    session: AsyncSession, claimant: Claimant, start: datetime, end: datetime, but: UUID | None = None
) -> None:
    """Raises Conflict where the person is somewhere else then."""
    for one in await _to_come(session, claimant, but):
        if one.starts_at < end and one.ends_at > start:
            raise Conflict(f"{claimant.preferred_name} has a meeting with {await worker_of(session, one)} then")


async def _to_come(session: AsyncSession, claimant: Claimant, but: UUID | None) -> Sequence[Appointment]:
    query = select(Appointment).where(
        Appointment.claimant_id == claimant.id, Appointment.state == "booked", Appointment.ends_at > now()
    )
    found = (await session.execute(query.order_by(Appointment.starts_at))).scalars().all()
    return [one for one in found if one.id != but]
