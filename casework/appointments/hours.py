"""A worker's week: which hours, and where."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, time, timedelta
from itertools import pairwise

from sqlalchemy import delete, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from casework import audit
from casework.appointments.diaries import diary_of
from casework.appointments.models import WorkingHours
from casework.base.errors import Unreadable
from casework.council import Area
from casework.staff import Staff


@dataclass(frozen=True)
class Period:
    """Local times of one weekday (Monday is 0); no venue: by phone and video only."""

    weekday: int
    starts: time
    ends: time
    venue: str | None


async def hours_of(session: AsyncSession, worker: Staff, area: str, on: date) -> list[Period]:
    """The week that holds on a day."""
    diary = await diary_of(session, worker.id)
    row = WorkingHours
    query = select(row).where(
        row.diary_id == diary.id, row.area == area, row.since <= on, or_(row.until.is_(None), row.until >= on)
    )
    found = (await session.execute(query.order_by(row.weekday, row.starts))).scalars()
    return [Period(one.weekday, one.starts, one.ends, one.venue) for one in found]


async def set_hours(
    session: AsyncSession, worker: Staff, area: Area, week: Sequence[Period], since: date, by: Staff
) -> None:
    """This week from a day on; what held before holds until then. Raises Unreadable, naming the day."""
    _check(area, week)
    diary = await diary_of(session, worker.id)
    row = WorkingHours
    mine = (row.diary_id == diary.id) & (row.area == area.id)
    await session.execute(delete(row).where(mine, row.since >= since))
    still = select(row).where(mine, or_(row.until.is_(None), row.until >= since))
    for old in (await session.execute(still)).scalars():
        old.until = since - timedelta(days=1)
    session.add_all(
        row(diary_id=diary.id, area=area.id, venue=one.venue, weekday=one.weekday, starts=one.starts, ends=one.ends, since=since)
        for one in week
    )
    await audit.note(session, "staff", "diary.hours", staff_id=by.id, subject=str(worker.id))
    await session.flush()


def _check(area: Area, week: Sequence[Period]) -> None:
    venues = {one.id for one in area.venues}
    ordered = sorted(week, key=lambda one: (one.weekday, one.starts))
    for one in ordered:
        if one.starts >= one.ends:
            raise Unreadable("a time of the day must end after it starts")
        if one.venue is not None and one.venue not in venues:
            raise Unreadable("choose one of the area's venues")
    for first, second in pairwise(ordered):
        if first.weekday == second.weekday and second.starts < first.ends:
            raise Unreadable("two times of one day overlap")
