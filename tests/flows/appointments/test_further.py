"""A second meeting is booked beside the first, and not in its place."""

from datetime import timedelta

import pytest

from actions.appointments import Book
from casework.appointments import BookingTalk
from casework.appointments.words.picking import slots
from casework.base.clock import local
from casework.base.db import transaction
from casework.base.words import choice_texts
from casework.staff import Staff
from tests.flows.appointments.test_appointments import workday, works
from tests.flows.appointments.test_having import books
from tests.flows.appointments.test_which_meeting import Chat, chat
from tests.flows.conftest import Claimant

__all__ = ["chat"]
BOOK = choice_texts("utter_booking_none")[0]


@pytest.mark.parametrize("said", ["book me another one the week after too, same time", "same time the week after as well"])
async def test_it_is_counted_from_the_one_they_have(chat: Chat, said: str) -> None:
    await chat.meets(0)
    await chat.begins(Book(), BOOK, said=said)
    async with transaction() as session:
        talk = await session.get_one(BookingTalk, chat.id)
        assert (talk.moving_id, talk.format) == (None, "phone")
        assert [local(one.start).date() for one in slots(talk)] == [workday() + timedelta(days=7)]
    assert await chat.states() == ["booked"]


async def test_what_the_assistant_hears(claimant: Claimant, sam: Staff) -> None:
    await works(sam)
    assert (await claimant.writes("a second meeting as well as that one")).message.meant is None
    await books(claimant)
    assert (await claimant.writes("a second meeting as well as that one")).message.meant == BOOK
    assert (await claimant.writes("same time next week")).message.meant is None
