"""Answers to check-ins, and work news that nobody asked for: read, kept, followed up once, given to a person."""

import re
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Final
from uuid import UUID

from sqlalchemy import Select, select
from sqlalchemy.ext.asyncio import AsyncSession

from casework.base.clock import local, now
from casework.checkins import answers, looking, replanning, rules, service, tasks, telling
from casework.checkins.models import UNASKED, Checkin
from casework.checkins.outcomes import Outcome, Task, outcomes
from casework.checkins.questions import Question, bank
from casework.checkins.schedule import schedule
from casework.checkins.understanding import STILL_THERE
from casework.claimants import Claimant
from casework.claimants.rules import neutral

# An answer that comes later than this is news of its own.
OPEN_FOR = timedelta(days=14)
BEFORE_IT: Final = "day_before"
SOON: Final = "P2"
FOLLOW_FOR = CHANGE_FOR = timedelta(days=2)
PERSON_AFTER, UNREAD = 2, "unread"


@dataclass(frozen=True)
class Heard:
    """What an answer came to. `follow_up` is asked now; else `promised_by` is when a person will be in touch."""

    outcome: str
    follow_up: Question | None
    promised_by: datetime | None


async def waiting(session: AsyncSession, claimant_id: UUID) -> Checkin | None:
    """The question that waits for this person's answer, also one that was missed, and one whose follow-up waits."""
    at = now()
    asked = Checkin.state.in_(("sent", "missed")) & (Checkin.sent_at > at - OPEN_FOR)
    following = (Checkin.following.is_not(None)) & (Checkin.answered_at > at - FOLLOW_FOR)
    query = select(Checkin).where(Checkin.claimant_id == claimant_id, asked | following)
    return (await session.execute(query.order_by(Checkin.sent_at.desc()).limit(1))).scalar_one_or_none()


async def closed(session: AsyncSession, claimant_id: UUID) -> Checkin | None:
    """What they answered last, a short while ago, so that they may say it otherwise now."""
    query = select(Checkin).where(
        Checkin.claimant_id == claimant_id,
        Checkin.state == "answered",
        Checkin.following.is_(None),
        (Checkin.question != UNASKED) | (Checkin.outcome == tasks.LEFT),
        Checkin.answered_at > now() - CHANGE_FOR,
    )
    return (await session.execute(query.order_by(Checkin.answered_at.desc()).limit(1))).scalar_one_or_none()


async def hear(
    session: AsyncSession, claimant: Claimant, checkin: Checkin, outcome: str, conversation_id: UUID, *, said: str = ""
) -> Heard:
    """Take an answer, however late: misses are forgiven, the trend is kept, and trouble goes to a person.

    What is said later to the same question can only make it graver. `said`: the words, for what they tell besides.
    """
    await looking.open_job(session, claimant.id)
    came_to = outcomes().outcomes[outcome]
    first = checkin.following is None or answers.means_the_first(said)
    milder = first and outcome != STILL_THERE and _takes_back(checkin, came_to)
    if first:
        before = checkin.score or await _score_before(session, checkin)
        checkin.state, checkin.answered_at, checkin.conversation_id = "answered", now(), conversation_id
        if checkin.score is None or came_to.score > checkin.score:
            checkin.score, checkin.trend = came_to.score, rules.trend(came_to.score, before)
        await replanning.answered(session, claimant)
    else:
        before = None
    told = checkin.outcome
    checkin.outcome, checkin.misses = outcome, 0
    checkin.following = _follow_up(claimant, came_to, said) if first else None
    task = _in_time(checkin, _graver(came_to.task, outcomes().worse if rules.is_worse(came_to.score, before) else None))
    heard = await _settle(session, claimant, checkin, came_to, task, conversation_id)
    await _beside(session, claimant, checkin, outcome, said, conversation_id)
    heard = replace(heard, promised_by=checkin.promised_by)
    if told in outcomes().outcomes:
        checkin.outcome = telling.gravest([outcome, told])
    if milder and await tasks.taken_back(session, claimant):
        return Heard(tasks.TAKEN_BACK, None, checkin.promised_by)
    return heard


def _takes_back(checkin: Checkin, came_to: Outcome) -> bool:
    """Whether a better answer was meant than the one that was taken: who has it to do sees so, and still rings."""
    return checkin.score is not None and came_to.score < checkin.score and came_to.task is None


async def _beside(
    session: AsyncSession, claimant: Claimant, checkin: Checkin, outcome: str, said: str, conversation_id: UUID
) -> None:
    """All other trouble in the same words is named on the case too."""
    for name, task in telling.troubles(said):
        if name != outcome:
            due = await tasks.give(session, claimant, conversation_id, name, _in_time(checkin, task) or task)
            checkin.level, checkin.promised_by = min(checkin.level or task.level, task.level), min(checkin.promised_by or due, due)


