"""How full the diaries are: hours that were open, and hours that were booked, by venue and week."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from casework import claimants
from casework.appointments import diaries as diary_rows
from casework.appointments.diary import days_from, working_spans
from casework.appointments.models import Appointment
from casework.base.clock import local
from casework.council import Area

HOUR = timedelta(hours=1)
TOOK_PLACE = ("booked", "attended", "came_late", "could_not_come", "did_not_come")


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
    open_, booked = await _open(session, area, first, last), await _booked(session, area, first, last)
    places = [*(one.id for one in area.venues), None]
    rows = [(first + timedelta(days=7 * week), place) for week in range(weeks) for place in places]
    return [Use(week, place, open_[week, place] / HOUR, booked[week, place] / HOUR) for week, place in rows]


Hours = dict[tuple[date, str | None], timedelta]


async def _open(session: AsyncSession, area: Area, first: date, last: date) -> Hours:
    workers = await claimants.key_workers(session, area.id)
    closed = diary_rows.closed_in(area)
    days = [day for day in days_from(first, last) if not closed(day)]
    found: Hours = defaultdict(timedelta)
    for diary in await diary_rows.diaries(session, area, workers, first, last):
        for day in days:
            for start, end, venue in working_spans(diary, day):
                found[_monday(day), venue] += end - start
    return found


async def _booked(session: AsyncSession, area: Area, first: date, last: date) -> Hours:
    """A meeting without a venue counts where its worker was: by phone and video only."""
    start, end = diary_rows.bounds(first, last)
    query = select(Appointment.starts_at, Appointment.ends_at, Appointment.venue).where(
        Appointment.area == area.id, Appointment.starts_at >= start, Appointment.starts_at < end,
        Appointment.state.in_(TOOK_PLACE), Appointment.group_id.is_(None),
    )
    found: Hours = defaultdict(timedelta)
    for starts_at, ends_at, venue in (await session.execute(query)).tuples():
        found[_monday(_day(starts_at)), venue] += ends_at - starts_at
    return found


def _day(at: datetime) -> date:
    return local(at).date()


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())


def busiest(uses: Sequence[Use]) -> float:
    """The most hours in any one row, for a picture's scale."""
    return max((max(one.open_hours, one.booked_hours) for one in uses), default=0.0)
