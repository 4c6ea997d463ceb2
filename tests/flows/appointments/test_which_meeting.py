"""With two meetings "cancel it" and "move it" are asked which: by day, by place, both, and by date on one weekday."""

from datetime import time, timedelta
from typing import Any
from uuid import UUID, uuid5

import pytest
from rasa_sdk import Tracker
from rasa_sdk.executor import CollectingDispatcher
from sqlalchemy import select

from actions.appointments import Cancel, Move
from actions.booking import BookingQuestions
from actions.door import DoorAction, Turn
from casework import appointments, messaging
from casework.appointments import Appointment, BookingTalk, Slot, Sought, Step
from casework.appointments.times.diary import instant
from casework.appointments.words.picking import slots
from casework.base.clock import local, now
from casework.base.db import transaction
from casework.council import say_when_in_full
from casework.staff import Staff
from tests.flows.appointments.test_appointments import workday, works
from tests.flows.appointments.test_booking_talks import AREA

A_DAY = timedelta(days=1)


class Chat:
    def __init__(self, id_: UUID, diary: int) -> None:
        self.id, self.diary = id_, diary
        self.events: list[dict[str, Any]] = []

    async def meets(self, days: int, clock: int = 10) -> UUID:
        """So many days after the Tuesday."""
        start = instant(workday() + days * A_DAY, time(clock))
        async with transaction() as session:
            slot = Slot(start, start + timedelta(minutes=20), self.diary, "Sam", None)
            held = await appointments.hold(session, AREA, slot, Sought("phone", "phone"), self.id)
            return (await appointments.book(session, held, AREA)).id

    async def begins(self, action: DoorAction, text: str, said: str | None = None) -> list[str]:
        """`said`: what they wrote, where the assistant hears another text."""
        self.events += [{"event": "user", "text": text}, {"event": "action", "name": action.action}]
        return await self._turn(text, action, said)

    async def says(self, text: str) -> list[str]:
        return await self._turn(text, None)

    async def _turn(self, text: str, action: DoorAction | None, said: str | None = None) -> list[str]:
        say, questions = CollectingDispatcher(), BookingQuestions()
        async with transaction() as session:
            message = await messaging.record(session, await messaging.locked(session, self.id), "claimant", said or text)
            tracker = Tracker(str(self.id), {}, {}, self.events, False, None, {}, "action_listen")
            turn = Turn(session, tracker, self.id, str(message.id), text, "nlu_fallback", 0.3, AREA, "web")
            state = await questions.open(turn)
            if action:
                await action.act(turn, say)
            elif state:
                assert questions.is_choice(turn, state) or questions.would_answer(turn, state)
                await questions.take(turn, state, say)
            state = await questions.open(turn)
            if state and questions.more(turn, state):
                await questions.ask(turn, state, say)
            elif state:
                await questions.done(turn, state, say)
        self.shown = [one["title"] for told in say.messages for one in told.get("buttons") or ()]
        return [one["response"] for one in say.messages]

    async def states(self) -> list[str]:
        async with transaction() as session:
            return list((await session.execute(select(Appointment.state).order_by(Appointment.starts_at))).scalars())


@pytest.fixture
async def chat(sam: Staff) -> Chat:
    diary = await works(sam)
    async with transaction() as session:
        return Chat((await messaging.start(session, "northbridge", "Northbridge"))[0].id, diary)


async def test_with_one_it_is_that_one(chat: Chat) -> None:
    await chat.meets(0)
    assert await chat.begins(Cancel(), "cancel it") == ["utter_booking_cancel_ask"]


@pytest.mark.parametrize(
    ("said", "after"),
    [
        ("the tuesday one", ["cancelled", "booked"]),
        ("the second", ["booked", "cancelled"]),
        ("2", ["booked", "cancelled"]),
        ("wednesday", ["booked", "cancelled"]),
    ],
)
async def test_of_two_it_is_asked_which_and_once_more(chat: Chat, said: str, after: list[str]) -> None:
    await chat.meets(0)
    await chat.meets(1)
    assert await chat.begins(Cancel(), "cancel it") == ["utter_booking_which"]
    assert chat.shown[-1] == "Both"
    assert await chat.says(said) == ["utter_booking_cancel_ask"]
    assert await chat.states() == ["booked", "booked"]
    assert await chat.says("yes") == ["utter_booking_cancelled"]
    assert await chat.states() == after