def _in_time(checkin: Checkin, task: Task | None) -> Task | None:
    """What stands in the way of a first day is of no use after it."""
    late = task is not None and checkin.step == BEFORE_IT and task.days is not None
    return Task(level=min(task.level, SOON), days=0) if task and late else task


def _follow_up(claimant: Claimant, came_to: Outcome, said: str) -> str | None:
    """Where somebody else may read it, one question that tells nothing. Whoever lies in hospital is not asked about the job."""
    if came_to.spares and re.search(came_to.spares, telling.words_of(said)):
        return None
    return bank().neutral.follow_up if came_to.asks and neutral(claimant.safe_contact) else came_to.asks


async def not_read(session: AsyncSession, claimant: Claimant, checkin: Checkin, conversation_id: UUID) -> Heard | None:
    """An answer that nothing could be read from: asked again once, then a person reads it. None: to be asked again."""
    checkin.misses += 1
    if checkin.misses < PERSON_AFTER:
        return None
    return await _for_a_person(session, claimant, checkin, conversation_id, outcomes().unread)


async def in_another_language(
    session: AsyncSession, claimant: Claimant, checkin: Checkin, outcome: str | None, conversation_id: UUID, *, said: str
) -> Heard:
    """Words that nothing here reads: the number beside them counts, and a person reads them the same day, for they may be of trouble."""
    if outcome is not None:
        await hear(session, claimant, checkin, outcome, conversation_id, said=said)
        leave_it(checkin)
    return await _for_a_person(session, claimant, checkin, conversation_id, outcomes().foreign)


async def _for_a_person(session: AsyncSession, claimant: Claimant, checkin: Checkin, conversation_id: UUID, task: Task) -> Heard:
    checkin.state, checkin.answered_at = "answered", checkin.answered_at or now()
    checkin.outcome, checkin.following = checkin.outcome or UNREAD, None
    await replanning.answered(session, claimant)
    due = await tasks.give(session, claimant, conversation_id, UNREAD, task)
    checkin.level = min(checkin.level or task.level, task.level)
    checkin.promised_by = min(checkin.promised_by or due, due)
    return Heard(UNREAD, None, checkin.promised_by)


def leave_it(checkin: Checkin) -> None:
    """Something else is being asked already: the follow-up question is not put."""
    checkin.following = None


async def note(session: AsyncSession, claimant: Claimant, outcome: str, conversation_id: UUID, *, said: str = "") -> Heard:
    """Work news that is plain without being read: the answer to what waits, or unasked."""
    waits = await waiting(session, claimant.id)
    if waits is None:
        return await tell(session, claimant, outcome, conversation_id, said=said)
    return await hear(session, claimant, waits, outcome, conversation_id, said=said)


async def tell(session: AsyncSession, claimant: Claimant, outcome: str, conversation_id: UUID, *, said: str = "") -> Heard:
    """Work news that nobody asked for counts as a check-in of its own."""
    at, job = now(), await looking.open_job(session, claimant.id)
    checkin = Checkin(
        claimant_id=claimant.id,
        job_id=job.id if job else None,
        step=UNASKED,
        version=schedule().version,
        question=UNASKED,
        due_at=at,
        look_at=at,
        too_late_at=at,
        state="sent",
        sent_at=at,
    )
    session.add(checkin)
    await session.flush()
    return await hear(session, claimant, checkin, outcome, conversation_id, said=said)


async def _settle(
    session: AsyncSession,
    claimant: Claimant,
    checkin: Checkin,
    came_to: Outcome,
    task: Task | None,
    conversation_id: UUID,
) -> Heard:
    if checkin.outcome == STILL_THERE:
        await service.job_back(session, claimant)
    if came_to.ends:
        await service.job_ended(session, claimant, local(now()).date())
    if task:
        due = await tasks.give(session, claimant, conversation_id, checkin.outcome or "", task)
        checkin.level = min(checkin.level or task.level, task.level)
        checkin.promised_by = min(checkin.promised_by or due, due)
    follow_up = bank().follow_ups[checkin.following] if checkin.following else None
    return Heard(checkin.outcome or "", follow_up, checkin.promised_by)


async def _score_before(session: AsyncSession, checkin: Checkin) -> int | None:
    query = _answered(checkin.claimant_id).where(Checkin.id != checkin.id).limit(1)
    found = (await session.execute(query)).scalar_one_or_none()
    return found.score if found else None


def _answered(claimant_id: UUID) -> Select[Checkin]:
    query = select(Checkin).where(Checkin.claimant_id == claimant_id, Checkin.score.is_not(None))
    return query.order_by(Checkin.answered_at.desc())


def _graver(one: Task | None, other: Task | None) -> Task | None:
    """The graver of two, by the sooner of their times."""
    if one is None or other is None:
        return one or other
    sooner = min(one, other, key=lambda task: (task.minutes is None, task.minutes or task.days or 0))
    return sooner.model_copy(update={"level": min(one.level, other.level)})
