"""Another time is offered to who did not come, a little later: until then what the desk pressed can be taken back."""

from datetime import timedelta
from uuid import UUID, uuid5

from sqlalchemy.ext.asyncio import AsyncSession

from casework import claimants
from casework.appointments.meetings.telling import in_danger, reaches, tell
from casework.appointments.models import Appointment
from casework.base.db import transaction
from casework.base.queue import defer, queue

MISSED = "did_not_come"
TAKEN_BACK_WITHIN = timedelta(minutes=10)


async def offer_another_later(session: AsyncSession, missed: Appointment) -> bool:
    """False where somebody must ring them instead: they are in danger, or we have no way to write to them."""
    claimant = await claimants.get(session, missed.claimant_id) if missed.claimant_id else None
    if await in_danger(session, missed.conversation_id, claimant):
        return False
    if not await reaches(session, missed, claimant):
        return False
    await defer(session, offer_another, in_seconds=int(TAKEN_BACK_WITHIN.total_seconds()), appointment=str(missed.id))
    return True


@queue.task(name="offer_another")
async def offer_another(appointment: str) -> None:
    """Said once, if it is still so that they did not come, and nothing graver is open."""
    async with transaction() as session:
        missed = await session.get(Appointment, UUID(appointment), with_for_update=True)
        if missed is None or missed.state != MISSED:
            return
        claimant = await claimants.get(session, missed.claimant_id) if missed.claimant_id else None
        if not await in_danger(session, missed.conversation_id, claimant):
            await tell(session, missed, "utter_booking_missed", uuid5(missed.id, "missed"))
