"""Somebody told of a new job and fell silent: asked once more, then a person goes through it; what is known is kept."""

from datetime import datetime, timedelta

from sqlalchemy import Select, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from casework import claimants, messaging
from casework.base.clock import now
from casework.base.db import transaction
from casework.base.speaking import discreetly, speaking
from casework.base.words import words
from casework.checkins import looking, reporting, rules, service, tasks, welcoming
from casework.checkins.models import JobReport
from casework.checkins.outcomes import outcomes
from casework.checkins.rules import Facts
from casework.checkins.schedule import schedule
from casework.claimants import Claimant
from casework.council import say_full_date
from casework.messaging import Conversation, Saying

ASK_AFTER, GIVE_UP_AFTER = timedelta(days=1), timedelta(days=2)


async def settle_next_report() -> bool:
    """Settle the report that has been left longest, in the hours of texting. False: there is none to settle now."""
    at = now()
    if rules.next_moment(Facts(), schedule().sending, at) != at:
        return False
    async with transaction() as session:
        made = (await session.execute(_left())).scalars().first()
        if made is None:
            return False
        claimant = await claimants.get(session, made.claimant_id)
        if made.asked_again_at is None and await _ask_again(session, made, claimant):
            made.asked_again_at = now()
        else:
            await _to_a_person(session, made, claimant)
        return True


def _left() -> Select[JobReport]:
    """Where nothing was said for a day; or for two, since they were asked again."""
    query = select(JobReport).join(Conversation, Conversation.id == JobReport.conversation_id)
    fresh = JobReport.asked_again_at.is_(None) & (Conversation.last_at < now() - ASK_AFTER)
    silent = now() - GIVE_UP_AFTER
    again = (JobReport.asked_again_at < silent) & (Conversation.last_at < silent)
    query = query.where(or_(fresh, again)).order_by(Conversation.last_at)
    return query.limit(1).with_for_update(of=JobReport, skip_locked=True)


async def _ask_again(session: AsyncSession, made: JobReport, claimant: Claimant) -> bool:
    """By text, to who told it by text, if that may be said now."""
    talk = await messaging.get(session, made.conversation_id)
    if talk.phone is None or not reporting.goes_on(made) or talk.finished_at:
        return False
    facts = await welcoming.facts_of(session, claimant, talk.phone)
    if not rules.decide(facts, schedule().sending, now(), _soon()).send:
        return False
    threads, _ = await messaging.threads_with(session, {talk.phone: claimant})
    thread = threads.get(talk.phone)
    if thread is None or thread.id != talk.id:
        return False
    with speaking(thread.language), discreetly(await messaging.is_discreet(session, thread)):
        payday = words("utter_job_payday", day=say_full_date(made.first_payday)).text if made.first_payday else ""
        day = say_full_date(made.starts_on) if made.starts_on else ""
        said = words(f"utter_job_ask_{made.step}", "sms", day=day, payday=payday or words("utter_job_payday_unknown").text)
    await messaging.record_several(session, [Saying(thread, said.text, said.choices, said.language)], "checkin")
    return True


async def _to_a_person(session: AsyncSession, made: JobReport, claimant: Claimant) -> None:
    """A day that is known is a job, about which nothing is asked until somebody has gone through it with them."""
    if made.starts_on and await looking.followed_job(session, claimant.id) is None:
        await service.job_started(session, claimant, made.starts_on, reported_by="person", first_payday=made.first_payday)
        await service.ask_nothing(session, claimant)
    await tasks.give(session, claimant, made.conversation_id, "job_unsure", outcomes().job_unsure)
    await session.delete(made)


def _soon() -> datetime:
    return now() + ASK_AFTER
