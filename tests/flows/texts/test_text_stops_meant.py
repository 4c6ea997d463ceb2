"""Stopping the texts in one's own words, which may be a call for help too."""

import pytest
from rasa_sdk import Tracker
from rasa_sdk.executor import CollectingDispatcher
from sqlalchemy import update
from sqlalchemy.ext.asyncio import AsyncSession

from actions.door import Turn
from actions.smalltalk import Reply
from casework import outbox
from casework.appointments import Appointment
from casework.base.db import transaction
from casework.council import council
from casework.messaging import Conversation, Message
from casework.staff import Staff
from tests.flows.appointments.test_appointments import booked, slot, works
from tests.flows.conftest import Assistant
from tests.flows.phones import PHONE, gets, known, said, texts_us, thread, waits_for_a_person


def turn(session: AsyncSession, talk: Conversation, message: Message, intent: str, confidence: float) -> Turn:
    tracker = Tracker(str(talk.id), {}, {}, [], False, None, {}, "action_listen")
    area = council().area(talk.area)
    return Turn(session, tracker, talk.id, str(message.id), message.text, intent, confidence, area, "sms")


async def stops_when_taken_for_a_stop(words: str) -> bool:
    """Whether the texts end where somebody we know says this, and the assistant takes it for a stop."""
    await known("Ada")
    await texts_us(words)
    message = (await said())[0]
    async with transaction() as session:
        await Reply().act(turn(session, await thread(), message, "sms_stop", 0.9), CollectingDispatcher())
    async with transaction() as session:
        return await outbox.quietness(session, PHONE) is not None


@pytest.mark.parametrize(("confidence", "quiet"), [(0.9, True), (0.4, False)])
async def test_stop_that_only_the_assistant_understood(
    clean: None, assistant: Assistant, confidence: float, quiet: bool
) -> None:
    await known("Ada")
    await texts_us("any way of muting you for good")
    message = (await said())[0]
    assistant.answer = [{"text": "And the next question?", "choices": []}]
    dispatcher = CollectingDispatcher()
    async with transaction() as session:
        await Reply().act(turn(session, await thread(), message, "sms_stop", confidence), dispatcher)
    async with transaction() as session:
        assert bool(await outbox.quietness(session, PHONE)) is quiet
    assert bool(dispatcher.messages) is not quiet
    if quiet:
        (only,) = await gets()
        assert "no more texts" in only


async def test_a_stop_that_the_assistant_took_for_one_is_none_where_nobody_helps(clean: None, assistant: Assistant) -> None:
    assert not await stops_when_taken_for_a_stop("honestly none of you ever ring")
    assert await waits_for_a_person() == "unheard"


async def test_who_is_texted_and_not_helped_is_rung_and_keeps_the_texts(clean: None, assistant: Assistant) -> None:
    await texts_us("you keep texting me and nobody helps")
    (answer,) = await gets()
    assert "A person will ring this number" in answer
    assert "reply STOP" in answer
    assert await waits_for_a_person() == "unheard"
    async with transaction() as session:
        assert await outbox.quietness(session, PHONE) is None
    assert assistant.asked == []


async def test_who_stops_the_texts_and_wants_a_call_gets_both(clean: None, assistant: Assistant) -> None:
    await texts_us("stop texting me and ring me")
    stopped, call = await gets()
    assert "no more texts" in stopped
    assert "A person will ring this number" in call
    assert await waits_for_a_person() == "call"


async def test_who_stops_the_texts_since_nobody_helps_is_looked_at(clean: None, assistant: Assistant) -> None:
    await texts_us("stop texting me nobody helps anyway")
    (answer,) = await gets()
    assert "no more texts" in answer
    assert await waits_for_a_person() == "unheard"


async def test_dont_stop_is_no_stop_whatever_the_assistant_took_it_for(clean: None, assistant: Assistant) -> None:
    assert not await stops_when_taken_for_a_stop("dont stop texting me")


@pytest.mark.parametrize(("ended", "again"), [("STOP", "ok i want them back please"), ("wrong number", "sorry that was a mistake it is me")])
async def test_what_was_ended_by_mistake_is_started_in_plain_words(clean: None, assistant: Assistant, ended: str, again: str) -> None:
    await known("Ada")
    await texts_us(ended)
    async with transaction() as session:
        assert await outbox.quietness(session, PHONE)
    await texts_us(again)
    async with transaction() as session:
        assert await outbox.quietness(session, PHONE) is None


@pytest.mark.parametrize("words", ["cancel", "STOP"])
async def test_who_booked_by_text_may_keep_the_texts_about_it(clean: None, assistant: Assistant, sam: Staff, words: str) -> None:
    await texts_us("hello")
    meeting = await booked(slot(await works(sam)), "phone")
    async with transaction() as session:
        await session.execute(update(Appointment).where(Appointment.id == meeting).values(conversation_id=(await thread()).id))
    await texts_us(words)
    assert "NONE" in (await gets())[-1]
    assert ("meeting still stands" in (await gets())[-1]) is (words == "cancel")


@pytest.mark.parametrize("words", ["cancel", "Cancel please", "STOP"])
async def test_no_meeting_is_told_of_where_there_is_none(clean: None, assistant: Assistant, words: str) -> None:
    await known("Ada")
    await texts_us(words)
    assert "stands" not in (await gets())[-1]


async def test_a_stop_with_an_end_is_a_pause(clean: None, assistant: Assistant) -> None:
    await stops_when_taken_for_a_stop("any chance of muting you until 20 january")
    async with transaction() as session:
        kept = await outbox.quietness(session, PHONE)
    assert kept is not None
    assert kept.why == "paused"
