"""Sending what is due: claimed, weighed again at the moment of sending, recorded with its text in one transaction."""

import logging
from collections.abc import Sequence
from datetime import timedelta
from uuid import UUID

from sqlalchemy import Select, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from casework import messaging, outbox
from casework.base.clock import now
from casework.base.db import transaction
from casework.base.speaking import ENGLISH, speaking
from casework.base.words import phrase
from casework.checkins import rules, tasks
from casework.checkins.gathering import Gathered, gather
from casework.checkins.hearing import waiting
from casework.checkins.models import Checkin, Job
from casework.checkins.questions import Question, bank, filled_in, fits
from casework.checkins.schedule import schedule
from casework.claimants import Claimant
from casework.claimants.rules import neutral
from casework.council import council
from casework.messaging import Conversation, Saying

log = logging.getLogger(__name__)
ASKED = {"event": "checkin_asked"}
TOGETHER = 12
# Somebody writes from that phone at this moment, or their thread is in use.
BUSY = timedelta(seconds=20)


async def send_next(most: int = TOGETHER) -> bool:
    """Weigh, and perhaps send, the check-ins that have been due longest and that nobody else has. False: there are none.

    Where one fails, each is tried alone; the one that fails is put off, so that it stands in nobody's way.
    """
    async with transaction() as session:
        due = (await session.execute(_waits(most).where(Checkin.look_at <= now()))).scalars().all()
        ids = [one.id for one in due]
        try:
            async with session.begin_nested():
                await _weigh(session, _one_each(due))
        except Exception:
            if len(ids) == 1:
                log.exception("check-in %s could not be sent", ids[0])
                later = now() + timedelta(minutes=schedule().sending.look_again_minutes)
                await session.execute(update(Checkin).where(Checkin.id == ids[0]).values(look_at=later, why="fault"))
                return True
        else:
            return bool(ids)
    for _ in ids:
        await send_next(1)
    return True


def _one_each(due: Sequence[Checkin]) -> list[Checkin]:
    """The first of each person: what is said changes what may be said next."""
    first: dict[UUID, Checkin] = {}
    for one in due:
        first.setdefault(one.claimant_id, one)
    return list(first.values())


async def _weigh(session: AsyncSession, due: Sequence[Checkin]) -> None:
    known = await gather(session, due)
    phones = {number: one for one in known.people.values() if (number := messaging.number_of(one))}
    threads, busy = await messaging.threads_with(session, phones)
    asked: list[tuple[Checkin, Claimant, Conversation]] = []
    for checkin in due:
        claimant = known.people[checkin.claimant_id]
        number = messaging.number_of(claimant)
        thread = threads.get(number or "")
        if number in busy or any(one.phone == number for _, _, one in asked):
            checkin.look_at, checkin.why = now() + BUSY, "busy"
            continue
        if thread and thread.claimant_id not in (None, claimant.id):
            thread = None
        decision = rules.decide(known.facts(checkin, thread.phone if thread else None), schedule().sending, now(), checkin.too_late_at)
        checkin.why = decision.why
        if decision.send and thread:
            asked.append((checkin, claimant, thread))
        elif decision.at:
            checkin.look_at = decision.at
        else:
            checkin.state = "left_out"
            await tasks.unreachable(session, checkin, claimant)
    await _send(session, asked, known)


async def ask_here(session: AsyncSession, claimant: Claimant, conversation_id: UUID) -> Checkin | None:
    """Put what is due, or was asked by text and waits, in a chat that the person opened themselves."""
    at = now()
    mine = _waits(1).where(Checkin.claimant_id == claimant.id, Checkin.due_at <= at, Checkin.too_late_at >= at)
    checkin = (await session.execute(mine)).scalar_one_or_none()
    if checkin is None:
        return await waiting(session, claimant.id)
    known = await gather(session, [checkin])
    facts = known.facts(checkin, None)
    if facts.ended or facts.alert or facts.person:
        return None
    ask(checkin, claimant, known.jobs.get(claimant.id), conversation_id)
    return checkin


def _waits(most: int) -> Select[Checkin]:
    due = select(Checkin).join(Job).where(Checkin.state == "due").order_by(Checkin.look_at)
    return due.limit(most).with_for_update(skip_locked=True)


async def _send(
    session: AsyncSession, asked: Sequence[tuple[Checkin, Claimant, Conversation]], known: Gathered
) -> None:
    said = []
    for checkin, claimant, thread in asked:
        thread.claimant_id = thread.claimant_id or claimant.id
        question = ask(checkin, claimant, known.jobs.get(claimant.id), thread.id)
        with speaking(thread.language):
            spoken = question.as_said()
            text = _with_opening(spoken, claimant, council().area(claimant.area).name)
        language = (thread.language if spoken != question else None) or ENGLISH
        if ASKED not in thread.pending:
            thread.pending = [*thread.pending, ASKED]
        said.append(Saying(thread, text, spoken.offered, language))
    messages = await messaging.record_several(session, said, "checkin")
    for (checkin, _, _), message in zip(asked, messages, strict=True):
        checkin.message_id = message.id


def ask(checkin: Checkin, claimant: Claimant, job: Job | None, conversation_id: UUID) -> Question:
    """The question is put in this conversation now; the worker's own goes first, and only neutral words where asked."""
    if neutral(claimant.safe_contact):
        checkin.question = bank().neutral.asks
    asked = bank().asked(checkin.question)
    if job and job.own_question and not neutral(claimant.safe_contact):
        asked, job.own_question = Question(text=job.own_question), None
        checkin.question = "own"
    checkin.words = asked.text
    checkin.state, checkin.why, checkin.sent_at, checkin.conversation_id = "sent", None, now(), conversation_id
    return asked


def _with_opening(question: Question, claimant: Claimant, council_name: str) -> str:
    """With their name, unless its letters would make it dear."""
    opens = bank().neutral if neutral(claimant.safe_contact) else bank()
    name = outbox.plainer(claimant.preferred_name)
    whole = filled_in(f"{phrase(opens.opening)} {question.text}", name, council_name)
    if fits(whole, question):
        return whole
    return filled_in(f"{phrase(opens.nameless)} {question.text}", name, council_name)
