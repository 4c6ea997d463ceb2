"""Who does not come is asked whether to call the meeting off, against the real database."""

import pytest

from actions.appointments import Cancel
from casework.appointments import Appointment, Step
from casework.base.db import transaction
from casework.base.words import choice_texts
from casework.staff import Staff
from tests.flows.appointments.test_appointments import works
from tests.flows.appointments.test_booking_ways import on_the_day
from tests.flows.appointments.test_booking_ways import says as hears
from tests.flows.appointments.test_having import books
from tests.flows.appointments.test_which_meeting import Chat, chat
from tests.flows.conftest import Claimant

__all__ = ["chat"]
BOOKS = ("by phone", on_the_day(), "1", "yes", "Jo", "07700 900123")


@pytest.mark.parametrize("text", ["not gonna make it friday soz", "not coming to the group any more"])
async def test_where_we_ask_what_would_help(chat: Chat, text: str) -> None:
    talk = await hears(chat.id, *BOOKS, phone=None)
    assert talk.step == Step.ADJUSTMENTS
    assert await chat.says(text) == ["utter_booking_cancel_ask"]
    assert await chat.says("ive changed my mind about the meeting") == ["utter_booking_example", "utter_booking_cancel_ask"]
    async with transaction() as session:
        assert (await session.get_one(Appointment, talk.holding_id)).state == "booked"
    assert await chat.says("i wont be there") == ["utter_booking_cancelled"]
    async with transaction() as session:
        assert (await session.get_one(Appointment, talk.holding_id)).state == "cancelled"


async def test_with_nothing_open(claimant: Claimant, sam: Staff) -> None:
    await works(sam)
    assert (await claimant.writes("i cant make it any more")).message.meant is None
    await books(claimant)
    assert (await claimant.writes("i cant make it any more")).message.meant == choice_texts("utter_booking_done")[1]
    assert (await claimant.writes("i cant make it to work")).message.meant is None


async def test_of_two_it_is_the_one_on_the_day_they_name(chat: Chat) -> None:
    await chat.meets(0)
    await chat.meets(1)
    off = choice_texts("utter_booking_done")[1]
    assert await chat.begins(Cancel(), off, said="kid is ill i cant come wednesday") == ["utter_booking_cancel_ask"]
    assert await chat.says("i cant come") == ["utter_booking_cancelled"]
    assert await chat.states() == ["booked", "cancelled"]
