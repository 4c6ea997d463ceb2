"""What became of a meeting, as its worker says, and what follows where nobody came."""

from uuid import UUID, uuid5

from sqlalchemy.ext.asyncio import AsyncSession

from casework import audit, claimants
from casework.appointments import groups, service
from casework.appointments.models import Appointment
from casework.appointments.telling import in_danger, tell
from casework.base.clock import now
from casework.base.errors import Conflict, Unreadable
from casework.staff import Staff

OUTCOMES = ("attended", "came_late", "could_not_come", "did_not_come")
MISSED = "did_not_come"


async def attendance(session: AsyncSession, appointment_id: UUID, staff: Staff, outcome: str) -> list[Appointment]:
    """Only a worker says so. Who did not come hears once that another time is there for them, and of no blame.

    Whom somebody must ring: nothing was written to them. Raises NotFound, Conflict (not begun), Unreadable.
    """
    if outcome not in OUTCOMES:
        raise Unreadable("choose how it went")
    found = await service.locked(session, appointment_id, staff)
    if found.state in ("held", "let_go", "cancelled") or found.starts_at > now():
        raise Conflict("this appointment has not been yet")
    found.state = outcome
    await audit.note(
        session, "staff", f"appointment.{outcome}", staff_id=staff.id, claimant_id=found.claimant_id, subject=str(found.id)
    )
    if outcome != MISSED or await groups.of_anchor(session, found):
        return []
    return [] if await _offer_another(session, found) else [found]


async def _offer_another(session: AsyncSession, missed: Appointment) -> bool:
    claimant = await claimants.get(session, missed.claimant_id) if missed.claimant_id else None
    if await in_danger(session, missed.conversation_id, claimant):
        return False
    return await tell(session, missed, "utter_booking_missed", uuid5(missed.id, "missed"))
