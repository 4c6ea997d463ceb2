"""How full the diaries are: hours that were open, and hours that were booked, by venue and week."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from casework import claimants
from casework.appointments.models import Appointment
from casework.appointments.times import diaries as diary_rows
from casework.appointments.times.diary import days_from, working_spans
from casework.base.clock import local
from casework.council import Area

HOUR = timedelta(hours=1)
TOOK_PLACE = ("booked", "attended", "came_late", "could_not_come", "did_not_come")


Hours = dict[tuple[date, str | None], timedelta]


@dataclass(frozen=True)
class Use:
    """One venue (None: by phone and video only) in the week from Monday `week`."""

    week: date
    venue: str | None
    open_hours: float
    booked_hours: float

    @property
    def share(self) -> float | None:
        """Of the open hours, how much was booked; None where nothing was open."""
        return min(1.0, self.booked_hours / self.open_hours) if self.open_hours else None


async def use(session: AsyncSession, area: Area, first: date, weeks: int) -> list[Use]:
    """Week by week from the Monday `first`, its venues in the council's order."""
    last = first + timedelta(days=7 * weeks - 1)
    open_, booked = await _hours(session, area, first, last)
    places = [*(one.id for one in area.venues), None]
    rows = [(first + timedelta(days=7 * week), place) for week in range(weeks) for place in places]
    return [Use(week, place, open_[week, place] / HOUR, booked[week, place] / HOUR) for week, place in rows]


async def _hours(session: AsyncSession, area: Area, first: date, last: date) -> tuple[Hours, Hours]:
    """Open and booked. A call counts where its worker was meant to be at that time."""
    workers = await claimants.key_workers(session, area.id)
    closed = diary_rows.closed_in(area)
    days = [day for day in days_from(first, last) if not closed(day)]
    spans = {
        diary.id: [span for day in days for span in working_spans(diary, day)]
        for diary in await diary_rows.diaries(session, area, workers, first, last)
    }
    open_: Hours = defaultdict(timedelta)
    booked: Hours = defaultdict(timedelta)
    for start, end, venue in (span for of_one in spans.values() for span in of_one):
        open_[_monday(start), venue] += end - start
    for id_, start, end, venue in await _meetings(session, area, first, last):
        where = venue or next((one[2] for one in spans.get(id_, ()) if one[0] <= start < one[1]), None)
        booked[_monday(start), where] += end - start
    return open_, booked


async def _meetings(
    session: AsyncSession, area: Area, first: date, last: date
) -> Sequence[tuple[int, datetime, datetime, str | None]]:
    start, end = diary_rows.bounds(first, last)
    row = Appointment
    query = select(row.diary_id, row.starts_at, row.ends_at, row.venue).where(
        row.area == area.id, row.starts_at >= start, row.starts_at < end, row.state.in_(TOOK_PLACE), row.group_id.is_(None)
    )
    return (await session.execute(query)).tuples().all()


def _monday(at: datetime) -> date:
    day = local(at).date()
    return day - timedelta(days=day.weekday())


def busiest(uses: Sequence[Use]) -> float:
    """The most hours in any one row, for a picture's scale."""
    return max((max(one.open_hours, one.booked_hours) for one in uses), default=0.0)
