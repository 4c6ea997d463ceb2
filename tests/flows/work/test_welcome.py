"""Whose worker, or a partner, tells of their job hears what those hear who tell of it themselves, when it may be said."""

import asyncio
from datetime import timedelta
from uuid import UUID

import pytest
from sqlalchemy import text

from casework import checkins, claimants, outbox
from casework.base.clock import local
from casework.base.db import transaction
from casework.base.words import words
from tests.casework.outbox.test_worker import worked
from tests.flows.phones import PHONE, said, texts_us
from tests.flows.working import Clock, amina, clock, person, starts

__all__ = ["amina", "clock"]


async def is_told_of(who: UUID, clock: Clock, by: str = "worker") -> None:
    async with transaction() as session:
        day = local(clock()).date() + timedelta(days=7)
        await checkins.job_started(session, await claimants.get(session, who), day, reported_by=by)


async def waiting_jobs() -> int:
    async with transaction() as session:
        query = text("SELECT count(*) FROM procrastinate_jobs WHERE task_name = 'welcome_to_work' AND status = 'todo'")
        return (await session.execute(query)).scalar_one()


@pytest.mark.parametrize("by", ["worker", "partner"])
async def test_it_is_the_same_welcome(amina: UUID, clock: Clock, by: str) -> None:
    await texts_us("hello")
    await is_told_of(amina, clock, by)
    await worked()
    often = words("utter_often_usual").text
    assert words("utter_job_done", "sms", name="Amina", often=often).text in [one.text for one in await said()]
    assert await waiting_jobs() == 0


async def test_on_a_phone_that_others_read_it_tells_nothing(amina: UUID, clock: Clock) -> None:
    async with transaction() as session:
        (await claimants.get(session, amina)).safe_contact = {"neutral": True, "shared": True}
    await is_told_of(amina, clock)
    await worked()
    assert not any("job" in one.text for one in await said())
    assert (await said())[-1].text.startswith("Good luck.")


async def test_where_another_with_that_phone_wants_it_so_it_tells_nothing_either(amina: UUID, clock: Clock) -> None:
    other = await person("Bea", PHONE)
    async with transaction() as session:
        (await claimants.get(session, other)).safe_contact = {"neutral": True, "shared": True}
    await is_told_of(amina, clock)
    await worked()
    assert not any("job" in one.text for one in await said())
    assert (await said())[-1].text.startswith("Good luck.")


async def test_told_twice_at_once_it_is_one_welcome(amina: UUID, clock: Clock) -> None:
    await texts_us("hello")
    await asyncio.gather(is_told_of(amina, clock), is_told_of(amina, clock))
    assert await waiting_jobs() == 1


async def test_who_told_of_it_themselves_has_heard_it_already(amina: UUID, clock: Clock) -> None:
    await starts(amina, clock)
    assert await waiting_jobs() == 0


@pytest.mark.parametrize("why", ["night", "stopped"])
async def test_it_waits_for_the_day_and_never_reaches_who_wants_no_texts(amina: UUID, clock: Clock, why: str) -> None:
    await texts_us("hello")
    before = len(await said())
    if why == "night":
        clock.at = clock.at.replace(hour=23)
    else:
        async with transaction() as session:
            await outbox.quiet(session, PHONE, "stopped")
    await is_told_of(amina, clock)
    await worked()
    assert len(await said()) == before
    assert await waiting_jobs() == (1 if why == "night" else 0)
