"""How to meet, said in their own words at whatever question of the booking is open."""

from uuid import UUID

import pytest
from rasa_sdk.executor import CollectingDispatcher
from sqlalchemy import select

from actions.booking import BookingQuestions
from casework import appointments
from casework.appointments import Appointment, Step
from casework.base.db import transaction
from tests.flows.appointments.test_booking_asides import turn
from tests.flows.appointments.test_booking_talks import chat, day, says, states

__all__ = ["chat"]


def until(format: str) -> tuple[str, ...]:
    return format, f"{day()} at 10", "1", "yes", "Jo"


@pytest.mark.parametrize("text", ["Meet face to face", "face to face pls", "ftf", "in person i said"])
async def test_the_title_of_the_way_out_and_its_like_are_that_at_the_number(chat: UUID, text: str) -> None:
    assert (await says(chat, *until("by phone"))).step == Step.NUMBER
    talk = await says(chat, text)
    assert (talk.step, talk.format, talk.misses) == (Step.CHOOSE, "in_person", 0)
    assert await states() == ["let_go"]


@pytest.mark.parametrize(
    ("text", "format"),
    [("can someone ring me instead", "phone"), ("face 2 face would be better", "in_person"), ("video please", "video")],
)
async def test_where_a_name_is_asked_it_is_none(chat: UUID, text: str, format: str) -> None:
    await says(chat, *until("face to face" if format == "phone" else "by phone")[:-1])
    talk = await says(chat, text)
    assert (talk.step, talk.format) == (Step.CHOOSE, format)
    async with transaction() as session:
        assert list((await session.execute(select(Appointment.name))).scalars()) == [""]


async def test_what_they_said_before_is_neither_a_name_nor_a_miss(chat: UUID) -> None:
    await says(chat, *until("face to face")[:-1])
    talk = await says(chat, "face to face pls", "in person i said", "ftf")
    assert (talk.step, talk.misses) == (Step.NAME, 0)


async def test_what_is_booked_is_moved_to_another_way(chat: UUID) -> None:
    assert (await says(chat, *until("face to face"), "no")).step == Step.ADJUSTMENTS
    talk = await says(chat, "can we do it on the phone")
    assert (talk.step, talk.format) == (Step.CONFIRM, "phone")
    assert (await says(chat, "yes")).step == Step.NUMBER
    assert (await says(chat, "07700 900123")).step == Step.DONE
    async with transaction() as session:
        (mine,) = await appointments.coming(session, chat)
        assert (mine.format, mine.name, mine.sequence) == ("phone", "Jo", 1)


@pytest.mark.parametrize(
    ("text", "intent", "is_one"),
    [
        ("can someone ring me instead", "request_human", True), ("i would prefer a person not a phone call", "request_human", True),
        ("can someone ring me i need a real person", "request_human", False), ("can i talk to a person", "request_human", False),
        ("Meet face to face", "book_appointment", True),
    ],
)  # fmt: skip
@pytest.mark.parametrize("said", [1, 2, 3, 4, 5])
async def test_a_wish_for_a_person_stays_one(chat: UUID, text: str, intent: str, is_one: bool, said: int) -> None:
    talk = await says(chat, *until("by video")[:said])
    async with transaction() as session:
        assert BookingQuestions().is_choice(turn(session, chat, text, intent), talk) == is_one


BACK = ["no wait, phone was better. go back to phone", "phone was better", "actually by phone", "go back to phone", "no, by phone"]


@pytest.mark.parametrize(("said", "step"), [(3, Step.CONFIRM), (4, Step.NAME), (5, Step.NUMBER)])
@pytest.mark.parametrize("text", BACK)
async def test_another_way_is_looked_for_and_nothing_is_booked_until_then(chat: UUID, text: str, said: int, step: Step) -> None:
    before = await says(chat, *until("face to face")[:said])
    async with transaction() as session:
        assert before.step == step
        assert BookingQuestions().is_choice(turn(session, chat, text, "cancel_appointment"), before)
    talk = await says(chat, text)
    assert (talk.step, talk.format, talk.misses) == (Step.CHOOSE, "phone", 0)
    assert await states() == ["let_go"]


@pytest.mark.parametrize(("said", "text", "step"), [(1, "oops i meant 14th december", Step.CHOOSE), (4, "i said, Dave", Step.NUMBER)])
async def test_what_is_put_right_is_of_the_booking_that_is_open(chat: UUID, said: int, text: str, step: Step) -> None:
    before = await says(chat, *until("by phone")[:said])
    async with transaction() as session:
        talk, asked = await session.merge(before), turn(session, chat, text, "change_answer")
        assert BookingQuestions().is_choice(asked, talk)
        assert not BookingQuestions().is_choice(turn(session, chat, "i meant no to the last question", "change_answer"), talk)
        await BookingQuestions().take(asked, talk, CollectingDispatcher())
        assert talk.step == step
