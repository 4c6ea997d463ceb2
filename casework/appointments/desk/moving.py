"""A worker gives a meeting another time; the person is told."""

from datetime import datetime
from uuid import UUID, uuid5

from sqlalchemy.ext.asyncio import AsyncSession

from casework.appointments.desk.week import note, theirs
from casework.appointments.meetings import groups, service
from casework.appointments.meetings.jobs import remind
from casework.appointments.meetings.telling import tell
from casework.appointments.models import Appointment
from casework.appointments.times.diary import Slot
from casework.appointments.times.finding import Sought
from casework.base.errors import Conflict
from casework.council import council
from casework.staff import Staff


def sought_of(meeting: Appointment) -> Sought:
    """Another time for the same meeting, which may touch its own."""
    return Sought(
        meeting.kind, meeting.format, frozenset(meeting.features), tuple(meeting.services), instead_of=meeting.id,
        but_at=meeting.starts_at,
    )


async def move_to(
    session: AsyncSession, appointment_id: UUID, by: Staff, start: datetime, end: datetime | None = None, venue: str | None = None
) -> list[Appointment]:
    """In the same worker's diary, at the same venue unless another is given, as long as before unless `end` is given.

    Whom somebody must ring. Raises NotFound, Conflict.
    """
    found = await theirs(session, appointment_id, by)
    if await groups.of_anchor(session, found):
        raise Conflict("a group session keeps its time; call it off and make another")
    if found.starts_at == start and (end is None or end == found.ends_at):
        raise Conflict("it is at that time already")
    until = end or start + (found.ends_at - found.starts_at)
    slot = Slot(start, until, found.diary_id, "", venue or found.venue)
    await service.shift(session, council().area(found.area), found, slot, sought_of(found))
    await remind(session, found)
    await note(session, found, by, "moved")
    told = await tell(session, found, "utter_booking_moved_by_us", uuid5(found.id, f"moved {found.sequence}"))
    return [] if told else [found]
