"""Sending what is due: claimed, weighed again at the moment of sending, recorded with its text in one transaction."""

import logging
from datetime import timedelta
from uuid import UUID

from sqlalchemy import Select, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from casework import claimants, messaging, outbox, safeguarding
from casework.base.clock import now
from casework.base.db import transaction
from casework.base.speaking import ENGLISH, speaking
from casework.base.words import phrase
from casework.checkins import rules, tasks
from casework.checkins.hearing import waiting
from casework.checkins.models import Checkin, Job
from casework.checkins.questions import Question, bank, filled_in, fits
from casework.checkins.rules import Facts
from casework.checkins.schedule import schedule
from casework.checkins.service import followed_job
from casework.claimants import Claimant
from casework.claimants.rules import neutral
from casework.council import council
from casework.messaging import Conversation

log = logging.getLogger(__name__)
ASKED = {"event": "checkin_asked"}


async def send_next() -> bool:
    """Weigh, and perhaps send, the check-in that has been due longest and that nobody else has. False: there is none.

    One that fails is put off, so that it stands in nobody's way.
    """
    async with transaction() as session:
        checkin = (await session.execute(_waits().where(Checkin.look_at <= now()))).scalar_one_or_none()
        if checkin is None:
            return False
        id_ = checkin.id
        try:
            async with session.begin_nested():
                await _weigh(session, checkin)
        except Exception:
            log.exception("check-in %s could not be sent", id_)
            later = now() + timedelta(minutes=schedule().sending.look_again_minutes)
            await session.execute(update(Checkin).where(Checkin.id == id_).values(look_at=later, why="fault"))
        return True


async def _weigh(session: AsyncSession, checkin: Checkin) -> None:
    claimant = await claimants.get(session, checkin.claimant_id)
    thread = await _thread(session, claimant)
    facts = await facts_of(session, checkin, claimant, thread.phone if thread else None)
    decision = rules.decide(facts, schedule().sending, now(), checkin.too_late_at)
    checkin.why = decision.why
    if decision.send and thread:
        await _send(session, checkin, claimant, thread)
    elif decision.at:
        checkin.look_at = decision.at
    else:
        checkin.state = "left_out"
        await tasks.unreachable(session, checkin, claimant)


async def ask_here(session: AsyncSession, claimant: Claimant, conversation_id: UUID) -> Checkin | None:
    """Put what is due, or was asked by text and waits, in a chat that the person opened themselves."""
    at = now()
    mine = _waits().where(Checkin.claimant_id == claimant.id, Checkin.due_at <= at, Checkin.too_late_at >= at)
    checkin = (await session.execute(mine)).scalar_one_or_none()
    if checkin is None:
        return await waiting(session, claimant.id)
    facts = await facts_of(session, checkin, claimant, None)
    if facts.ended or facts.alert or facts.person:
        return None
    await ask(session, checkin, claimant, conversation_id)
    return checkin


def _waits() -> Select[Checkin]:
    due = select(Checkin).join(Job).where(Checkin.state == "due").order_by(Checkin.look_at)
    return due.limit(1).with_for_update(skip_locked=True)


async def facts_of(session: AsyncSession, checkin: Checkin, claimant: Claimant, number: str | None) -> Facts:
    """`number` is where it would go; None where they cannot be texted."""
    job = await followed_job(session, claimant.id)
    talks = await messaging.of_claimant(session, claimant.id)
    known = await outbox.quietness(session, number) if number else None
    said = [talk.last_at for talk in talks if talk.last_n]
    last_text = await outbox.last_to(session, number) if number else None
    return Facts(
        ended=job is None or job.id != checkin.job_id,
        alert=any(talk.safety for talk in talks) or await safeguarding.any_open(session, [talk.id for talk in talks]),
        person=any(talk.holder == "person" and not talk.finished_at for talk in talks),
        agreed=await claimants.agreed(session, claimant.id, "contact", "texts"),
        reachable=number is not None,
        kept_back=outbox.kept_back(known, "checkin"),
        paused_until=job.paused_until if job else None,
        last_said_at=max([*said, *([last_text] if last_text else [])], default=None),
        safe=claimant.safe_contact,
        shifts=job.shifts if job else (),
    )


async def _thread(session: AsyncSession, claimant: Claimant) -> Conversation | None:
    """The thread of texts with the number they proved last; None where there is none, or it is another person's."""
    proved = [one for one in claimant.channels if one.kind == "sms" and one.proved_at and not one.closed_at]
    channel = max(proved, key=lambda one: one.proved_at or one.created_at, default=None)
    if channel is None or outbox.refusal(channel.address):
        return None
    await messaging.one_at_a_time(session, channel.address)
    known = await messaging.of_phone(session, channel.address)
    if known is None:
        return await messaging.start_texts(session, claimant.area, channel.address, claimant.id)
    thread = await messaging.locked(session, known.id)
    thread.claimant_id = thread.claimant_id or claimant.id
    return thread if thread.claimant_id == claimant.id else None


async def _send(session: AsyncSession, checkin: Checkin, claimant: Claimant, thread: Conversation) -> None:
    asked = await ask(session, checkin, claimant, thread.id)
    with speaking(thread.language):
        said = asked.as_said()
        text = _with_opening(said, claimant, council().area(claimant.area).name)
    if ASKED not in thread.pending:
        thread.pending = [*thread.pending, ASKED]
    language = thread.language if said != asked else None
    await messaging.record(
        session, thread, "assistant", text, choices=said.offered, about="checkin", language=language or ENGLISH
    )


async def ask(session: AsyncSession, checkin: Checkin, claimant: Claimant, conversation_id: UUID) -> Question:
    """The question is put in this conversation now; the worker's own goes first, and only neutral words where asked."""
    if neutral(claimant.safe_contact):
        checkin.question = bank().neutral.asks
    asked = bank().asked(checkin.question)
    job = await session.get(Job, checkin.job_id) if checkin.job_id else None
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
