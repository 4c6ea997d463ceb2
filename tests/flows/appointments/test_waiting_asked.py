"""Whether they wait still, and a yes to a time that has gone, by text."""

from uuid import UUID

import pytest
from rasa_sdk import Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions.appointments import Check
from actions.door import Turn
from casework import appointments
from casework.appointments.meetings.freed import offer_freed_times
from casework.base.db import transaction
from tests.flows.appointments.test_booking_ways import AREA, daytime, says
from tests.flows.appointments.test_waiting import PHONE, frees_all, of_name, runs_out, waits
from tests.flows.conftest import Assistant
from tests.flows.phones import texts_us

__all__ = ["daytime", "waits"]
CHECK = "When is my meeting?"


async def hears(chat: UUID, text: str) -> list[str]:
    got = await texts_us(text, PHONE)
    assert got
    if got.message.meant != CHECK:
        return []
    say = CollectingDispatcher()
    async with transaction() as session:
        tracker = Tracker(str(chat), {}, {}, [], False, None, {}, "action_listen")
        await Check().act(Turn(session, tracker, chat, str(got.message.id), CHECK, "check_appointment", 0.9, AREA, "sms"), say)
    return [str(one.get("response")) for one in say.messages]


async def test_whether_they_wait_still_is_told(waits: UUID, assistant: Assistant) -> None:
    assert await hears(waits, "am i still on the list") == ["utter_booking_waiting"]
    assert await of_name("Jo") == "waiting"


@pytest.mark.parametrize("text", ["1", "yes", "yes please"])
async def test_a_yes_to_a_time_that_has_gone_is_answered_kindly_and_they_stay_on_the_list(waits: UUID, assistant: Assistant, text: str) -> None:
    await frees_all()
    await offer_freed_times()
    await runs_out(waits)
    assert await hears(waits, text) == ["utter_waiting_lapsed"]
    assert await of_name("Jo") == "waiting"


@pytest.mark.parametrize("text", ["thanks", "2", "no"])
async def test_what_is_no_yes_is_none_to_it(waits: UUID, assistant: Assistant, text: str) -> None:
    await frees_all()
    await offer_freed_times()
    await runs_out(waits)
    assert await hears(waits, text) == []


@pytest.mark.parametrize("text", ["yes", "Yes, book it"])
async def test_a_yes_in_time_books_it(waits: UUID, text: str) -> None:
    await frees_all()
    await offer_freed_times()
    talk = await says(waits, text, phone=PHONE)
    async with transaction() as session:
        assert [one.id for one in await appointments.coming(session, waits)] == [talk.holding_id]
    assert await of_name("Jo") == "booked"
