"""A worker's calendar outside: linked by them, and what was changed in it settled at the desk."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath
from uuid import UUID, uuid5

from sqlalchemy import delete, func, select
from sqlalchemy.ext.asyncio import AsyncSession

from casework import audit
from casework.appointments.calendars.over_caldav import caldav_settings
from casework.appointments.desk.moving import move_to
from casework.appointments.desk.week import Meeting, call_off, meetings_of, note, theirs
from casework.appointments.meetings.telling import tell
from casework.appointments.models import Appointment, CalendarCopy, CalendarLink, OutsideBusy
from casework.appointments.times.clashes import ASKED, KEPT
from casework.appointments.times.diaries import diary_of
from casework.appointments.times.within_hours import is_outside_their_hours
from casework.base.errors import NotFound, Unreadable
from casework.staff import Staff

LONGEST = 200
REPUT = -1
"""The number of a copy that is to be put again as we have it: no meeting has it."""


@dataclass(frozen=True)
class Proposal:
    """A meeting that was moved or removed in the calendar outside."""

    meeting: Meeting
    copy: CalendarCopy


def can_link() -> bool:
    """Whether the council has a calendar server."""
    return bool(caldav_settings().url)


async def link_of(session: AsyncSession, worker: Staff) -> CalendarLink | None:
    return await session.get(CalendarLink, (await diary_of(session, worker.id)).id)


async def link(session: AsyncSession, worker: Staff, written: str) -> CalendarLink:
    """Keep the worker's diary in step with the calendar at a path of the council's server. Raises Unreadable.

    One that a colleague's diary is kept in step with is theirs: what is on in it would be told of as this worker's.
    """
    path, diary = read_path(written), await diary_of(session, worker.id)
    await _nobody_elses(session, path, diary.id)
    await unlink(session, worker)
    made = CalendarLink(diary_id=diary.id, path=path)
    session.add(made)
    await audit.note(session, "staff", "diary.calendar_linked", staff_id=worker.id, subject=str(worker.id))
    await session.flush()
    return made


async def _nobody_elses(session: AsyncSession, path: str, diary_id: int) -> None:
    """Two who link it at once are one after the other. Raises Unreadable."""
    one_calendar = func.hashtextextended(f"calendar:{path.lower()}", 0)
    await session.execute(select(func.pg_advisory_xact_lock(one_calendar)))
    query = select(CalendarLink.diary_id).where(func.lower(CalendarLink.path) == path.lower(), CalendarLink.diary_id != diary_id)
    if (await session.execute(query.limit(1))).scalar_one_or_none() is not None:
        raise Unreadable("a colleague's diary is kept in step with that calendar: write where your own is")


async def unlink(session: AsyncSession, worker: Staff) -> None:
    """What is in the calendar outside stays there; what came from it is forgotten."""
    diary = await diary_of(session, worker.id)
    for table in (CalendarLink, CalendarCopy, OutsideBusy):
        await session.execute(delete(table).where(table.diary_id == diary.id))


def read_path(written: str) -> str:
    """A path such as sam/work, also out of the calendar's whole address. Raises Unreadable.

    It is only ever looked up on the council's own server, whatever else is written before it.
    """
    path = written.strip().removeprefix(caldav_settings().url.rstrip("/")).strip("/")
    strange = "://" in path or any(one in path for one in "\\?#%") or ".." in PurePosixPath(path).parts
    if not PurePosixPath(path).parts or len(path) > LONGEST or strange or not path.isprintable():
        raise Unreadable("write where the calendar is, such as sam/work")
    return str(PurePosixPath(path))


async def proposals(session: AsyncSession, areas: Sequence[str]) -> list[Proposal]:
    """Soonest first."""
    query = (
        select(Appointment, CalendarCopy)
        .join(CalendarCopy, (CalendarCopy.appointment_id == Appointment.id) & (CalendarCopy.diary_id == Appointment.diary_id))
        .where(Appointment.area.in_(areas), Appointment.state == "booked", CalendarCopy.proposal.is_not(None))
        .order_by(Appointment.starts_at)
    )
    found = (await session.execute(query)).tuples().all()
    copies = {appointment.id: copy for appointment, copy in found}
    meetings = await meetings_of(session, [appointment for appointment, _ in found])
    return [Proposal(one, copies[one.appointment.id]) for one in meetings]


async def accept(session: AsyncSession, appointment_id: UUID, by: Staff) -> list[Appointment]:
    """As the calendar says: moved, or called off; the person is told. Whom somebody must ring.

    Raises NotFound, Conflict.
    """
    copy = await _proposed(session, appointment_id, by)
    if copy.proposed_start is None:
        return await call_off(session, appointment_id, by)
    told = await move_to(session, appointment_id, by, copy.proposed_start, copy.proposed_end)
    await _come_outside_hours(session, appointment_id)
    return told


async def refuse(session: AsyncSession, appointment_id: UUID, by: Staff) -> list[Appointment]:
    """The meeting stays as it is here, and is put into the calendar again; nobody need be told. Raises NotFound."""
    copy = await _proposed(session, appointment_id, by)
    copy.sequence, copy.proposal, copy.proposed_start, copy.proposed_end = REPUT, None, None, None
    return []


async def ask_another(session: AsyncSession, appointment_id: UUID, by: Staff) -> list[Appointment]:
    """Something else is on then: the person is asked for another time, as where the worker is on leave.

    Whom somebody must ring. Raises NotFound, Conflict.
    """
    found = await theirs(session, appointment_id, by)
    found.clash = ASKED
    await note(session, found, by, "asked_another")
    told = await tell(session, found, "utter_booking_worker_away", uuid5(found.id, f"clash {found.sequence}"))
    return [] if told else [found]


async def come_all_the_same(session: AsyncSession, appointment_id: UUID, by: Staff) -> list[Appointment]:
    """The meeting stands, whatever else is in the calendar then; nobody need be told. Raises NotFound, Conflict."""
    found = await theirs(session, appointment_id, by)
    found.clash = KEPT
    await note(session, found, by, "kept")
    return []


async def _come_outside_hours(session: AsyncSession, appointment_id: UUID) -> None:
    """Who put the meeting outside their own hours means to come to it."""
    moved = await session.get_one(Appointment, appointment_id)
    if await is_outside_their_hours(session, moved):
        moved.clash = KEPT


async def _proposed(session: AsyncSession, appointment_id: UUID, by: Staff) -> CalendarCopy:
    found = await theirs(session, appointment_id, by)
    copy = await session.get(CalendarCopy, (found.id, found.diary_id))
    if copy is None or copy.proposal is None:
        raise NotFound("no such change")
    return copy
