"""What is due follows from the job and the plan, whatever was planned before."""

from collections.abc import Iterable, Sequence
from datetime import timedelta
from typing import cast
from uuid import UUID

from sqlalchemy import select, update
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from casework.base.clock import local, now
from casework.checkins import planning, tasks
from casework.checkins.looking import open_job
from casework.checkins.models import Checkin, Job
from casework.checkins.planning import Planned
from casework.checkins.schedule import Cadence, schedule
from casework.claimants import Claimant
from casework.claimants.rules import responsibility
from casework.council import council

NOTE = tasks.NOTE


async def replan(session: AsyncSession, claimant: Claimant) -> None:
    """Make what is due follow from the job and the plan, whatever was planned before."""
    job = await open_job(session, claimant.id)
    wanted = {one.step: one for one in _wanted(claimant, job)} if job else {}
    for row in await _open_to_change(session, claimant.id):
        if job and row.question == NOTE:
            continue
        one = wanted.pop(row.step, None) if job and row.job_id == job.id else None
        if one:
            row.question, row.due_at, row.look_at, row.too_late_at = one.asks, one.due_at, one.due_at, one.too_late_at
            row.state, row.why, row.version = "due", None, schedule().version
        elif row.state == "due":
            row.state, row.why = "left_out", "not_wanted"
    if job:
        await _add(session, claimant.id, job.id, wanted.values())


async def answered(session: AsyncSession, claimant: Claimant) -> None:
    """They are in touch: a note or a call that waits is not needed, and who was asked seldom is asked as before."""
    job = await open_job(session, claimant.id)
    notes = update(Checkin).where(Checkin.claimant_id == claimant.id, Checkin.question == NOTE, Checkin.state == "due")
    await session.execute(notes.values(state="left_out", why="answered"))
    await tasks.no_call(session, claimant)
    if job and job.seldom_since:
        job.seldom_since = None
        await session.flush()
        await replan(session, claimant)


async def plan_note(session: AsyncSession, claimant_id: UUID, job_id: UUID) -> None:
    """One gentle note to somebody who did not answer, as soon as it may go."""
    at = now()
    too_late_at = at + timedelta(days=schedule().misses.then_every_days)
    note = Planned(f"{NOTE}_{local(at):%Y%m%d}", NOTE, at, too_late_at)
    await _add(session, claimant_id, job_id, [note])


async def _add(session: AsyncSession, claimant_id: UUID, job_id: UUID, planned: Iterable[Planned]) -> None:
    """What was planned, or asked, under the same step before stays as it is."""
    rows = [
        {
            "claimant_id": claimant_id,
            "job_id": job_id,
            "step": one.step,
            "version": schedule().version,
            "question": one.asks,
            "due_at": one.due_at,
            "look_at": one.due_at,
            "too_late_at": one.too_late_at,
            "state": "due",
        }
        for one in planned
    ]
    if rows:
        await session.execute(insert(Checkin).on_conflict_do_nothing(), rows)


async def _open_to_change(session: AsyncSession, claimant_id: UUID) -> Sequence[Checkin]:
    query = select(Checkin).where(Checkin.claimant_id == claimant_id, Checkin.state.in_(("due", "left_out")))
    return (await session.execute(query.with_for_update())).scalars().all()


def _wanted(claimant: Claimant, job: Job) -> Sequence[Planned]:
    today = local(now()).date()
    clock = responsibility(claimant.referred_on, council().standards.responsibility_months, today)
    return planning.plan(
        schedule(),
        cast(Cadence, job.cadence),
        job.starts_on,
        job.first_payday,
        after=now(),
        until=clock.ends_on,
        seldom_since=job.seldom_since,
    )
