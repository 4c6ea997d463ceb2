"""What they said of a meeting is taken back: a booking that was dropped goes on, they are not late after all, they wait no more."""

from uuid import UUID

import pytest
from rasa_sdk import Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions.appointments import Cancel, Check
from actions.door import DoorAction, Turn
from casework import appointments, messaging
from casework.appointments import Appointment
from casework.base.clock import now
from casework.base.db import transaction
from casework.base.words import words
from casework.messaging import Message
from casework.staff import Staff
from tests.flows.appointments.test_appointments import booked, slot, works
from tests.flows.appointments.test_booking_ways import AREA, daytime
from tests.flows.appointments.test_waiting import PHONE, of_name, waits
from tests.flows.conftest import Assistant
from tests.flows.phones import texts_us

__all__ = ["daytime", "waits"]
BOOK, KEEP, OFF = "I want to book a meeting", "Keep it", "I want to cancel my meeting"


async def meant(text: str) -> Message:
    got = await texts_us(text, PHONE)
    assert got
    return got.message


@pytest.mark.parametrize("text", ["no wait keep it", "dont cancel it", "actually keep it"])
async def test_a_booking_that_was_dropped_goes_on_with_what_was_said(sam: Staff, assistant: Assistant, text: str) -> None:
    first = await meant("by phone")
    await meant("next tuesday after 2")
    async with transaction() as session:
        chat = await messaging.get(session, first.conversation_id)
        await messaging.record(session, chat, "assistant", words("utter_booking_stopped").text)
    message = await meant(text)
    assert message.meant == BOOK
    async with transaction() as session:
        assert await appointments.in_own_words(session, BOOK, str(message.id)) == "by phone, next tuesday after 2"


async def test_keep_it_is_nothing_where_nothing_is(sam: Staff, assistant: Assistant) -> None:
    assert (await meant("keep it")).meant is None


@pytest.mark.parametrize("text", ["no longer need it", "take me off it"])
async def test_who_needs_it_no_longer_is_off_the_list(waits: UUID, assistant: Assistant, text: str) -> None:
    message = await meant(text)
    assert message.meant == OFF
    await acts(waits, Cancel(), message, "cancel_appointment")
    assert await of_name("Jo") == "left"


async def acts(chat: UUID, action: DoorAction, message: Message, intent: str) -> list[str]:
    say = CollectingDispatcher()
    async with transaction() as session:
        tracker = Tracker(str(chat), {}, {}, [], False, None, {}, "action_listen")
        await action.act(Turn(session, tracker, chat, str(message.id), message.meant or "", intent, 0.9, AREA, "sms"), say)
    return [str(one.get("response")) for one in say.messages]


@pytest.mark.parametrize("text", ["actually not late, ignore that", "ill be on time"])
async def test_who_is_not_late_after_all_is_not_late(sam: Staff, assistant: Assistant, text: str) -> None:
    async with transaction() as session:
        made = await session.get_one(Appointment, await booked(slot(await works(sam)), "phone"))
        made.reach, made.told_late_at, made.late_minutes = {"kind": "sms", "address": PHONE}, now(), 15
    message = await meant(text)
    assert await acts(message.conversation_id, Check(), message, "check_appointment") == ["utter_booking_kept"]
    async with transaction() as session:
        kept = await session.get_one(Appointment, made.id)
        assert (kept.told_late_at, kept.late_minutes) == (None, None)
