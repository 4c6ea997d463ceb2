""" "Move it" in few words, where a meeting is coming: the assistant hears which "it" is meant."""

import pytest

from casework import appointments
from casework.appointments import Who
from casework.appointments.words.saying import would_change
from casework.base.db import transaction
from casework.messaging import Message
from casework.staff import Staff
from tests.flows.appointments.test_booking_ways import AREA
from tests.flows.conftest import Assistant
from tests.flows.people.test_first_words import PHONE, kim
from tests.flows.phones import texts_us

__all__ = ["kim"]
MOVE = "I want to move my meeting"


async def books() -> None:
    got = await texts_us("hello", PHONE)
    assert got
    async with transaction() as session:
        message = await session.get_one(Message, got.message.id)
        talk = await appointments.begin_talk(session, message.conversation_id)
        for words in ("face to face", "tomorrow", "1", "yes", "Jo"):
            await appointments.listen(session, talk, words, Who(AREA, None, PHONE))
        await appointments.end_talk(session, talk)


async def hears(text: str) -> str | None:
    got = await texts_us(text, PHONE)
    assert got
    async with transaction() as session:
        return (await session.get_one(Message, got.message.id)).meant


@pytest.mark.parametrize("text", ["move it", "Can I change it tho?", "rebook", "need to rearrange it pls", "different time please"])
async def test_it_is_the_meeting(assistant: Assistant, kim: Staff, text: str) -> None:
    await books()
    assert await hears(text) == MOVE


async def test_where_none_is_coming_it_is_not(assistant: Assistant, kim: Staff) -> None:
    assert await hears("move it") is None


@pytest.mark.parametrize("text", ["move", "change it please", "could we reschedule", "i want to move that", "another day pls", "can u swap my appt"])
def test_it_is_to_be_changed(text: str) -> None:
    assert would_change(text)


@pytest.mark.parametrize(
    "text",
    ["i want to move house", "change my number", "move it to thursday", "can i change my job", "swap shifts", "he made me move", "i need a change", "can you change my name", "it was another day"],
)  # fmt: skip
def test_something_else_is(text: str) -> None:
    assert not would_change(text)
