"""What is asked at any question of a booking is answered from what is known, and the question stands."""

from typing import Any
from uuid import UUID

import pytest
from rasa_sdk.executor import CollectingDispatcher
from sqlalchemy import select

from actions.booking import BookingQuestions
from casework import appointments
from casework.appointments import Appointment, BookingTalk
from casework.base.db import transaction
from tests.flows.appointments.test_booking_asides import turn
from tests.flows.appointments.test_booking_talks import chat, day, says

__all__ = ["chat"]
SAID = ("face to face", f"{day()} at 10", "1", "yes", "Jo")
QUESTIONS = [
    ("what happens if im not on time", "programme_question", "utter_booking_about_late"),
    ("which building", "out_of_scope", "utter_booking_about_where"),
    ("whats the address", "see_my_data", "utter_booking_about_where"),
    ("is it by phone", "appointment_format", "utter_booking_about_where"),
    ("how long is it", "programme_question", "utter_booking_about_long"),
    ("do i have to come to the meeting", "appointment_format", "utter_meeting_must"),
    ("what if i cant come", "what_if", "utter_meeting_miss"),
    ("is it step free", "accessibility_need", "utter_meeting_step_free"),
    ("have you got a hearing loop", "out_of_scope", "utter_meeting_loop"),
    ("is there parking", "out_of_scope", "utter_booking_ask_office"),
    ("can i get a cup of tea there", "nlu_fallback", "utter_booking_ask_office"),
]


async def is_answered(chat: UUID, text: str, intent: str) -> list[dict[str, Any]]:
    say = CollectingDispatcher()
    async with transaction() as session:
        talk = await appointments.talk_of(session, chat)
        assert talk
        asked = turn(session, chat, text, intent)
        assert BookingQuestions().is_choice(asked, talk)
        await BookingQuestions().take(asked, talk, say)
    return list(say.messages)


def state(talk: BookingTalk) -> tuple[object, ...]:
    return talk.step, talk.format, talk.offered, talk.wish, talk.holding_id


@pytest.mark.parametrize("said", [1, 2, 3, 4, 5])
async def test_it_is_answered_and_what_is_open_stands(chat: UUID, said: int) -> None:
    before = state(await says(chat, *SAID[:said]))
    for text, intent, response in QUESTIONS:
        if response == "utter_booking_about_where" and said == 1 and "phone" in text:
            continue
        assert [one["response"] for one in await is_answered(chat, text, intent)] == [response], text
        async with transaction() as session:
            talk = await appointments.talk_of(session, chat)
            assert talk
            assert (state(talk), talk.misses) == (before, 0)
    async with transaction() as session:
        assert set((await session.execute(select(Appointment.name))).scalars()) <= {"", "Jo"}


async def test_before_any_time_is_shown_every_place_is_named_and_nobody(chat: UUID) -> None:
    await says(chat, "face to face")
    (where,) = await is_answered(chat, "which building", "out_of_scope")
    assert "Work Hub" in where["where"]
    assert "Riverside Library" in where["where"]
    assert (await is_answered(chat, "how long is it", "programme_question"))[0]["minutes"] == 60
    assert [one["response"] for one in await is_answered(chat, "who will i see", "out_of_scope")] == ["utter_booking_about_who_yet"]


async def test_who_somebody_is_where_a_name_is_asked(chat: UUID) -> None:
    await says(chat, *SAID[:4])
    (who,) = await is_answered(chat, "who's sam then", "out_of_scope")
    assert (who["response"], who["worker"]) == ("utter_booking_about_who", "Sam")


@pytest.mark.parametrize("text", ["can i have a different one", "do you have anything else"])
async def test_who_would_have_another_time_is_not_sent_to_the_office(chat: UUID, text: str) -> None:
    talk = await says(chat, *SAID[:2])
    async with transaction() as session:
        assert not BookingQuestions().is_choice(turn(session, chat, text, "out_of_scope"), talk)


async def test_scrap_that_leaves_it_and_books_nothing(chat: UUID) -> None:
    talk = await says(chat, *SAID[:4], "scrap that")
    assert talk.step == appointments.Step.LEFT
    say = CollectingDispatcher()
    async with transaction() as session:
        open_ = await appointments.talk_of(session, chat)
        assert open_
        await BookingQuestions().done(turn(session, chat, "scrap that", "prefer_not_to_say"), open_, say)
    assert [one["response"] for one in say.messages] == ["utter_booking_stopped"]
