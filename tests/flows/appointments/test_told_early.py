"""What is told before it is asked for, and what is asked beside an answer, against the real database."""

from typing import Any
from uuid import UUID

import pytest
from rasa_sdk.executor import CollectingDispatcher
from sqlalchemy import select

from actions.appointments import Book
from actions.booking import BookingQuestions
from actions.questions import CarryOn
from casework import appointments, messaging
from casework.appointments import Appointment, Step
from casework.appointments.words.numbered import numbered_and_more
from casework.base.db import transaction
from casework.base.words import words
from casework.staff import Staff
from tests.flows.appointments.test_appointments import works
from tests.flows.appointments.test_booking_asides import turn, under_way
from tests.flows.appointments.test_booking_notes import made
from tests.flows.appointments.test_booking_talks import chat, day, says  # noqa: F401
from tests.flows.appointments.test_booking_ways import texts  # noqa: F401
from tests.flows.texts.test_text_orders import texts_us


async def begins(chat: UUID, text: str) -> list[dict[str, Any]]:  # noqa: F811
    say = CollectingDispatcher()
    async with transaction() as session:
        first = turn(session, chat, text, "book_appointment")
        first.tracker.active_loop = {}
        await Book().act(first, say)
    return list(say.messages)


async def takes(chat: UUID, *words: str) -> list[tuple[str, str | None]]:  # noqa: F811
    """What is said to the last of the words: its name, and what was told."""
    for text in words:
        say = CollectingDispatcher()
        async with transaction() as session:
            talk = await appointments.talk_of(session, chat)
            assert talk
            asked = turn(session, chat, text, "inform")
            if BookingQuestions().is_choice(asked, talk) or BookingQuestions().would_answer(asked, talk):
                await BookingQuestions().take(asked, talk, say)
    return [(one["response"], one.get("told")) for one in say.messages]


async def test_a_name_and_a_number_in_first_words_are_not_asked_again(chat: UUID) -> None:  # noqa: F811
    await begins(chat, f"my name is Jo Brown, can you ring me on 07700 900740, {day()} at 10")
    talk = await under_way(chat)
    assert talk
    assert (talk.step, talk.format) == (Step.CHOOSE, "phone")
    assert ("utter_booking_told", "Jo Brown, 07700 900740") in await takes(chat, "1", "yes")
    talk = await under_way(chat)
    assert talk
    assert talk.step == Step.ADJUSTMENTS
    found = await made()
    assert (found.name, found.reach, found.note) == ("Jo Brown", {"kind": "call", "address": "+447700900740"}, "")


@pytest.mark.parametrize("words", [("1 07700 900741", "yes"), ("1", "yes 07700900741"), ("1", "07700900741", "yes")])
async def test_a_number_beside_an_answer_is_kept(chat: UUID, words: tuple[str, ...]) -> None:  # noqa: F811
    await begins(chat, f"by phone {day()} at 10")
    assert ("utter_booking_told", "07700 900741") in await takes(chat, *words)
    talk = await under_way(chat)
    assert talk
    assert (talk.step, talk.misses) == (Step.NAME, 0)
    await takes(chat, "Jo")
    assert (await made()).reach == {"kind": "call", "address": "+447700900741"}


async def test_the_number_of_somebody_else_is_none_of_theirs(chat: UUID) -> None:  # noqa: F811
    await begins(chat, f"by phone {day()} at 10, my mum's number is 07700 900742")
    await takes(chat, "1", "yes", "Jo")
    talk = await under_way(chat)
    assert talk
    assert (talk.step, talk.number) == (Step.NUMBER, "")


async def test_by_text_another_number_is_for_the_worker_to_know(texts: UUID, sam: Staff) -> None:  # noqa: F811
    await works(sam)
    async with transaction() as session:
        conversation = await messaging.get(session, texts)
    await begins(texts, f"my name is Jo, by phone {day()} at 10 on 07700 900743")
    await takes(texts, "1", "yes")
    found = await made()
    assert (found.name, found.note) == ("Jo", "Number told: +447700900743")
    assert found.reach == {"kind": "sms", "address": conversation.phone}


async def test_a_question_beside_an_answer_is_answered_and_the_answer_taken(chat: UUID) -> None:  # noqa: F811
    await begins(chat, f"face to face {day()} at 10")
    assert await takes(chat, "1", "yes. how long does it take") == [("utter_booking_about_long", None)]
    talk = await under_way(chat)
    assert talk
    assert talk.step == Step.NAME


async def test_no_and_a_question_looks_for_another_time(chat: UUID) -> None:  # noqa: F811
    await begins(chat, f"face to face {day()} at 10")
    assert [name for name, _ in await takes(chat, "1", "no. where is it")] == ["utter_booking_about_where"]
    talk = await under_way(chat)
    assert talk
    assert talk.step in (Step.WHEN, Step.CHOOSE)
    async with transaction() as session:
        assert (await session.execute(select(Appointment).where(Appointment.state == "booked"))).first() is None


