"""Somebody told of a new job and fell silent: asked once more, then a person goes through it; what is known is kept."""

import logging
from collections.abc import Collection
from datetime import timedelta
from typing import Literal
from uuid import UUID

from sqlalchemy import Select, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from casework import claimants, messaging
from casework.base.clock import local, now
from casework.base.db import transaction
from casework.base.speaking import discreetly, speaking
from casework.base.words import Words, words
from casework.checkins import looking, reporting, rules, service, tasks
from casework.checkins.gathering import gather_of
from casework.checkins.models import JobReport
from casework.checkins.outcomes import outcomes
from casework.checkins.rules import Facts
from casework.checkins.schedule import schedule
from casework.claimants import Claimant
from casework.council import say_full_date
from casework.messaging import Conversation, Saying

log = logging.getLogger(__name__)

ASK_AFTER, GIVE_UP_AFTER = timedelta(days=1), timedelta(days=2)
# Later than that nobody remembers what they were telling.
ASK_WITHIN = timedelta(days=3)
Asked = Literal["done", "later", "never"]
DONE: Asked = "done"
LATER: Asked = "later"
NEVER: Asked = "never"


async def settle_reports() -> None:
    """Each that has been left, the longest first, in the hours of texting. What fails is put aside, so that it stands in nobody's way."""
    at, seen = now(), set[UUID]()
    if rules.next_moment(Facts(), schedule().sending, at) != at:
        return
    while (left := await _next_left(seen)) is not None:
        seen.add(left)
        try:
            await _settle(left)
        except Exception:
            log.exception("report of a new job in %s could not be settled", left)


async def _next_left(seen: Collection[UUID]) -> UUID | None:
    async with transaction() as session:
        query = _left().where(JobReport.conversation_id.not_in(seen))
        made = (await session.execute(query.limit(1))).scalars().first()
        return made.conversation_id if made else None


async def _settle(conversation_id: UUID) -> None:
    """Where it cannot be asked just now it is looked at again, for as long as asking makes sense."""
    async with transaction() as session:
        query = _left().where(JobReport.conversation_id == conversation_id)
        made = (await session.execute(query.with_for_update(of=JobReport, skip_locked=True))).scalars().first()
        if made is None:
            return
        claimant = await claimants.get(session, made.claimant_id)
        asked = await _ask_again(session, made, claimant) if made.asked_again_at is None else NEVER
        if asked == DONE:
            made.asked_again_at = now()
        elif asked == NEVER:
            await _to_a_person(session, made, claimant)


def _left() -> Select[JobReport]:
    """Where nothing was said for a day; or for two, since they were asked again."""
    query = select(JobReport).join(Conversation, Conversation.id == JobReport.conversation_id)
    fresh = JobReport.asked_again_at.is_(None) & (Conversation.last_at < now() - ASK_AFTER)
    silent = now() - GIVE_UP_AFTER
    again = (JobReport.asked_again_at < silent) & (Conversation.last_at < silent)
    return query.where(or_(fresh, again)).order_by(Conversation.last_at)


async def ask_here(session: AsyncSession, claimant: Claimant, conversation_id: UUID) -> JobReport | None:
    """What somebody left half told in another web chat goes on in this one; None where there is nothing of the kind."""
    if await reporting.report_of(session, conversation_id):
        return None
    left = select(JobReport).join(Conversation, Conversation.id == JobReport.conversation_id)
    theirs = left.where(JobReport.claimant_id == claimant.id, Conversation.phone.is_(None)).order_by(Conversation.last_at.desc())
    found = await session.execute(theirs.limit(1).with_for_update(of=JobReport, skip_locked=True))
    made = found.scalar_one_or_none()
    if made is None or not reporting.goes_on(made):
        return None
    made.conversation_id, made.asked_again_at, made.misses = conversation_id, now(), 0
    await session.flush()
    return made


async def _ask_again(session: AsyncSession, made: JobReport, claimant: Claimant) -> Asked:
    """Where they told it, if that may be said: now, or later, or never."""
    talk = await messaging.get(session, made.conversation_id)
    if not reporting.goes_on(made) or talk.finished_at:
        return NEVER
    return await (_ask_by_text(session, made, claimant, talk) if talk.phone else _ask_in_chat(session, made, claimant, talk))


async def _ask_in_chat(session: AsyncSession, made: JobReport, claimant: Claimant, left: Conversation) -> Asked:
    """They find it in the chat when they come back."""
    talk = await messaging.locked(session, left.id)
    facts = (await gather_of(session, {claimant.id})).of_person(claimant.id, None)
    if facts.alert or talk.holder == "person" or talk.last_at > now() - ASK_AFTER:
        return LATER if now() < talk.last_at + ASK_WITHIN else NEVER
    with speaking(talk.language):
        opening, asked = words("utter_job_again"), _question(made, "web")
    await messaging.record(
        session, talk, "assistant", f"{opening.text} {asked.text}", choices=asked.choices, about="checkin", language=asked.language
    )
    return DONE


async def _ask_by_text(session: AsyncSession, made: JobReport, claimant: Claimant, talk: Conversation) -> Asked:
    if talk.phone is None:
        return NEVER
    facts = (await gather_of(session, {claimant.id}, [talk.phone])).of_person(claimant.id, talk.phone)
    decision = rules.decide(facts, schedule().sending, now(), talk.last_at + ASK_WITHIN)
    if not decision.send:
        return LATER if decision.at else NEVER
    threads, busy = await messaging.threads_with(session, {talk.phone: claimant})
    thread = threads.get(talk.phone)
    if thread is None or thread.id != talk.id:
        return LATER if busy else NEVER
    with speaking(thread.language), discreetly(await messaging.is_discreet(session, thread)):
        said = _question(made, "sms")
    await messaging.record_several(session, [Saying(thread, said.text, said.choices, said.language)], "checkin")
    return DONE


def _question(made: JobReport, channel: str) -> Words:
    payday = words("utter_job_payday", day=say_full_date(made.first_payday)).text if made.first_payday else ""
    day = say_full_date(made.starts_on) if made.starts_on else ""
    return words(f"utter_job_ask_{made.step}", channel, day=day, payday=payday or words("utter_job_payday_unknown").text)


async def _to_a_person(session: AsyncSession, made: JobReport, claimant: Claimant) -> None:
    """A day that is known is a job, about which nothing is asked until somebody has gone through it with them.

    A day that has gone out of reach meanwhile is for that person too.
    """
    fits = made.starts_on and rules.unfit(made.starts_on, made.first_payday, local(now()).date()) is None
    if made.starts_on and fits and await looking.followed_job(session, claimant.id) is None:
        await service.job_started(session, claimant, made.starts_on, reported_by="person", first_payday=made.first_payday)
        await service.ask_nothing(session, claimant)
    await tasks.give(session, claimant, made.conversation_id, "job_unsure", outcomes().job_unsure)
    await session.delete(made)
