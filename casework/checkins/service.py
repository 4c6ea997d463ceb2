"""A job starts, changes, ends; how often its person is asked. Each plans anew in the caller's transaction."""

from collections.abc import Sequence
from datetime import date, timedelta

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from casework import audit
from casework.base.clock import local, now
from casework.base.errors import NotFound, Unreadable
from casework.checkins import rules, tasks
from casework.checkins.looking import open_job
from casework.checkins.models import Job
from casework.checkins.replanning import replan
from casework.checkins.schedule import Cadence
from casework.checkins.welcoming import welcome
from casework.claimants import Claimant
from casework.staff import Staff

# Whoever tells of a job for somebody else: its person hears what comes now.
FOR_OTHERS = frozenset({"worker", "partner"})
# Who takes back that a job is over does so within this time.
TAKEN_BACK_IN = timedelta(days=7)
# Longer than anybody is asked about a job.
FOR_GOOD = timedelta(days=3 * 365)


async def job_started(
    session: AsyncSession,
    claimant: Claimant,
    starts_on: date,
    *,
    reported_by: str,
    first_payday: date | None = None,
    cadence: Cadence | None = None,
    shifts: Sequence[dict[str, str]] = (),
    staff: Staff | None = None,
) -> Job:
    """Follow a new job, or change the one that is followed; its check-ins are planned at once. Raises Unreadable.

    Whose worker, or a partner, tells of a new one is welcomed to it.
    """
    if fault := rules.unfit(starts_on, first_payday, local(now()).date()):
        raise Unreadable(fault)
    await _alone(session, claimant)
    job = await open_job(session, claimant.id)
    is_new = job is None
    if job is None:
        job = Job(claimant_id=claimant.id, reported_by=reported_by, staff_id=staff.id if staff else None)
        session.add(job)
    job.starts_on = starts_on
    known = job.first_payday
    job.first_payday = first_payday or (known if known and known >= starts_on else None)
    job.cadence = cadence or job.cadence or "usual"
    job.shifts = list(shifts) or job.shifts or []
    await session.flush()
    await replan(session, claimant)
    await _note(session, "job.started", claimant, staff)
    if is_new and reported_by in FOR_OTHERS:
        await welcome(session, claimant.id, job.id)
    return job


async def job_ended(
    session: AsyncSession, claimant: Claimant, on: date, staff: Staff | None = None, *, call: bool = False
) -> Job | None:
    """What was to be asked is not asked any more. None where no job is followed. Raises Unreadable.

    `call`: the person has not been spoken to about it, so that somebody is to ring them within the standard.
    """
    if on > local(now()).date():
        raise Unreadable("tell us of the end once the last day has come")
    job = await open_job(session, claimant.id)
    if job is None:
        return None
    job.ended_on = max(on, job.starts_on)
    await session.flush()
    await replan(session, claimant)
    await _note(session, "job.ended", claimant, staff)
    if call:
        await tasks.job_over(session, claimant)
    elif staff:
        await tasks.spoken(session, claimant, staff)
    return job


async def spoke(session: AsyncSession, claimant: Claimant, staff: Staff) -> Job | None:
    """One of us has spoken with them, on the phone or face to face, while they are in work. None where no job is followed."""
    job = await open_job(session, claimant.id)
    if job is not None:
        job.spoken_at = now()
        await _note(session, "job.spoken", claimant, staff)
    return job


async def job_back(session: AsyncSession, claimant: Claimant) -> Job | None:
    """A job that was told to be over by mistake, a short while ago, is followed as before. None where there is none."""
    if await open_job(session, claimant.id):
        return None
    ended = select(Job).where(Job.claimant_id == claimant.id, Job.ended_on >= local(now()).date() - TAKEN_BACK_IN)
    job = (await session.execute(ended.order_by(Job.ended_on.desc()).limit(1).with_for_update())).scalar_one_or_none()
    if job is None:
        return None
    job.ended_on = None
    await session.flush()
    await replan(session, claimant)
    await _note(session, "job.back", claimant, None)
    return job


async def change_plan(
    session: AsyncSession,
    claimant: Claimant,
    staff: Staff | None = None,
    *,
    cadence: Cadence | None = None,
    paused_until: date | None = None,
) -> Job:
    """Ask more or less often from here on, or not before a day is over; a day that is past ends a pause.

    Raises NotFound where no job is followed.
    """
    job = await _followed(session, claimant)
    job.cadence = cadence or job.cadence
    job.paused_until = paused_until or job.paused_until
    await replan(session, claimant)
    await _note(session, "checkins.change", claimant, staff)
    return job


async def ask_nothing(session: AsyncSession, claimant: Claimant) -> None:
    """The job is known and nothing is asked about it, as if it were paused for as long as we would ask."""
    await change_plan(session, claimant, paused_until=local(now()).date() + FOR_GOOD)


def asks_nothing(job: Job) -> bool:
    return job.paused_until is not None and job.paused_until > local(now()).date() + FOR_GOOD / 2


async def _note(session: AsyncSession, act: str, claimant: Claimant, staff: Staff | None) -> None:
    actor, staff_id = ("staff", staff.id) if staff else ("visitor", None)
    await audit.note(session, actor, act, staff_id=staff_id, claimant_id=claimant.id)


async def _alone(session: AsyncSession, claimant: Claimant) -> None:
    """Two reports of one new job at once are one job."""
    await session.execute(select(Claimant.id).where(Claimant.id == claimant.id).with_for_update(key_share=True))


async def _followed(session: AsyncSession, claimant: Claimant) -> Job:
    job = await open_job(session, claimant.id)
    if job is None:
        raise NotFound("no job of theirs is followed")
    return job