async def test_a_question_beside_first_words_comes_first(chat: UUID) -> None:  # noqa: F811
    said = await begins(chat, f"can i come in face to face {day()} at 10? what do i need to bring")
    assert said[0]["response"] == "utter_booking_bring_nothing"
    talk = await under_way(chat)
    assert talk
    assert talk.step == Step.CHOOSE


async def test_a_wish_that_stood_beside_danger_is_gone_on_with(sam: Staff) -> None:
    await works(sam)
    received = await texts_us(f"can i book a meeting {day()} at 10, my ex keeps following me home and i am scared")
    assert received
    say = CollectingDispatcher()
    async with transaction() as session:
        conversation = await messaging.get(session, received.message.conversation_id)
        assert conversation.safety
        after = turn(session, conversation.id, "Carry on", "carry_on")
        after.tracker.active_loop = {}
        after.tracker.slots["questions_about"] = None
        await CarryOn().act(after, say)
    talk = await under_way(received.message.conversation_id)
    assert say.messages == []
    assert talk
    assert (talk.step, talk.wish is not None) == (Step.FORMAT, True)


@pytest.mark.parametrize(("before", "step"), [(("by phone", "{day} at 10", "1"), Step.CONFIRM), (("by phone", "{day} at 10"), Step.CHOOSE), (("{day} at 10",), Step.FORMAT)])
async def test_to_wish_for_a_meeting_again_while_one_is_found_goes_on_with_it(chat: UUID, before: tuple[str, ...], step: Step) -> None:  # noqa: F811
    before_that = await says(chat, *(one.format(day=day()) for one in before))
    async with transaction() as session:
        await Book().act(turn(session, chat, "can i book a meeting please", "book_appointment"), CollectingDispatcher())
    after = await under_way(chat)
    assert after
    assert (after.step, after.format, after.offered, after.wish, after.misses) == (step, before_that.format, before_that.offered, before_that.wish, 0)


@pytest.mark.parametrize(
    ("text", "note"), [("Gary Holt, I said at the start", ""), ("Mike I put it above", ""), ("Dean. can you text me a reminder", "can you text me a reminder")]
)
async def test_a_name_told_again_or_beside_more_is_a_name(chat: UUID, text: str, note: str) -> None:  # noqa: F811
    await says(chat, "face to face", f"{day()} at 10", "1", "yes")
    await takes(chat, text)
    talk = await under_way(chat)
    assert talk
    assert talk.step == Step.NUMBER
    await says(chat, "no")
    found = await made()
    assert (found.name, found.note) == (text.split(",")[0].split(".")[0].split(" I ")[0], note)


async def test_a_name_before_the_number_begins_it(chat: UUID) -> None:  # noqa: F811
    await begins(chat, f"Gary Holt 07700 900740, I want to meet a key worker face to face on {day()} at 10")
    assert ("utter_booking_told", "Gary Holt, 07700 900740") in await takes(chat, "1", "yes")


@pytest.mark.parametrize(
    ("said", "text", "step"),
    [(("face to face",), "{day} at 10. Is it confidential, by the way?", Step.CHOOSE), (("face to face", "{day} at 10", "1"), "Yes that is fine. Will what I say be kept private from my old employer?", Step.NAME),
     (("face to face", "{day} at 10", "1", "yes", "Jo"), "07700 900236. You never answered me about privacy though", Step.ADJUSTMENTS)],
)  # fmt: skip
async def test_privacy_asked_beside_an_answer(chat: UUID, said: tuple[str, ...], text: str, step: Step) -> None:  # noqa: F811
    await says(chat, *(one.format(day=day()) for one in said))
    assert "utter_meeting_private" in [name for name, _ in await takes(chat, text.format(day=day()))]
    talk = await under_way(chat)
    assert talk
    assert talk.step == step


@pytest.mark.parametrize(
    ("text", "heard"),
    [("1 but it has to be between 10 and 2", "Face to face, but it has to be between 10 and 2"), ("2, and can it be friday", "By phone, and can it be friday"), ("3 I cannot go on", None), ("9 but why", None)],
)
async def test_the_number_of_a_way_and_more(chat: UUID, text: str, heard: str | None) -> None:  # noqa: F811
    asked = words("utter_booking_format")
    async with transaction() as session:
        await appointments.begin_talk(session, chat)
        conversation = await messaging.locked(session, chat)
        conversation.last_n = 4
        assert await numbered_and_more(session, conversation, text, messaging.LastSaid(asked.text, asked.choices)) == heard
