"""What somebody needs, said wherever in a booking or after it: kept for the worker, and remembered."""

from uuid import UUID

import pytest
from rasa_sdk import Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions.booking import BookingQuestions
from actions.door import DoorAction, Turn
from actions.fallback import Fallback
from actions.smalltalk import Reply
from casework import appointments, messaging
from casework.appointments import Appointment, BookingTalk, Step
from casework.appointments.models import Room
from casework.base.db import transaction
from casework.claimants import Claimant
from casework.staff import Staff
from tests.flows.appointments.test_appointments import works
from tests.flows.appointments.test_booking_notes import made
from tests.flows.appointments.test_booking_talks import AREA, chat, day, says
from tests.flows.appointments.test_booking_ways import known, on_the_day, texts
from tests.flows.appointments.test_booking_ways import says as says_by_text

__all__ = ["chat", "texts"]


@pytest.mark.parametrize("said", ["im deaf", "i use a wheelchair", "I need a BSL interpreter"])
async def test_said_where_a_number_is_asked_it_is_kept_and_the_number_asked_again(chat: UUID, said: str) -> None:
    talk = await says(chat, "by phone", f"{day()} at 10", "1", "yes", "Jo", said)
    assert (talk.step, talk.misses, talk.needs) == (Step.NUMBER, 0, said)
    assert (await says(chat, "07700 900433")).step == Step.DONE
    assert (await made()).note == said


@pytest.mark.parametrize("place", range(5))
async def test_said_at_any_question_it_is_kept(chat: UUID, place: int) -> None:
    words = ["face to face", f"{day()} at 10", "1", "yes", "Jo", "rather not say"]
    talk = await says(chat, *words[:place], "i cant hear very well", *words[place:])
    assert talk.step == Step.DONE
    assert (await made()).note == "i cant hear very well"


async def test_it_is_no_name(chat: UUID) -> None:
    assert (await says(chat, "by phone", f"{day()} at 10", "1", "yes", "im deaf")).step == Step.NAME


async def test_a_room_that_fits_is_found_for_the_time_read_back(chat: UUID) -> None:
    """The hub has one quiet room among others."""
    talk = await says(chat, "face to face", f"{day()} at 10", "1")
    talk = await says(chat, "i need a quiet room")
    assert talk.step == Step.CONFIRM
    async with transaction() as session:
        held = await session.get_one(Appointment, talk.holding_id)
        room = await session.get_one(Room, held.room_id)
        assert (held.state, held.features) == ("held", ["quiet"])
        assert "quiet" in next(one for one in AREA.venues if one.id == "hub").room_features()[room.number - 1]


async def test_by_text_at_the_question_of_needs(texts: UUID, sam: Staff) -> None:
    await works(sam)
    ali = await known()
    talk = await says_by_text(texts, "face to face", on_the_day(), "1", "yes", claimant=ali)
    assert appointments.understands(talk, "im deaf")
    assert (await says_by_text(texts, "im deaf", claimant=ali)).step == Step.NOTED
    async with transaction() as session:
        assert (await session.get_one(Claimant, ali)).adjustments == "im deaf"


@pytest.mark.parametrize("asked", ["I need an interpreter", "i dont speak much english"])
async def test_the_language_is_asked_for_kept_and_remembered(texts: UUID, sam: Staff, asked: str) -> None:
    await works(sam)
    ali = await known()
    talk = await says_by_text(texts, "face to face", on_the_day(), "1", "yes", asked, claimant=ali)
    assert talk.step == Step.INTERPRETER
    assert (await says_by_text(texts, "Polish", claimant=ali)).step == Step.NOTED
    assert (await made()).note == f"{asked}; Interpreter: Polish"
    async with transaction() as session:
        assert (await session.get_one(Claimant, ali)).adjustments == f"{asked}; Interpreter: Polish"


async def test_the_language_is_asked_for_once_booked_where_the_need_came_before(chat: UUID) -> None:
    talk = await says(chat, "face to face, i need an interpreter", f"{day()} at 10", "1", "yes", "Jo", "rather not say")
    assert talk.step == Step.INTERPRETER
    assert (await says(chat, "tigrinya")).step == Step.NOTED


async def answered(action: DoorAction, chat: UUID, text: str, intent: str = "nlu_fallback") -> list[str]:
    say = CollectingDispatcher()
    async with transaction() as session:
        conversation = await messaging.locked(session, chat)
        message = await messaging.record(session, conversation, "claimant", text)
        tracker = Tracker(str(chat), {}, {"intent_ranking": []}, [], False, None, {}, "action_listen")
        await action.act(Turn(session, tracker, chat, str(message.id), text, intent, 0.4, AREA, "web"), say)
    return [one["response"] for one in say.messages]


@pytest.mark.parametrize("action", [Fallback(), Reply()])
async def test_a_second_need_after_the_first_and_one_much_later(chat: UUID, action: DoorAction) -> None:
    await says(chat, "face to face", f"{day()} at 10", "1", "yes", "Jo", "rather not say", "im deaf")
    async with transaction() as session:
        await appointments.end_talk(session, await session.get_one(BookingTalk, chat))
    assert await answered(action, chat, "by the way i use a wheelchair", "thanks") == ["utter_booking_noted_need"]
    assert (await made()).note == "im deaf; by the way i use a wheelchair"


async def test_of_no_meeting_nothing_is_noted(chat: UUID) -> None:
    assert not {"utter_booking_noted_for", "utter_booking_noted_need"} & set(await answered(Fallback(), chat, "by the way i use a wheelchair"))


async def test_what_was_said_is_owned_up_to(chat: UUID) -> None:
    say, questions = CollectingDispatcher(), BookingQuestions()
    await says(chat, "by phone", f"{day()} at 10", "1", "yes", "Jo")
    async with transaction() as session:
        conversation = await messaging.locked(session, chat)
        message = await messaging.record(session, conversation, "claimant", "im deaf")
        tracker = Tracker(str(chat), {}, {}, [], False, None, {}, "action_listen")
        turn = Turn(session, tracker, chat, str(message.id), "im deaf", "accessibility_need", 0.9, AREA, "web")
        state = await questions.open(turn)
        assert state
        assert questions.is_choice(turn, state)
        await questions.take(turn, state, say)
    assert [one["response"] for one in say.messages] == ["utter_booking_need_kept"]
