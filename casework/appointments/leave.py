"""Days or hours on which workers are not there. Whose meetings fall in them is told, and the desk books anew."""

from collections.abc import Sequence
from datetime import date, time
from uuid import UUID, uuid5

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from casework import audit
from casework.appointments.diaries import diary_of
from casework.appointments.models import TimeOff, WorkerDiary
from casework.appointments.telling import tell
from casework.appointments.week import Meeting, to_rebook
from casework.base.errors import NotFound, Unreadable
from casework.staff import Staff

LONGEST = 60
Hours = tuple[time, time] | None


async def add_leave(
    session: AsyncSession, workers: Sequence[Staff], first: date, last: date, hours: Hours, reason: str, by: Staff
) -> list[Meeting]:
    """For one worker or many at once; the meetings that need another time. Raises Unreadable."""
    if last < first:
        raise Unreadable("the last day cannot be before the first")
    if hours and hours[0] >= hours[1]:
        raise Unreadable("the first hour must come before the last")
    before = {one.appointment.id for one in await to_rebook(session, by.areas)}
    for worker in workers:
        diary = await diary_of(session, worker.id)
        starts, ends = hours or (None, None)
        session.add(TimeOff(diary_id=diary.id, first=first, last=last, starts=starts, ends=ends, reason=reason[:LONGEST]))
        await audit.note(session, "staff", "diary.leave", staff_id=by.id, subject=str(worker.id))
    await session.flush()
    hit = [one for one in await to_rebook(session, by.areas) if one.appointment.id not in before]
    for one in hit:
        await tell(session, one.appointment, "utter_booking_worker_away", uuid5(one.appointment.id, f"away {first}"))
    return hit


async def leave_of(session: AsyncSession, worker: Staff, today: date) -> Sequence[TimeOff]:
    """What is still to come, soonest first."""
    diary = await diary_of(session, worker.id)
    query = select(TimeOff).where(TimeOff.diary_id == diary.id, TimeOff.last >= today).order_by(TimeOff.first)
    return (await session.execute(query)).scalars().all()


async def drop_leave(session: AsyncSession, leave_id: UUID, by: Staff, theirs: Sequence[Staff]) -> None:
    """`theirs`: whose leave this worker may change. Raises NotFound."""
    found = await session.get(TimeOff, leave_id)
    diary = await session.get(WorkerDiary, found.diary_id) if found else None
    if found is None or diary is None or diary.staff_id not in {one.id for one in theirs}:
        raise NotFound("no such leave")
    await session.delete(found)
    await audit.note(session, "staff", "diary.leave_dropped", staff_id=by.id, subject=str(diary.staff_id))
