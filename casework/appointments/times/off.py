"""Whether a worker is off in the time of a meeting: away, or on leave for some of it."""

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from casework import claimants
from casework.appointments.models import Appointment, TimeOff, WorkerDiary
from casework.appointments.times.diaries import diary_of
from casework.base.clock import local
from casework.staff import Staff


async def hold_still(session: AsyncSession, workers: Sequence[Staff]) -> None:
    """Until the transaction ends nobody else books with them or changes when they are there."""
    ids = sorted([(await diary_of(session, one.id)).id for one in workers])
    await session.execute(select(WorkerDiary.id).where(WorkerDiary.id.in_(ids)).order_by(WorkerDiary.id).with_for_update())


async def is_off(session: AsyncSession, meeting: Appointment, diary_id: int) -> bool:
    """Whoever's diary it is, in the time of the meeting. Leave that is added at this moment is waited for, and then waits."""
    day = local(meeting.starts_at).date()
    whose = select(Staff).join(WorkerDiary, WorkerDiary.staff_id == Staff.id).where(WorkerDiary.id == diary_id)
    worker = (await session.execute(whose.with_for_update(read=True, key_share=True, of=WorkerDiary))).scalar_one()
    row = TimeOff
    days = select(row).where(row.diary_id == diary_id, row.first <= day, row.last >= day)
    off = (await session.execute(days)).scalars().all()
    return claimants.is_away(worker, day) or any(covers(one, meeting) for one in off)


def off_then(meeting: Appointment, worker: Staff, off: Sequence[TimeOff]) -> bool:
    """`off`: of several workers. Pure."""
    away = claimants.is_away(worker, local(meeting.starts_at).date())
    return away or any(one.diary_id == meeting.diary_id and covers(one, meeting) for one in off)


def covers(off: TimeOff, meeting: Appointment) -> bool:
    """Whether some of the meeting lies in it. Pure."""
    start, end = local(meeting.starts_at), local(meeting.ends_at)
    if not off.first <= start.date() <= off.last:
        return False
    return off.starts is None or off.ends is None or (start.time() < off.ends and off.starts < end.time())
