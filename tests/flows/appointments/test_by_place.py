""""Cancel the second one": of two that they have it is that one, whatever times are shown."""

from actions.appointments import Cancel, Move
from casework.appointments import BookingTalk
from casework.appointments.words.picking import slots
from casework.base.clock import local
from casework.base.db import transaction
from casework.base.words import choice_texts
from casework.staff import Staff
from tests.flows.appointments.test_appointments import works
from tests.flows.appointments.test_booking_ways import says as hears
from tests.flows.appointments.test_having import books
from tests.flows.appointments.test_which_meeting import Chat, chat
from tests.flows.conftest import Claimant

__all__ = ["chat"]


async def test_it_is_called_off_while_times_are_shown(chat: Chat) -> None:
    await chat.meets(0)
    await chat.meets(1)
    await hears(chat.id, "by phone", "thursday", phone=None)
    off = choice_texts("utter_booking_done")[1]
    assert await chat.begins(Cancel(), off, said="cancel the second one") == ["utter_booking_cancel_ask"]
    await chat.says("yes")
    assert await chat.states() == ["booked", "cancelled"]


async def test_it_is_moved(chat: Chat) -> None:
    await chat.meets(0)
    second = await chat.meets(1)
    said = "move the second one to friday"
    assert await chat.begins(Move(), choice_texts("utter_booking_done")[0], said=said) == ["utter_booking_moving", "utter_booking_offer_with"]
    async with transaction() as session:
        talk = await session.get_one(BookingTalk, chat.id)
        assert talk.moving_id == second
        assert {local(slot.start).weekday() for slot in slots(talk)} == {4}


async def test_what_the_assistant_hears(claimant: Claimant, sam: Staff) -> None:
    await works(sam)
    moves, off = choice_texts("utter_booking_done")[:2]
    assert (await claimant.writes("cancel the second one")).message.meant is None
    await books(claimant)
    assert (await claimant.writes("cancel the second one")).message.meant == off
    assert (await claimant.writes("move the first one to friday")).message.meant == moves
    assert (await claimant.writes("the second one")).message.meant is None
