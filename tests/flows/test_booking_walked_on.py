"""What ordinary people met, a second time: a question beside a choice, a code by e-mail, a word about the way."""

from uuid import UUID

import pytest
from rasa_sdk.executor import CollectingDispatcher

from actions.booking import BookingQuestions
from casework import appointments
from casework.appointments import Appointment, Step
from casework.base.db import transaction
from tests.flows.test_booking_asides import turn
from tests.flows.test_booking_talks import chat, day, says  # noqa: F401

SHOWN = ("face to face", day())


async def asked(chat: UUID, text: str, intent: str = "nlu_fallback") -> list[str]:  # noqa: F811
    """What is said to it, the question that is put then left out."""
    say = CollectingDispatcher()
    async with transaction() as session:
        talk = await appointments.talk_of(session, chat)
        assert talk
        heard = turn(session, chat, text, intent)
        assert BookingQuestions().is_choice(heard, talk) or BookingQuestions().would_answer(heard, talk)
        await BookingQuestions().take(heard, talk, say)
    return [one["response"] for one in say.messages]


async def step(chat: UUID) -> Step:  # noqa: F811
    async with transaction() as session:
        talk = await appointments.talk_of(session, chat)
        assert talk
        return Step(talk.step)


@pytest.mark.parametrize(("text", "said"), [
    ("10am with Sam please. will there be an interpreter?", "utter_booking_need_kept"), ("1 pls, is there parking", "utter_booking_ask_office"),
    ("1. will sam have my cv?", "utter_booking_ask_office"), ("1 and do i need id", "utter_booking_ask_office"),
    ("the first one. can my mum come", "utter_booking_need_kept"), ("1 please will it be on my record", "utter_booking_ask_office"),
])  # fmt: skip
async def test_a_question_beside_a_choice_leaves_the_choice(chat: UUID, text: str, said: str) -> None:  # noqa: F811
    await says(chat, "face to face", f"{day()} at 10" if "10" in text else day())
    assert await asked(chat, text) == [said]
    assert await step(chat) == Step.CONFIRM


@pytest.mark.parametrize(("text", "said"), [
    ("yes. what do i bring", "utter_booking_bring_nothing"), ("yes can my dad come in", "utter_booking_need_kept"),
    ("yes please, will there be an interpreter", "utter_booking_need_kept"), ("yep is there a lift", "utter_meeting_step_free"),
])  # fmt: skip
async def test_a_question_beside_a_yes_leaves_the_yes(chat: UUID, text: str, said: str) -> None:  # noqa: F811
    await says(chat, *SHOWN, "1")
    assert await asked(chat, text) == [said]
    assert await step(chat) == Step.NAME


@pytest.mark.parametrize("text", ["1 please, can it be an hour later", "2. can we do it by phone instead", "yes is that ok", "yes can you book it", "yes have a good day"])
async def test_what_asks_nothing_of_it_is_taken_whole(chat: UUID, text: str) -> None:  # noqa: F811
    for said in SHOWN, (*SHOWN, "1"):
        assert appointments.answer_and_question(await says(chat, *said), text) is None
