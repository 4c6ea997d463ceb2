"""A colleague takes a meeting over at its own time; who comes to it is told, and reminded as before."""

from collections.abc import Sequence
from uuid import UUID, uuid5

from sqlalchemy.ext.asyncio import AsyncSession

from casework.appointments.desk.taking_over import who_could
from casework.appointments.desk.week import note, theirs
from casework.appointments.meetings import groups, service
from casework.appointments.meetings.jobs import remind
from casework.appointments.meetings.telling import tell
from casework.appointments.models import Appointment
from casework.appointments.times.diaries import diary_of
from casework.base.errors import Conflict, NotFound
from casework.staff import Staff


async def reassign(session: AsyncSession, appointment_id: UUID, to: Staff, by: Staff) -> list[Appointment]:
    """Whom somebody must ring; nothing happens where it is theirs already.

    Raises NotFound, Conflict with why the colleague cannot take it.
    """
    found = await theirs(session, appointment_id, by)
    if found.area not in to.areas:
        raise NotFound("no such colleague")
    diary = await diary_of(session, to.id)
    if found.diary_id == diary.id:
        return []
    could = (await who_could(session, [found], [to]))[found.id]
    if not could or could[0].why:
        raise Conflict(f"{to.name} {could[0].why if could else 'has left'}")
    people = await give_to(session, found, diary.id)
    await note(session, found, by, "reassigned")
    return [one for one in people if not await tell_reassigned(session, one)]


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
