"""A colleague takes a meeting over at its own time; who comes to it is told, and reminded as before."""

from collections.abc import Sequence
from uuid import UUID, uuid5

from sqlalchemy.ext.asyncio import AsyncSession

from casework.appointments import groups, service
from casework.appointments.diaries import diary_of
from casework.appointments.jobs import remind
from casework.appointments.models import Appointment
from casework.appointments.telling import tell
from casework.appointments.week import note, theirs
from casework.base.errors import NotFound
from casework.staff import Staff


async def reassign(session: AsyncSession, appointment_id: UUID, to: Staff, by: Staff) -> bool:
    """False where somebody must ring them. Raises NotFound, Conflict where the colleague is busy then."""
    found = await theirs(session, appointment_id, by)
    if found.area not in to.areas:
        raise NotFound("no such colleague")
    people = await give_to(session, found, (await diary_of(session, to.id)).id)
    await note(session, found, by, "reassigned")
    return all([await tell_reassigned(session, one) for one in people])


async def give_to(session: AsyncSession, meeting: Appointment, diary_id: int) -> Sequence[Appointment]:
    """The meetings of those to be told: itself, or the places of a group. Raises Conflict."""
    await service.give_to(session, meeting, diary_id)
    group = await groups.of_anchor(session, meeting)
    people = await groups.give_to(session, group, diary_id) if group else [meeting]
    for one in people:
        await remind(session, one)
    return people


async def tell_reassigned(session: AsyncSession, one: Appointment) -> bool:
    return await tell(session, one, "utter_booking_reassigned", uuid5(one.id, f"to {one.sequence}"))
