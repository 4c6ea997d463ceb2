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
from casework.base.words import words
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


async def _ask_again(session: AsyncSession, made: JobReport, claimant: Claimant) -> Asked:
    """By text, to who told it by text, if that may be said: now, or later, or never."""
    talk = await messaging.get(session, made.conversation_id)
    if talk.phone is None or not reporting.goes_on(made) or talk.finished_at:
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
        payday = words("utter_job_payday", day=say_full_date(made.first_payday)).text if made.first_payday else ""
        day = say_full_date(made.starts_on) if made.starts_on else ""
        said = words(f"utter_job_ask_{made.step}", "sms", day=day, payday=payday or words("utter_job_payday_unknown").text)
    await messaging.record_several(session, [Saying(thread, said.text, said.choices, said.language)], "checkin")
    return DONE


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
