"""A worker's week: which hours, and where."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, time, timedelta
from itertools import pairwise

from sqlalchemy import or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from casework import audit
from casework.appointments.models import WorkingHours
from casework.appointments.times.diaries import diary_of
from casework.base.errors import Unreadable
from casework.council import Area
from casework.staff import Staff

A_DAY = timedelta(days=1)


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
    session: AsyncSession, worker: Staff, area: Area, week: Sequence[Period], since: date, by: Staff,
    until: date | None = None,
) -> None:
    """This week from a day on; what held before holds until then, and again after `until`. Raises Unreadable."""
    check_hours(area, week, since, until)
    diary = await diary_of(session, worker.id)
    await _make_room(session, diary.id, area.id, since, until)
    session.add_all(_row(diary.id, area.id, one, since, until) for one in week)
    await audit.note(session, "staff", "diary.hours", staff_id=by.id, subject=str(worker.id))
    await session.flush()


async def _make_room(session: AsyncSession, diary: int, area: str, since: date, until: date | None) -> None:
    """What held in these days ends before them, and goes on after them where they end."""
    row = WorkingHours
    touching = select(row).where(row.diary_id == diary, row.area == area, or_(row.until.is_(None), row.until >= since))
    if until:
        touching = touching.where(row.since <= until)
    for old in (await session.execute(touching)).scalars().all():
        if until and (old.until is None or old.until > until):
            same = Period(old.weekday, old.starts, old.ends, old.venue)
            session.add(_row(diary, area, same, until + A_DAY, old.until))
        if old.since >= since:
            await session.delete(old)
        else:
            old.until = since - A_DAY


def _row(diary: int, area: str, one: Period, since: date, until: date | None) -> WorkingHours:
    return WorkingHours(
        diary_id=diary, area=area, venue=one.venue, weekday=one.weekday, starts=one.starts, ends=one.ends,
        since=since, until=until,
    )


def check_hours(area: Area, week: Sequence[Period], since: date, until: date | None = None) -> None:
    """Raises Unreadable."""
    if until and until < since:
        raise Unreadable("the last day cannot be before the first")
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
