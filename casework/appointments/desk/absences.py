"""Who is off on which days, as the desk's diary shows it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, time

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from casework import claimants
from casework.appointments.models import TimeOff, WorkerDiary
from casework.staff import Staff


@dataclass(frozen=True)
class OffDay:
    """Whole days where no hours are given."""

    worker: Staff
    starts: time | None = None
    ends: time | None = None
    reason: str = ""


async def off_on(
    session: AsyncSession, areas: Sequence[str], days: Sequence[date], only: Staff | None = None
) -> dict[date, list[OffDay]]:
    """By day; of one worker where given, else of the areas' staff."""
    there = [only] if only else list(await claimants.colleagues(session, areas))
    query = (
        select(WorkerDiary.staff_id, TimeOff)
        .join(TimeOff, TimeOff.diary_id == WorkerDiary.id)
        .where(WorkerDiary.staff_id.in_([one.id for one in there]), TimeOff.first <= days[-1], TimeOff.last >= days[0])
        .order_by(TimeOff.first, TimeOff.starts)
    )
    off = (await session.execute(query)).tuples().all()
    return {day: [found for worker in there for found in _off(worker, [row for id_, row in off if id_ == worker.id], day)] for day in days}


def _off(worker: Staff, rows: Sequence[TimeOff], day: date) -> list[OffDay]:
    if claimants.is_away(worker, day):
        return [OffDay(worker)]
    return [OffDay(worker, one.starts, one.ends, one.reason) for one in rows if one.first <= day <= one.last]
