"""What is told of a job while somebody is asked who they are is in the report once that is known."""

from datetime import timedelta
from uuid import UUID

import pytest

from casework import claimants, identity, messaging
from casework.base.clock import local
from casework.base.db import transaction
from casework.checkins import reporting, told
from tests.flows.conftest import Assistant
from tests.flows.phones import gets, known, texts_us, thread
from tests.flows.working import Clock, amina, case, clock

__all__ = ["amina", "clock"]


async def test_the_day_put_right_and_the_payday_are_kept(amina: UUID, clock: Clock, assistant: Assistant) -> None:
    for words in ("got a job i start tomorrow", "Dan", "sorry i meant i start in 3 days", "every friday", "yes"):
        await texts_us(words)
    async with transaction() as session:
        made = await reporting.report(session, (await thread()).id, amina)
        await reporting.take_what_was_said(session, made)
        assert made.starts_on == local(clock()).date() + timedelta(days=3)
        assert (made.step, made.first_payday and made.first_payday.weekday()) == ("cadence", 4)


@pytest.mark.parametrize("words", ["less", "MORE"])
async def test_less_and_more_are_no_order_while_they_are_asked_who_they_are(clock: Clock, assistant: Assistant, words: str) -> None:
    await texts_us("i got a job")
    async with transaction() as session:
        check = await identity.begin(session, (await thread()).id, "job_start")
        check.step = "consent"
        await messaging.get(session, check.conversation_id)
    before = len(await gets())
    await texts_us(words)
    assert not any("how often" in one or "check-in" in one for one in (await gets())[before:])


async def test_a_job_for_a_time_only_is_seen_to_before_it_ends(amina: UUID, clock: Clock, assistant: Assistant) -> None:
    await texts_us("got a temp job at asda i start tomorrow, it ends on 24 dec")
    async with transaction() as session:
        made = await reporting.report(session, (await thread()).id, amina)
        await reporting.take_what_was_said(session, made)
        assert made.starts_on == local(clock()).date() + timedelta(days=1)
    given = await case()
    assert given
    assert (given.reason, given.level) == ("checkin_temporary", "P3")


async def test_news_in_welsh_with_hours_beside_it_is_heard_and_kept(clock: Clock, assistant: Assistant) -> None:
    who = await known("Dai")
    await texts_us("dwi wedi dechrau gwaith heddiw, dim ond neges ar ol 5")
    await gets()
    assert told.begins(assistant.asked[-1]["text"])
    async with transaction() as session:
        assert (await claimants.get(session, who)).safe_contact == {"from": "17:00"}
