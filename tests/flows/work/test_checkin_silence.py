"""Silence after a check-in: missed, noted, rung once, asked seldom; and whoever is in touch again is not rung."""

from asyncio import Event, gather, timeout
from datetime import timedelta
from itertools import pairwise
from uuid import UUID

import pytest
from sqlalchemy import select, update

from casework import claimants, handoff, messaging
from casework.audit import AuditRow
from casework.base.db import transaction
from casework.checkins import looking, replanning
from casework.handoff import Handoff
from casework.staff import Staff
from tests.flows.phones import said, texts_us, thread
from tests.flows.working import Clock, amina, answers, asked, case, clock, due, goes_on_to, keeps_silent, starts

__all__ = ["amina", "clock"]



async def test_two_misses_a_note_a_call_then_seldom(amina: UUID, clock: Clock) -> None:
    await starts(amina, clock)
    for _ in range(2):
        await goes_on_to(amina, clock)
        await keeps_silent(clock)
    assert [one.state for one in await asked(amina)] == ["missed", "missed"]
    await goes_on_to(amina, clock)
    assert "No word from you" in (await said())[-1].text
    await keeps_silent(clock)
    made = await case()
    assert made is not None
    assert (made.reason, made.level) == ("checkin_no_reply", "P3")
    days = [one.due_at.date() for one in await due(amina)]
    assert all((later - day).days >= 27 for day, later in pairwise(days))


async def is_to_be_rung(who: UUID, clock: Clock) -> None:
    await starts(who, clock)
    for _ in range(2):
        await goes_on_to(who, clock)
        await keeps_silent(clock)
    await goes_on_to(who, clock)
    await keeps_silent(clock)
    made = await case()
    assert made is not None
    assert made.reason == "checkin_no_reply"


async def test_who_answers_after_all_is_not_rung(amina: UUID, clock: Clock) -> None:
    await is_to_be_rung(amina, clock)
    assert (await answers(amina, "all fine thanks")).promised_by is None
    assert await case() is None
    note = (await asked(amina))[-1]
    assert (note.question, note.why, note.level, note.promised_by) == ("no_reply", "answered", None, None)
    async with transaction() as session:
        assert "checkins.no_call" in (await session.execute(select(AuditRow.act))).scalars().all()


async def test_who_answers_with_trouble_is_rung_about_that(amina: UUID, clock: Clock) -> None:
    await is_to_be_rung(amina, clock)
    await answers(amina, "not great, they havent paid me")
    made = await case()
    assert made is not None
    assert (made.reason, made.level) == ("checkin_not_paid", "P2")


async def test_who_asks_for_a_person_meanwhile_gets_one(amina: UUID, clock: Clock) -> None:
    await is_to_be_rung(amina, clock)
    await texts_us("CALL")
    await answers(amina, "all fine thanks")
    made = await case()
    assert made is not None
    assert made.reason == "call"

ASKED = [("CALL", "call"), ("only text me after 8pm", "safe_contact"), ("you only text me and nobody helps", "unheard")]


@pytest.mark.parametrize(("words", "reason"), ASKED)
async def test_what_is_asked_for_while_the_call_is_overdue_is_not_lost(
    amina: UUID, clock: Clock, words: str, reason: str
) -> None:
    await is_to_be_rung(amina, clock)
    async with transaction() as session:
        await session.execute(update(Handoff).values(promised_by=clock() - timedelta(days=9)))
    await texts_us(words)
    await answers(amina, "all fine thanks")
    made = await case()
    assert made is not None
    assert made.reason == reason


async def test_a_grave_call_on_top_of_another_wish_loses_neither(amina: UUID, clock: Clock) -> None:
    await starts(amina, clock)
    await goes_on_to(amina, clock)
    await texts_us("CALL")
    await is_to_be_rung(amina, clock)
    await answers(amina, "all fine thanks")
    made = await case()
    assert made is not None
    assert made.reason == "call"


async def test_a_web_answer_and_a_text_at_once_wait_for_each_other_and_end(amina: UUID, clock: Clock) -> None:
    await is_to_be_rung(amina, clock)
    talk, job_held, talk_held = (await thread()).id, Event(), Event()

    async def on_the_web() -> None:
        async with transaction() as session:
            await looking.open_job(session, amina)
            job_held.set()
            await talk_held.wait()
            await replanning.answered(session, await claimants.get(session, amina))

    async def by_text() -> None:
        async with transaction() as session:
            await messaging.locked(session, talk)
            talk_held.set()
            await job_held.wait()
            await looking.open_job(session, amina)

    async with timeout(20):
        await gather(on_the_web(), by_text())
    assert await case() is None


async def test_a_call_in_hand_stays_with_who_took_it(amina: UUID, clock: Clock, sam: Staff) -> None:
    await is_to_be_rung(amina, clock)
    async with transaction() as session:
        await handoff.take(session, (await thread()).id, sam)
    await answers(amina, "all fine thanks")
    made = await case()
    assert made is not None
    assert made.taken_by == sam.id


async def test_a_late_answer_counts_and_brings_the_questions_back(amina: UUID, clock: Clock) -> None:
    await starts(amina, clock)
    planned = len(await due(amina))
    for _ in range(2):
        await goes_on_to(amina, clock)
        await keeps_silent(clock)
    assert len(await due(amina)) < planned - 2
    await answers(amina, "all good thanks")
    assert [one.state for one in await asked(amina)] == ["missed", "answered"]
    assert [one.step for one in await due(amina)][:3] == ["week_1", "week_2", "week_3"]
