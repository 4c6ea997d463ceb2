"""What a page showed of a meeting, and what a colleague did to it since: then nothing is done over their head."""

from uuid import UUID

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from casework.appointments.meetings import service
from casework.appointments.models import Appointment
from casework.appointments.times.diaries import worker_of
from casework.audit import AuditRow
from casework.base.clock import now
from casework.base.errors import Conflict
from casework.council import say_when_in_full
from casework.staff import Staff

OUTCOMES = {
    "attended": "came", "came_late": "came late", "could_not_come": "could not come, and told us",
    "did_not_come": "did not come",
}


class Meanwhile(Conflict):
    """Somebody has changed the meeting since the page was made."""


def shown(one: Appointment) -> str:
    """What a form carries."""
    return f"{one.sequence}-{one.state}"


async def as_seen(session: AsyncSession, appointment_id: UUID, by: Staff, seen: str) -> Appointment:
    """The meeting, locked. Raises NotFound where it is not of the worker's areas, Meanwhile where the page is old."""
    found = await service.locked(session, appointment_id, by)
    if seen != shown(found):
        raise Meanwhile(await _what_happened(session, found, by))
    return found


async def _what_happened(session: AsyncSession, found: Appointment, by: Staff) -> str:
    act, who = await _last_act(session, found, by)
    when = say_when_in_full(found.starts_at, now())
    if found.state == "cancelled":
        said = f"{who} called it off" if act == "called_off" else "it was called off"
    elif found.state in OUTCOMES:
        said = f"{who} noted that they {OUTCOMES[found.state]}"
    elif act == "moved":
        said = f"{who} moved it to {when}"
    elif act == "reassigned":
        said = f"{who} gave it to {await worker_of(session, found)}"
    else:
        said = f"it was changed to {when}"
    return f"{said} meanwhile. Nothing was changed now, and nothing was sent"


async def _last_act(session: AsyncSession, found: Appointment, by: Staff) -> tuple[str, str]:
    """What was done to it last, and by whom."""
    query = select(AuditRow.act, AuditRow.staff_id, Staff.name).outerjoin(Staff, Staff.id == AuditRow.staff_id).where(
        AuditRow.subject == str(found.id), AuditRow.act.startswith("appointment."), AuditRow.allowed
    )
    row = (await session.execute(query.order_by(AuditRow.at.desc()).limit(1))).first()
    if row is None:
        return "", "a colleague"
    return row[0].removeprefix("appointment."), "you" if row[1] == by.id else row[2] or "a colleague"
