"""Days or hours on which workers are not there. Whose meetings fall in them is told, and the desk books anew."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, time, timedelta
from uuid import UUID, uuid4

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from casework import audit
from casework.appointments.desk.week import Meeting, meetings_of
from casework.appointments.meetings.telling import tell
from casework.appointments.models import Appointment, TimeOff, WorkerDiary
from casework.appointments.times.diaries import diary_of
from casework.appointments.times.off import covers, hold_still
from casework.base.clock import local, now
from casework.base.errors import NotFound, Unreadable
from casework.staff import Staff, set_absence

LONGEST = 60
LONGEST_SPAN, FURTHEST = timedelta(days=366), timedelta(days=2 * 366)
Hours = tuple[time, time] | None


@dataclass(frozen=True)
class Told:
    """Meetings that need another time, those that stand after all, and whom of them somebody must ring."""

    hit: Sequence[Meeting] = ()
    stand: Sequence[Meeting] = ()
    to_ring: Sequence[Appointment] = ()


def check_leave(first: date, last: date, hours: Hours = None) -> None:
    """Raises Unreadable for days that cannot be, or that nobody means."""
    if last < first:
        raise Unreadable("the last day cannot be before the first")
    if last - first > LONGEST_SPAN:
        raise Unreadable("that is more than a year; look at the days again")
    if first > local(now()).date() + FURTHEST:
        raise Unreadable("that is more than two years ahead; look at the days again")
    if hours and hours[0] >= hours[1]:
        raise Unreadable("the first hour must come before the last")


async def hit_by(
    session: AsyncSession, workers: Sequence[Staff], first: date, last: date, hours: Hours = None
) -> list[Meeting]:
    """What those days would touch of the workers' meetings, soonest first; not what needs another time already.

    Raises Unreadable.
    """
    check_leave(first, last, hours)
    off = TimeOff(first=first, last=last, starts=hours[0] if hours else None, ends=hours[1] if hours else None)
    return [one for one in await to_come(session, workers) if not one.away and covers(off, one.appointment)]


async def add_leave(
    session: AsyncSession, workers: Sequence[Staff], first: date, last: date, hours: Hours, reason: str, by: Staff
) -> Told:
    """For one worker or many at once; everybody in the meetings it touches is told. Raises Unreadable."""
    if last < local(now()).date():
        raise Unreadable("those days have gone by")
    await hold_still(session, workers)
    hit = await hit_by(session, workers, first, last, hours)
    starts, ends = hours or (None, None)
    for worker in workers:
        diary = await diary_of(session, worker.id)
        session.add(TimeOff(diary_id=diary.id, first=first, last=last, starts=starts, ends=ends, reason=reason[:LONGEST]))
        await audit.note(session, "staff", "diary.leave", staff_id=by.id, subject=str(worker.id))
    await session.flush()
    return await tell_all(session, hit, [])


async def be_away(session: AsyncSession, member: Staff, first: date | None, last: date | None, deputy: Staff | None) -> Told:
    """As the worker says of themselves, with who stands in; told as for leave. No first day: they are back.

    Raises Unusable, Unreadable.
    """
    await check_absence(session, first, last, deputy)
    await hold_still(session, [member])
    before = await to_come(session, [member])
    await set_absence(session, member, first, last, deputy)
    await session.flush()
    return await _changed(session, before)


async def check_absence(session: AsyncSession, first: date | None, last: date | None, deputy: Staff | None) -> None:
    """Nothing at all is being back. Raises Unreadable, also where who stands in is away themselves."""
    if first is None and last is None:
        return
    if first is None or last is None:
        raise Unreadable("choose the first day too" if first is None else "choose the last day too")
    check_leave(first, last)
    if last < local(now()).date():
        raise Unreadable("those days have gone by")
    if deputy and await _is_off_between(session, deputy, first, last):
        raise Unreadable(f"{deputy.name} is away in those days too; choose somebody else")


async def _is_off_between(session: AsyncSession, worker: Staff, first: date, last: date) -> bool:
    """For a whole day of these, or more."""
    if worker.away_from and worker.away_from <= last and (worker.away_until is None or first <= worker.away_until):
        return True
    diary = await diary_of(session, worker.id)
    off = select(TimeOff.id).where(
        TimeOff.diary_id == diary.id, TimeOff.first <= last, TimeOff.last >= first, TimeOff.starts.is_(None)
    )
    return (await session.execute(off.limit(1))).scalar_one_or_none() is not None


async def leave_of(session: AsyncSession, worker: Staff, today: date) -> Sequence[TimeOff]:
    """What is still to come, soonest first."""
    diary = await diary_of(session, worker.id)
    query = select(TimeOff).where(TimeOff.diary_id == diary.id, TimeOff.last >= today).order_by(TimeOff.first)
    return (await session.execute(query)).scalars().all()


async def drop_leave(session: AsyncSession, leave_id: UUID, by: Staff, theirs: Sequence[Staff]) -> Told:
    """Whoever was told that the worker is away hears that the meeting stands after all.

    `theirs`: whose leave this worker may change. Raises NotFound.
    """
    found = await session.get(TimeOff, leave_id)
    diary = await session.get(WorkerDiary, found.diary_id) if found else None
    if found is None or diary is None or diary.staff_id not in {one.id for one in theirs}:
        raise NotFound("no such leave")
    before = await to_come(session, theirs)
    await session.delete(found)
    await session.flush()
    await audit.note(session, "staff", "diary.leave_dropped", staff_id=by.id, subject=str(diary.staff_id))
    return await _changed(session, before)


async def _changed(session: AsyncSession, before: Sequence[Meeting]) -> Told:
    was_away = {one.appointment.id: one.away for one in before}
    after = await meetings_of(session, [one.appointment for one in before])
    changed = [one for one in after if one.away != was_away[one.appointment.id]]
    return await tell_all(session, [one for one in changed if one.away], [one for one in changed if not one.away])


async def tell_all(session: AsyncSession, hit: Sequence[Meeting], stand: Sequence[Meeting]) -> Told:
    """Each is told once, as only what changes now is told of: who comes to a group too."""
    words = [("utter_booking_worker_away", hit), ("utter_booking_stands", stand)]
    people = [(name, one) for name, meetings in words for meeting in meetings for one in meeting.people]
    to_ring = [one for name, one in people if not await tell(session, one, name, uuid4())]
    return Told(hit, stand, to_ring)


async def to_come(session: AsyncSession, workers: Sequence[Staff]) -> list[Meeting]:
    ids = [(await diary_of(session, one.id)).id for one in workers]
    query = select(Appointment).where(
        Appointment.diary_id.in_(ids), Appointment.state == "booked", Appointment.starts_at > now(),
        Appointment.group_id.is_(None),
    )
    return await meetings_of(session, (await session.execute(query.order_by(Appointment.starts_at))).scalars().all())
