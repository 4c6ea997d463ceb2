"""STOP, START, CALL and their kin by text: obeyed before any assistant, and what is on its way is kept back."""

from datetime import timedelta

import pytest
from sqlalchemy import update

from casework import claimants, outbox
from casework.base.clock import now
from casework.base.db import transaction
from casework.outbox import Outgoing
from tests.flows.conftest import Assistant
from tests.flows.phones import PHONE, gets, known, texts_us, waits_for_a_person


async def test_stop_ends_all_texts_without_rasa(clean: None, assistant: Assistant) -> None:
    assistant.up = False
    await texts_us("STOP")
    (only,) = await gets()
    assert "START" in only
    async with transaction() as session:
        await outbox.post(session, "sms", PHONE, "A check-in", about="checkin")
    await texts_us("hello?")
    assert await gets() == [only]
    assert assistant.asked == []
    assert await waits_for_a_person() == "wrote_after_stopped"


@pytest.mark.parametrize("said", ["who is this", "just seen this sorry", "no credit", "no calls", "busy atm", "im at work"])
async def test_where_texts_have_ended_what_is_said_in_passing_is_told_to_a_person(clean: None, assistant: Assistant, said: str) -> None:
    await texts_us("STOP")
    before = await gets()
    await texts_us(said)
    assert await gets() == before
    assert await waits_for_a_person() == "wrote_after_stopped"


@pytest.mark.parametrize("said", ["who is this", "no credit"])
async def test_a_wrong_number_is_answered_nothing(clean: None, assistant: Assistant, said: str) -> None:
    await texts_us("wrong number")
    before = await gets()
    await texts_us(said)
    assert await gets() == before


async def test_what_was_on_its_way_is_kept_back_too(clean: None, assistant: Assistant) -> None:
    async with transaction() as session:
        waiting = (await outbox.post(session, "sms", PHONE, "A notice")).id
    await texts_us("stop texting me")
    await gets()
    async with transaction() as session:
        row = await session.get_one(Outgoing, waiting)
    assert (row.status, row.error) == ("failed", "not sent: stopped")


async def test_start_brings_them_back(clean: None, assistant: Assistant) -> None:
    for words in ("STOP", "yes", "hello"):
        await texts_us(words)
    assert [one.split(".")[0] for one in await gets()][1:] == ["Thanks", "I hear you"]


async def test_appointment_texts_go_on_unless_ended_too(clean: None, assistant: Assistant) -> None:
    await known("Ada")
    await texts_us("STOP")
    async with transaction() as session:
        await outbox.post(session, "sms", PHONE, "Your appointment is at 10", about="appointment")
    assert "Your appointment is at 10" in await gets()
    await texts_us("none")
    async with transaction() as session:
        await outbox.post(session, "sms", PHONE, "Your appointment is at 11", about="appointment")
    assert "Your appointment is at 11" not in await gets()


async def test_what_was_agreed_is_kept(clean: None, assistant: Assistant) -> None:
    ada = await known("Ada")
    for order, given in (("unsubscribe", False), ("START", True)):
        await texts_us(order)
        async with transaction() as session:
            assert (await claimants.consents(session, ada))["texts"].given is given


async def test_what_the_provider_answered_is_not_answered_twice(clean: None, assistant: Assistant) -> None:
    await texts_us("STOP", obeyed="STOP")
    assert await gets() == []
    async with transaction() as session:
        assert await outbox.quietness(session, PHONE)


@pytest.mark.parametrize(
    ("order", "says", "reason"),
    [("CALL", "ring", "call"), ("yes please ring me", "ring", "call"), ("running late", "no meeting of yours", "late"), ("SAFE", "short and plain", "safe_contact")],
)
async def test_orders_reach_a_person(clean: None, assistant: Assistant, order: str, says: str, reason: str) -> None:
    await texts_us(order)
    assert says in (await gets())[0]
    assert await waits_for_a_person() == reason


async def test_a_pause_holds_check_ins_until_its_day(clean: None, assistant: Assistant) -> None:
    await texts_us("pause for 3 weeks")
    async with transaction() as session:
        paused = await outbox.quietness(session, PHONE)
        assert paused
        assert paused.until
        assert timedelta(days=20) < paused.until - now() < timedelta(days=22)
        await outbox.post(session, "sms", PHONE, "A check-in", about="checkin")
    await texts_us("what help is there")
    got = await gets()
    assert "A check-in" not in got
    assert got[-1] == "I hear you."


async def test_an_old_pause_is_over(clean: None) -> None:
    async with transaction() as session:
        await outbox.quiet(session, PHONE, "paused", now() + timedelta(days=1))
        await session.execute(update(outbox.QuietNumber).values(until=now() - timedelta(minutes=1)))
        assert await outbox.quietness(session, PHONE) is None
