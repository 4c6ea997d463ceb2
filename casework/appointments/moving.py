"""A worker gives a meeting another time; the person is told."""

from datetime import datetime
from uuid import UUID, uuid5

from sqlalchemy.ext.asyncio import AsyncSession

from casework.appointments import groups, service
from casework.appointments.diary import Slot
from casework.appointments.finding import Sought
from casework.appointments.jobs import remind
from casework.appointments.models import Appointment
from casework.appointments.telling import tell
from casework.appointments.week import note, theirs
from casework.base.errors import Conflict
from casework.council import council
from casework.staff import Staff


def sought_of(meeting: Appointment) -> Sought:
    """Another time for the same meeting; its own time counts as free."""
    return Sought(meeting.kind, meeting.format, frozenset(meeting.features), tuple(meeting.services), instead_of=meeting.id)


async def move_to(
    session: AsyncSession, appointment_id: UUID, by: Staff, start: datetime, end: datetime | None = None, venue: str | None = None
) -> bool:
    """In the same worker's diary, at the same venue unless another is given, as long as before unless `end` is given.

    False where somebody must ring them. Raises NotFound, Conflict.
    """
    found = await theirs(session, appointment_id, by)
    if await groups.of_anchor(session, found):
        raise Conflict("a group session keeps its time; call it off and make another")
    until = end or start + (found.ends_at - found.starts_at)
    slot = Slot(start, until, found.diary_id, "", venue or found.venue)
    await service.shift(session, council().area(found.area), found, slot, sought_of(found))
    await remind(session, found)
    await note(session, found, by, "moved")
    return await tell(session, found, "utter_booking_moved_by_us", uuid5(found.id, f"moved {found.sequence}"))
