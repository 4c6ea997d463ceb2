"""A week as the desk shows it, and what workers do with what is in it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, time, timedelta
from uuid import UUID, uuid5

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from casework import audit, claimants
from casework.appointments.meetings import groups, service
from casework.appointments.meetings.telling import tell
from casework.appointments.models import Appointment, GroupSession, Room, TimeOff, WorkerDiary
from casework.appointments.times.clashes import clashing
from casework.appointments.times.diaries import diary_of, limits
from casework.appointments.times.diary import instant
from casework.appointments.times.off import off_then
from casework.appointments.times.within_hours import outside_hours
from casework.base.clock import now
from casework.base.errors import Conflict
from casework.claimants import Claimant
from casework.staff import Staff


@dataclass(frozen=True)
class Meeting:
    """An appointment with who is in it. `away`: the worker is not there then, so it needs another time or worker;
    `clashes`: something else has come into the worker's own calendar then; `outside`: their hours are others by now.

    Of a group session, `group` and the `places` taken. `room`: its number at the venue.
    """

    appointment: Appointment
    worker: Staff
    person: Claimant | None
    away: bool
    clashes: bool = False
    outside: bool = False
    group: GroupSession | None = None
    places: Sequence[Appointment] = ()
    room: int | None = None

    @property
    def name(self) -> str:
        return self.person.preferred_name if self.person else self.appointment.name

    @property
    def people(self) -> Sequence[Appointment]:
        """What each person in it has booked: the places of a group, else the meeting itself."""
        return self.places if self.group else [self.appointment]

    @property
    def begun(self) -> bool:
        return self.appointment.starts_at <= now()


async def week(
    session: AsyncSession, areas: Sequence[str], first: date, only: Staff | None = None, days: int = 7
) -> list[Meeting]:
    """The days from `first`, soonest first; of one worker where given."""
    diary = (await diary_of(session, only.id)).id if only else None
    start, end = instant(first, time.min), instant(first + timedelta(days=days), time.min)
    found = await service.between(session, areas, start, end, diary)
    return await meetings_of(session, found)


async def to_rebook(session: AsyncSession, areas: Sequence[str]) -> list[Meeting]:
    """Booked with somebody who will not be there, or has something else on or other hours by now."""
    at = now()
    found = await service.between(session, areas, at, at + limits().horizon)
    booked = [one for one in found if one.state == "booked"]
    return [one for one in await meetings_of(session, booked) if one.away or one.clashes or one.outside]


async def call_off(session: AsyncSession, appointment_id: UUID, by: Staff) -> list[Appointment]:
    """Cancelled by us: they are told with an apology and offered another time; of a group, everybody who comes.

    Whom somebody must ring.
    """
    found = await theirs(session, appointment_id, by)
    group = await groups.of_anchor(session, found)
    people = await groups.coming(session, group) if group else [found]
    for one in people if group is None else [*people, found]:
        await service.cancel(session, one)
        await note(session, one, by, "called_off")
    return [one for one in people if not await tell(session, one, "utter_booking_called_off", uuid5(one.id, f"off {one.sequence}"))]


async def tell_booked(session: AsyncSession, made: Appointment, by: Staff) -> list[Appointment]:
    """Booked for somebody: they are told in writing. Itself, where somebody must ring them."""
    await note(session, made, by, "booked")
    return [] if await tell(session, made, "utter_booking_made", uuid5(made.id, "made")) else [made]


async def theirs(session: AsyncSession, appointment_id: UUID, by: Staff) -> Appointment:
    """One to come, locked. Raises NotFound where it is not of the worker's areas, Conflict where it is over."""
    found = await service.locked(session, appointment_id, by)
    if found.state != "booked" or found.starts_at <= now():
        raise Conflict("this appointment is over or was cancelled")
    return found


async def note(session: AsyncSession, found: Appointment, by: Staff, act: str) -> None:
    subject = str(found.id)
    await audit.note(
        session, "staff", f"appointment.{act}", staff_id=by.id, claimant_id=found.claimant_id, subject=subject
    )


async def meetings_of(session: AsyncSession, found: Sequence[Appointment]) -> list[Meeting]:
    """Each with who is in it."""
    diaries = {one.diary_id for one in found}
    query = select(WorkerDiary.id, Staff).join(Staff, Staff.id == WorkerDiary.staff_id).where(WorkerDiary.id.in_(diaries))
    workers: dict[int, Staff] = dict((await session.execute(query)).tuples().all())
    off = (await session.execute(select(TimeOff).where(TimeOff.diary_id.in_(diaries)))).scalars().all()
    clashes, outside = await clashing(session, diaries), await outside_hours(session, found)
    sessions = await groups.by_anchor(session, [one.id for one in found])
    taken = {id_: await groups.coming(session, group) for id_, group in sessions.items()}
    rooms = await _rooms(session, found)
    people = await claimants.by_ids(session, {one.claimant_id for one in found if one.claimant_id})
    return [
        Meeting(
            one, workers[one.diary_id], people.get(one.claimant_id or one.id), off_then(one, workers[one.diary_id], off),
            one.id in clashes, one.id in outside, sessions.get(one.id), taken.get(one.id, ()), rooms.get(one.room_id or 0),
        )
        for one in found
    ]


async def _rooms(session: AsyncSession, found: Sequence[Appointment]) -> dict[int, int]:
    query = select(Room.id, Room.number).where(Room.id.in_({one.room_id for one in found if one.room_id}))
    return dict((await session.execute(query)).tuples().all())
