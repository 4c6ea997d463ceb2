"""LATE and the like in the middle of telling us of a job: answered, and the open question is put again."""

from uuid import UUID

import pytest

from casework import claimants, identity, messaging, outbox
from casework.base.db import transaction
from casework.checkins import reporting
from tests.flows.conftest import Assistant
from tests.flows.phones import PHONE, gets, known, said, texts_us, thread


async def is_asked_for_the_payday() -> UUID:
    person = await known("Ada")
    await texts_us("i got a job")
    talk = (await thread()).id
    async with transaction() as session:
        made = await reporting.report(session, talk, (await claimants.get(session, person)).id)
        await reporting.hear(session, made, "today")
        conversation = await messaging.locked(session, talk)
        await messaging.record(session, conversation, "assistant", "When is your first payday?", choices=[{"title": "I do not know", "text": "I do not know"}])
    return talk


@pytest.mark.parametrize("words", ["LATE", "HELP", "no credit"])
async def test_the_question_is_put_again(clean: None, assistant: Assistant, words: str) -> None:
    await is_asked_for_the_payday()
    received = await texts_us(words)
    heard = [one for one in await said() if one.sender == "claimant"][-1]
    assert heard.meant == messaging.GO_ON
    assert received
    assert not received.settled
    assert any(one.reply_to == heard.id for one in await said())


async def test_where_nothing_is_open_nothing_is_put(clean: None, assistant: Assistant) -> None:
    await known("Ada")
    await texts_us("hello")
    received = await texts_us("LATE")
    assert received
    assert received.settled
    assert received.message.meant is None


async def test_a_stop_ends_it_all_the_same(clean: None, assistant: Assistant) -> None:
    await is_asked_for_the_payday()
    received = await texts_us("STOP")
    assert received
    assert received.settled


async def test_hours_without_texts_are_kept_and_the_answer_beside_them_is_heard(clean: None, assistant: Assistant) -> None:
    await is_asked_for_the_payday()
    await texts_us("monthly, 15th dec but pls dont text me when im at work 6am til 2")
    heard = [one for one in await said() if one.sender == "claimant"][-1]
    assert heard.meant == "monthly 15th dec"
    assert any("2pm to 7pm" in one for one in await gets())
    async with transaction() as session:
        (ada,) = await claimants.by_address(session, "sms", PHONE)
        assert await outbox.quietness(session, PHONE) is None
    assert ada.safe_contact == {"from": "14:00"}


async def test_hours_alone_are_kept_and_the_question_is_put_again(clean: None, assistant: Assistant) -> None:
    await is_asked_for_the_payday()
    received = await texts_us("dont text me at work, 6am til 2")
    heard = [one for one in await said() if one.sender == "claimant"][-1]
    assert heard.meant == messaging.GO_ON
    assert received
    assert not received.settled


@pytest.mark.parametrize("words", ["no texts 8 til 4 pls", "dont text me mon to fri 9 til 5", "stop texting me 8 til 4", "no texts 9-5"])
async def test_hours_of_a_shift_stop_nothing(clean: None, assistant: Assistant, words: str) -> None:
    await is_asked_for_the_payday()
    received = await texts_us(words)
    assert received
    assert not received.settled
    async with transaction() as session:
        (ada,) = await claimants.by_address(session, "sms", PHONE)
        assert await outbox.quietness(session, PHONE) is None
    assert ada.safe_contact


@pytest.mark.parametrize("words", ["no texts", "stop texting me", "no texts at all please"])
async def test_no_texts_at_all_is_a_stop(clean: None, assistant: Assistant, words: str) -> None:
    await is_asked_for_the_payday()
    await texts_us(words)
    async with transaction() as session:
        assert await outbox.quietness(session, PHONE) is not None


async def test_hours_told_before_there_is_a_record_stop_nothing(clean: None, assistant: Assistant) -> None:
    await texts_us("i got a job")
    talk = (await thread()).id
    async with transaction() as session:
        await identity.begin(session, talk, "job_start")
        conversation = await messaging.locked(session, talk)
        await messaging.record(session, conversation, "assistant", "May we keep your name?", choices=[{"title": "Yes", "text": "Yes"}])
    await texts_us("yes but pls dont text me when im at work 6am til 2")
    heard = [one for one in await said() if one.sender == "claimant"][-1]
    assert heard.meant == "yes"
    async with transaction() as session:
        assert await outbox.quietness(session, PHONE) is None
