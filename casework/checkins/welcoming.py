"""Whose job somebody else reported hears what comes now, in the words of those who report it themselves."""

from datetime import datetime, timedelta
from typing import cast
from uuid import UUID

from procrastinate import RetryStrategy
from sqlalchemy.ext.asyncio import AsyncSession

from casework import claimants, messaging
from casework.base.clock import now
from casework.base.db import transaction
from casework.base.queue import defer, queue
from casework.base.speaking import discreetly, speaking
from casework.base.words import words
from casework.checkins import looking, rules
from casework.checkins.gathering import gather_of
from casework.checkins.schedule import Cadence, schedule
from casework.messaging import Saying

# After that it would come too late to be a welcome.
WITHIN = timedelta(days=3)
BUSY_SECONDS = 20


@queue.task(name="welcome_to_work", retry=RetryStrategy(max_attempts=5, wait=30))
async def welcome_to_work(claimant: str, job: str, until: str) -> None:
    """Say it once it may be said: consent, quiet hours, safe times and danger are weighed as for any question."""
    async with transaction() as session:
        await _welcome(session, UUID(claimant), UUID(job), until)


async def welcome(session: AsyncSession, claimant_id: UUID, job_id: UUID) -> None:
    until = (now() + WITHIN).isoformat()
    await defer(session, welcome_to_work, claimant=str(claimant_id), job=str(job_id), until=until)


async def _welcome(session: AsyncSession, claimant_id: UUID, job_id: UUID, until: str) -> None:
    person, job = await claimants.get(session, claimant_id), await looking.followed_job(session, claimant_id)
    number = messaging.number_of(person)
    if job is None or job.id != job_id or number is None:
        return
    at, late = now(), datetime.fromisoformat(until)
    facts = (await gather_of(session, {person.id})).of_person(person.id, number)
    decision = rules.decide(facts, schedule().sending, at, late)
    threads, busy = await messaging.threads_with(session, {number: person}) if decision.send else ({}, set())
    again = BUSY_SECONDS if busy else int((decision.at - at).total_seconds()) if decision.at else None
    if again is not None:
        await defer(session, welcome_to_work, in_seconds=again, claimant=str(claimant_id), job=str(job_id), until=until)
    thread = threads.get(number)
    if thread and thread.claimant_id in (None, claimant_id):
        with speaking(thread.language), discreetly(await messaging.is_discreet(session, thread)):
            often = words(f"utter_often_{cast(Cadence, job.cadence)}").text
            said = words("utter_job_done", "sms", name=person.preferred_name, often=often)
        await messaging.record_several(session, [Saying(thread, said.text, language=said.language)], "checkin")
