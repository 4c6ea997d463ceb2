"""What became of a meeting, as its worker says, and what follows where nobody came."""

from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from casework import audit
from casework.appointments.meetings import groups, service
from casework.appointments.meetings.missing import MISSED, offer_another_later
from casework.appointments.models import Appointment
from casework.base.clock import now
from casework.base.errors import Conflict, Unreadable
from casework.staff import Staff

OUTCOMES = ("attended", "came_late", "could_not_come", MISSED)


async def attendance(session: AsyncSession, appointment_id: UUID, staff: Staff, outcome: str) -> list[Appointment]:
    """Only a worker says so. Who did not come hears once, after a while, that another time is there for them, and of no blame.

    Whom somebody must ring: nothing is written to them. Raises NotFound, Conflict (not begun), Unreadable.
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
    return [] if await offer_another_later(session, found) else [found]
