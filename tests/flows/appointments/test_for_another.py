"""Somebody asks for somebody else: it is said kindly how they can book, and no helpline is given on a guess."""

from typing import Any
from uuid import UUID

import pytest
from rasa_sdk import Tracker
from rasa_sdk.events import FollowupAction
from rasa_sdk.executor import CollectingDispatcher

from actions.appointments import Book
from actions.booking import BookingQuestions
from actions.directory import Signpost
from actions.door import Turn
from actions.fallback import Fallback
from actions.smalltalk import Reply
from casework import appointments
from casework.appointments import Step
from casework.base.db import transaction
from tests.flows.appointments.test_booking_asides import turn, under_way
from tests.flows.appointments.test_booking_talks import AREA, chat, day, says, states

__all__ = ["chat"]
LAD = "my lad needs an appointment"


def after(session: Any, chat: UUID, said: str | None, text: str, intent: str, loop: dict[str, str] | None = None) -> Turn:
    """With nothing open; `said` is the response that came last."""
    events = [{"event": "bot", "text": "words", "metadata": {"utter_action": said}}] if said else []
    tracker = Tracker(str(chat), {}, {"text": text}, events, False, None, loop or {}, None)
    return Turn(session, tracker, chat, "", text, intent, 0.5, AREA, "web")


async def test_no_booking_begins_in_their_name(chat: UUID) -> None:
    say = CollectingDispatcher()
    async with transaction() as session:
        assert await Book().act(after(session, chat, None, LAD, "book_appointment"), say) == []
    assert [one["response"] for one in say.messages] == ["utter_booking_for_another"]
    assert await under_way(chat) is None


@pytest.mark.parametrize("said", [1, 2, 3, 4, 5])
async def test_said_in_the_middle_nothing_is_booked(chat: UUID, said: int) -> None:
    talk, say = await says(chat, *("face to face", f"{day()} at 10", "1", "yes", "Jo")[:said]), CollectingDispatcher()
    async with transaction() as session:
        asked, state = turn(session, chat, "its for my son", "need_drugs_alcohol"), await appointments.talk_of(session, chat)
        assert state
        assert BookingQuestions().is_choice(asked, state)
        await BookingQuestions().take(asked, state, say)
        if talk.holding_id:
            assert state.step == talk.step
            asked = turn(session, chat, "someone else", "nlu_fallback")
            assert BookingQuestions().is_choice(asked, state)
            await BookingQuestions().take(asked, state, say)
        assert not BookingQuestions().more(asked, state)
        await BookingQuestions().done(asked, state, say)
    assert [one["response"] for one in say.messages] == ["utter_booking_for_another"]
    assert await under_way(chat) is None
    assert await states() == (["let_go"] if talk.holding_id else [])


KEPT = ("face to face", f"{day()} at 10", "1", "yes")


async def heard(chat: UUID, text: str) -> list[str]:
    """The names of what is said back, the question that is open then among them."""
    say = CollectingDispatcher()
    async with transaction() as session:
        asked, state = turn(session, chat, text, "nlu_fallback"), await appointments.talk_of(session, chat)
        assert state
        await BookingQuestions().take(asked, state, say)
        if BookingQuestions().more(asked, state):
            await BookingQuestions().ask(asked, state, say)
    return [one["response"] for one in say.messages]


async def test_a_time_that_is_kept_stays_until_they_say_whose_it_is(chat: UUID) -> None:
    await says(chat, *KEPT)
    assert await heard(chat, "its for my son") == ["utter_booking_whose"]
    assert await states() == ["held"]
    assert await heard(chat, "no its for me") == ["utter_booking_name"]
    assert await heard(chat, "Jo") == ["utter_booking_number_in_person"]
    assert await states() == ["held"]


async def test_an_answer_to_what_was_asked_before_is_one(chat: UUID) -> None:
    await says(chat, *KEPT)
    assert await heard(chat, "its for my son") == ["utter_booking_whose"]
    assert await heard(chat, "Jo") == ["utter_booking_number_in_person"]


async def test_whom_they_have_to_be_in_for_is_no_one_to_book_for(chat: UUID) -> None:
    talk = await says(chat, *KEPT)
    await heard(chat, "actually after 3, need to be in for my daughter before")
    found = await under_way(chat)
    assert found
    assert found.step != Step.LEFT
    assert talk.step == Step.NAME


@pytest.mark.parametrize(("action", "intent"), [(Signpost(), "need_domestic_abuse"), (Fallback(), "nlu_fallback"), (Reply(), "out_of_scope")])
async def test_how_old_they_are_is_no_trouble(chat: UUID, action: Any, intent: str) -> None:
    say = CollectingDispatcher()
    async with transaction() as session:
        await action.act(after(session, chat, "utter_booking_for_another", "he is 22", intent), say)
    assert [one["response"] for one in say.messages] == ["utter_booking_for_another_age"]


async def test_an_age_out_of_nothing_is_not_understood_and_more_than_one_is_read(chat: UUID) -> None:
    say = CollectingDispatcher()
    async with transaction() as session:
        bare = after(session, chat, "utter_greet", "he is 22", "need_domestic_abuse")
        assert await Signpost().act(bare, say) == [FollowupAction("action_fallback")]
        among = after(session, chat, None, "he is 22", "need_domestic_abuse", {"name": "questions_form"})
        assert await Signpost().act(among, say) == []
        assert say.messages == []
        await Signpost().act(after(session, chat, "utter_booking_for_another", "he is 22 and he hits me", "need_domestic_abuse"), say)
    assert [one["response"] for one in say.messages] == ["utter_signpost"]
