"""Why one's own worker cannot be had: whether they are away in all the time wished for, and from when they are back."""

from collections.abc import Sequence
from datetime import date, timedelta

from sqlalchemy.ext.asyncio import AsyncSession

from casework.appointments.times.diaries import diaries
from casework.appointments.times.diary import Diary, days_from, working_spans
from casework.appointments.times.wishes import Wish
from casework.base.clock import local
from casework.council import Area
from casework.staff import Staff

FURTHEST, MOST = timedelta(days=60), timedelta(days=14)


async def away_until(session: AsyncSession, area: Area, worker: Staff, wish: Wish) -> date | None:
    """The first day they work again; None where they work on a day of the wish, or not soon after it."""
    first = local(wish.first).date()
    last = min(wish.last_day, first + MOST)
    days = [day for day in days_from(first, last) if wish.days is None or day.weekday() in wish.days]
    found = await diaries(session, area, [worker], first, last + FURTHEST)
    return next((back_on(one, days, last + FURTHEST) for one in found), None)


def back_on(diary: Diary, days: Sequence[date], until: date) -> date | None:
    """The same, of the days and up to the last to look at. Pure. Days that are never theirs are no absence."""
    theirs = [day for day in days if _has_hours(diary, day)]
    if not theirs or any(_works(diary, day) for day in theirs):
        return None
    return next((day for day in days_from(theirs[-1], until) if _works(diary, day)), None)


def _has_hours(diary: Diary, day: date) -> bool:
    return any(one.weekday == day.weekday() and one.since <= day <= one.until for one in diary.working)


def _works(diary: Diary, day: date) -> bool:
    return any(True for _ in working_spans(diary, day))
