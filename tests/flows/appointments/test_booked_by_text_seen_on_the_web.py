"""A meeting booked by text by somebody we have not saved, asked for on the web: whoever proves the phone reaches it."""

from uuid import UUID, uuid4

import pytest
from rasa_sdk import Tracker
from rasa_sdk.executor import CollectingDispatcher
from sqlalchemy import update

from actions.appointments import Cancel, Check, Move
from actions.door import DoorAction, Turn
from actions.identity import IdentityQuestions
from casework import appointments
from casework.appointments import Appointment, BookingTalk, Step
from casework.base.db import transaction
from casework.council import council
from casework.staff import Staff
from tests.flows.appointments.test_appointments import works
from tests.flows.appointments.test_booking_ways import on_the_day, says, texts
from tests.flows.conftest import Claimant
from tests.flows.phones import PHONE
from tests.flows.texts.test_new_phone import newest_code

__all__ = ["texts"]
AREA = council().area("northbridge")
SAYS = "07700 900123"
ACTIONS: tuple[tuple[DoorAction, str], ...] = ((Check(), "check_appointment"), (Move(), "reschedule_appointment"), (Cancel(), "cancel_appointment"))


@pytest.fixture
async def chat(sam: Staff, claimant: Claimant) -> Claimant:
    await works(sam)
    return claimant


async def books(thread: UUID, name: str = "Lee", at: str = "at 10") -> None:
    await says(thread, "face to face", f"{on_the_day()} {at}", "1", "yes", phone=PHONE)
    await says(thread, name, "no", phone=PHONE)
    async with transaction() as session:
        await appointments.end_talk(session, await session.get_one(BookingTalk, thread))


async def turn(session: object, chat: Claimant, text: str, intent: str) -> Turn:
    received = await chat.writes(text, str(uuid4()))
    events = [{"event": "user", "text": text}, {"event": "action", "name": "action_check_appointment"}]
    tracker = Tracker(str(chat.conversation), {}, {}, events, False, None, {}, "action_listen")
    return Turn(session, tracker, chat.conversation, str(received.message.id), text, intent, 0.9, AREA, "web")  # type: ignore[arg-type]


async def begins(chat: Claimant, action: DoorAction, intent: str, text: str = "my meeting") -> list[str]:
    say = CollectingDispatcher()
    async with transaction() as session:
        await action.act(await turn(session, chat, text, intent), say)
    return [one["response"] for one in say.messages]


async def hears(chat: Claimant, text: str) -> list[str]:
    say, questions = CollectingDispatcher(), IdentityQuestions()
    async with transaction() as session:
        heard = await turn(session, chat, text, "nlu_fallback")
        check = await questions.open(heard)
        assert check
        await questions.take(heard, check, say)
        await (questions.ask if questions.more(heard, check) else questions.done)(heard, check, say)
    return [one["response"] for one in say.messages if one.get("response")]


async def proves(chat: Claimant) -> list[str]:
    await hears(chat, SAYS)
    return await hears(chat, await newest_code(PHONE))


async def step(chat: Claimant) -> Step | None:
    async with transaction() as session:
        talk = await appointments.talk_of(session, chat.conversation)
        return Step(talk.step) if talk else None


async def test_it_is_told_and_needs_no_code_again(chat: Claimant, texts: UUID) -> None:
    await books(texts)
    assert await begins(chat, *ACTIONS[0]) == ["utter_identity_start"]
    assert await proves(chat) == ["utter_booking_yours"]
    assert await begins(chat, *ACTIONS[0]) == ["utter_booking_yours"]


@pytest.mark.parametrize(("action", "asks"), [(ACTIONS[1], Step.WHEN), (ACTIONS[2], Step.CANCEL)])
async def test_it_is_moved_or_called_off(chat: Claimant, texts: UUID, action: tuple[DoorAction, str], asks: Step) -> None:
    await books(texts)
    await begins(chat, *action)
    await proves(chat)
    assert await step(chat) == asks


async def test_of_two_people_on_one_phone_the_name_is_asked(chat: Claimant, texts: UUID) -> None:
    await books(texts)
    await books(texts, "Margaret", "at 2pm")
    await begins(chat, *ACTIONS[0])
    assert await proves(chat) == ["utter_identity_ask_first_name"]
    assert await hears(chat, "Joan") == ["utter_identity_refused", "utter_identity_ask_first_name"]
    assert await hears(chat, "its Margaret") == ["utter_booking_yours"]
    assert await begins(chat, *ACTIONS[0]) == ["utter_identity_start"]
    assert await hears(chat, "lee") == ["utter_booking_yours"]


async def test_whose_name_is_wrong_three_times_is_left_to_a_person(chat: Claimant, texts: UUID) -> None:
    await books(texts)
    await books(texts, "Margaret", "at 2pm")
    await begins(chat, *ACTIONS[0])
    await proves(chat)
    for one in ("Joan", "Ann"):
        await hears(chat, one)
    assert "utter_identity_gave_up" in await hears(chat, "Kim")


async def test_of_a_number_that_was_never_proved_the_name_is_asked(chat: Claimant, texts: UUID) -> None:
    await books(texts)
    async with transaction() as session:
        await session.execute(update(Appointment).values(reach={"kind": "call", "address": PHONE}))
    await begins(chat, *ACTIONS[0])
    assert await proves(chat) == ["utter_identity_ask_first_name"]
    assert await hears(chat, "Lee") == ["utter_booking_yours"]


async def test_nothing_is_held_for_whom_nothing_is_booked(chat: Claimant, texts: UUID) -> None:
    await begins(chat, *ACTIONS[0])
    assert await proves(chat) == ["utter_identity_nothing_held"]
