"""When somebody works, where it is known: weekly shifts in which no question goes."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import time, timedelta

from sqlalchemy.ext.asyncio import AsyncSession

from casework import audit
from casework.base.clock import now
from casework.base.errors import NotFound, Unreadable
from casework.checkins import rules
from casework.checkins.looking import open_job
from casework.checkins.models import Job
from casework.checkins.replanning import replan
from casework.checkins.schedule import schedule
from casework.claimants import Claimant
from casework.council.hours import WEEKDAYS
from casework.staff import Staff

MOST = 7
A_WEEK = timedelta(days=7)


def read_shifts(given: Sequence[Mapping[str, str]]) -> list[dict[str, str]]:
    """As a job keeps them: {"days": "mon fri", "from": "22:00", "until": "06:00"} each, past midnight where it ends before
    it starts. Raises Unreadable.
    """
    shifts = [_one(one) for one in given]
    shifts = [one for n, one in enumerate(shifts) if one not in shifts[:n]]
    if fault := next(_faults(shifts), None):
        raise Unreadable(fault)
    return shifts


async def change_shifts(
    session: AsyncSession, claimant: Claimant, given: Sequence[Mapping[str, str]], staff: Staff | None = None
) -> Job:
    """These are all that is known from now on, told by their person where no `staff` is. Raises Unreadable, and NotFound where no job is followed."""
    shifts = read_shifts(given)
    job = await open_job(session, claimant.id)
    if job is None:
        raise NotFound("no job of theirs is followed")
    job.shifts = shifts
    await session.flush()
    await replan(session, claimant)
    actor, staff_id = ("staff", staff.id) if staff else ("visitor", None)
    await audit.note(session, actor, "checkins.shifts", staff_id=staff_id, claimant_id=claimant.id)
    return job


def _one(given: Mapping[str, str]) -> dict[str, str]:
    named = given.get("days", "").split()
    if not named or set(named) - set(WEEKDAYS):
        raise Unreadable("choose at least one day of the shift")
    starts, ends = _time(given.get("from", "")), _time(given.get("until", ""))
    if starts == ends:
        raise Unreadable("a shift must end at another time than it starts")
    return {"days": " ".join(day for day in WEEKDAYS if day in named), "from": starts, "until": ends}


def _time(written: str) -> str:
    try:
        read = time.fromisoformat(written)
    except ValueError:
        read = None
    if read is None or read.tzinfo:
        raise Unreadable("write when the shift starts and ends, such as 22:00 and 06:00")
    return f"{read:%H:%M}"


def _faults(shifts: Sequence[Mapping[str, str]]) -> Iterator[str]:
    if len(shifts) > MOST:
        yield f"up to {MOST} shifts can be kept: put days with the same hours together"
    at = now()
    if rules.next_moment(rules.Facts(shifts=shifts), schedule().sending, at, A_WEEK) >= at + A_WEEK:
        yield "that leaves no time in the week to ask them anything: put in their real hours"
