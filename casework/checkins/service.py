"""A job starts, changes, ends; how often its person is asked. Each plans anew in the caller's transaction."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import cast
from uuid import UUID

from sqlalchemy import Select, select, update
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from casework import audit
from casework.base.clock import local, now
from casework.base.errors import NotFound, Unreadable
from casework.checkins import planning, rules, tasks
from casework.checkins.models import Checkin, Job
from casework.checkins.planning import Planned
from casework.checkins.questions import LONG_COUNCIL, LONG_NAME, Question, bank, filled_in, fits
from casework.checkins.schedule import Cadence, schedule
from casework.claimants import Claimant
from casework.claimants.rules import responsibility
from casework.council import council
from casework.staff import Staff

NOTE = tasks.NOTE
# Longer than anybody is asked about a job.
FOR_GOOD = timedelta(days=3 * 365)


@dataclass(frozen=True)
class WorkFacts:
    """The latest job, and the latest check-in that a person has to see to."""

    job: Job | None
    checkin: Checkin | None


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
    """Follow a new job, or change the one that is followed; its check-ins are planned at once. Raises Unreadable."""
    if fault := rules.unfit(starts_on, first_payday, local(now()).date()):
        raise Unreadable(fault)
    await _alone(session, claimant)
    job = await open_job(session, claimant.id)
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


async def ask_own(session: AsyncSession, claimant: Claimant, staff: Staff, text: str) -> None:
    """A worker's own question, put once instead of the next that is due. Raises NotFound, Unreadable."""
    said = " ".join(text.split())
    if said.count("?") != 1:
        raise Unreadable("ask one question")
    whole = filled_in(f"{bank().opening} ", LONG_NAME, LONG_COUNCIL) + said
    if not fits(whole, Question(text=said)):
        raise Unreadable("it must fit one text, in plain letters: make it shorter")
    if word := next((one for one in bank().never if one in said.casefold()), None):
        raise Unreadable(f"somebody else may read it: leave out {word}")
    (await _followed(session, claimant)).own_question = said
    await _note(session, "checkins.own_question", claimant, staff)


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


async def _note(session: AsyncSession, act: str, claimant: Claimant, staff: Staff | None) -> None:
    actor, staff_id = ("staff", staff.id) if staff else ("visitor", None)
    await audit.note(session, actor, act, staff_id=staff_id, claimant_id=claimant.id)


async def open_job(session: AsyncSession, claimant_id: UUID) -> Job | None:
    """The job that is followed, held until the transaction ends: whoever changes check-ins holds it first."""
    return (await session.execute(_latest(claimant_id).with_for_update())).scalar_one_or_none()


async def followed_job(session: AsyncSession, claimant_id: UUID) -> Job | None:
    """The same, only to be read."""
    return (await session.execute(_latest(claimant_id))).scalar_one_or_none()


def _latest(claimant_id: UUID) -> Select[Job]:
    query = select(Job).where(Job.claimant_id == claimant_id, Job.ended_on.is_(None))
    return query.order_by(Job.starts_on.desc(), Job.id).limit(1)


async def _alone(session: AsyncSession, claimant: Claimant) -> None:
    """Two reports of one new job at once are one job."""
    await session.execute(select(Claimant.id).where(Claimant.id == claimant.id).with_for_update(key_share=True))


async def _followed(session: AsyncSession, claimant: Claimant) -> Job:
    job = await open_job(session, claimant.id)
    if job is None:
        raise NotFound("no job of theirs is followed")
    return job


async def facts_of(session: AsyncSession, claimant_id: UUID) -> WorkFacts:
    """What whoever is to ring somebody about their work should know first."""
    given = select(Checkin).where(Checkin.claimant_id == claimant_id, Checkin.level.is_not(None))
    latest = given.order_by(Checkin.promised_by.desc()).limit(1)
    jobs = select(Job).where(Job.claimant_id == claimant_id).order_by(Job.starts_on.desc(), Job.id).limit(1)
    return WorkFacts(
        (await session.execute(jobs)).scalar_one_or_none(), (await session.execute(latest)).scalar_one_or_none()
    )


async def timeline(session: AsyncSession, claimant_id: UUID) -> Sequence[Checkin]:
    """All that was asked or is due, by time."""
    query = select(Checkin).where(Checkin.claimant_id == claimant_id, Checkin.state != "left_out")
    return (await session.execute(query.order_by(Checkin.due_at))).scalars().all()


async def latest(session: AsyncSession, claimant_id: UUID) -> Checkin | None:
    """What was heard last, or asked last where nothing was heard yet."""
    query = select(Checkin).where(Checkin.claimant_id == claimant_id, Checkin.sent_at.is_not(None))
    newest = query.order_by(Checkin.answered_at.desc().nulls_last(), Checkin.sent_at.desc()).limit(1)
    return (await session.execute(newest)).scalar_one_or_none()