@pytest.mark.parametrize(("said", "state", "told"), [("yes", "cancelled", "cancelled_all"), ("keep it", "booked", "kept_all")])
async def test_both(chat: Chat, said: str, state: str, told: str) -> None:
    await chat.meets(0)
    await chat.meets(1)
    await chat.begins(Cancel(), "cancel it")
    assert await chat.says("both") == ["utter_booking_cancel_ask_all"]
    assert await chat.says(said) == [f"utter_booking_{told}"]
    assert await chat.states() == [state, state]


async def test_of_three_two_on_one_weekday_are_asked_by_date(chat: Chat) -> None:
    for days in (0, 1, 7):
        await chat.meets(days)
    await chat.begins(Cancel(), "cancel it")
    assert await chat.says("the tuesday one") == ["utter_booking_which"]
    tuesdays = [instant(workday() + days * A_DAY, time(10)) for days in (0, 7)]
    assert chat.shown == [*(say_when_in_full(one, now()) for one in tuesdays), "Both"]
    later = workday() + 7 * A_DAY
    assert await chat.says(f"the {later.day} {later:%B}") == ["utter_booking_cancel_ask"]
    await chat.says("yes")
    assert await chat.states() == ["booked", "booked", "cancelled"]


async def test_named_at_once_it_is_not_asked(chat: Chat) -> None:
    await chat.meets(0)
    await chat.meets(1)
    assert await chat.begins(Cancel(), "cancel the wednesday one") == ["utter_booking_cancel_ask"]
    await chat.says("yes")
    assert await chat.states() == ["booked", "cancelled"]


async def test_a_move_is_asked_which_and_goes_on_in_its_own_words(chat: Chat) -> None:
    await chat.meets(0)
    second = await chat.meets(1)
    assert await chat.begins(Move(), "move it to friday") == ["utter_booking_which"]
    assert "Both" not in chat.shown
    assert await chat.says("the second") == ["utter_booking_moving", "utter_booking_offer_with"]
    async with transaction() as session:
        talk = await session.get_one(BookingTalk, chat.id)
        assert talk.moving_id == second
        assert {local(slot.start).weekday() for slot in slots(talk)} == {4}


async def test_a_move_from_a_day_to_a_day(chat: Chat) -> None:
    await chat.meets(0)
    second = await chat.meets(1)
    assert await chat.begins(Move(), "move my wednesday meeting to thursday") == ["utter_booking_moving", "utter_booking_offer_with"]
    async with transaction() as session:
        talk = await session.get_one(BookingTalk, chat.id)
        assert (talk.moving_id, talk.step) == (second, Step.CHOOSE)
        assert {local(slot.start).weekday() for slot in slots(talk)} == {3}


async def test_after_a_reminder_it_is_the_one_reminded_of(chat: Chat) -> None:
    await chat.meets(0)
    second = await chat.meets(1)
    async with transaction() as session:
        conversation = await messaging.locked(session, chat.id)
        await messaging.record(session, conversation, "assistant", "We meet soon", sender_ref=str(uuid5(second, "0 24")))
    assert await chat.begins(Cancel(), "I want to cancel my meeting") == ["utter_booking_cancel_ask"]
    await chat.says("yes")
    assert await chat.states() == ["booked", "cancelled"]


async def test_all_of_four_are_all_of_them(chat: Chat) -> None:
    for days in (0, 1, 2, 7):
        await chat.meets(days)
    assert await chat.begins(Cancel(), "cancel them") == ["utter_booking_which"]
    assert len(chat.shown) == 5
    assert await chat.says("all of them") == ["utter_booking_cancel_ask_all"]
    await chat.says("yes")
    assert await chat.states() == ["cancelled"] * 4


async def test_both_said_at_once_are_not_asked_for_again(chat: Chat) -> None:
    await chat.meets(0)
    await chat.meets(1)
    assert await chat.begins(Cancel(), "cancel both") == ["utter_booking_cancel_ask_all"]
