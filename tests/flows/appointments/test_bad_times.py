"""A time that cannot be gets its reason, and the nearest three or an example."""

from datetime import time
from typing import Any
from uuid import UUID

import pytest
from rasa_sdk.executor import CollectingDispatcher

from actions.appointments import Book
from actions.booking import BookingQuestions
from casework import appointments
from casework.appointments import BookingTalk, Step
from casework.appointments.words.picking import slots
from casework.base.clock import local
from casework.base.db import transaction
from casework.base.words import words
from casework.staff import Staff
from tests.flows.appointments.test_appointments import booked, slot, workday
from tests.flows.appointments.test_booking_asides import asked, turn, under_way
from tests.flows.appointments.test_booking_talks import chat, day, says

__all__ = ["chat"]


async def takes(chat: UUID, text: str, intent: str = "out_of_scope") -> tuple[BookingTalk, list[str]]:
    say = CollectingDispatcher()
    async with transaction() as session:
        talk = await appointments.talk_of(session, chat)
        assert talk
        heard = turn(session, chat, text, intent)
        assert BookingQuestions().is_choice(heard, talk)
        await BookingQuestions().take(heard, talk, say)
    after = await under_way(chat)
    assert after
    return after, [one["response"] for one in say.messages]


@pytest.mark.usefixtures("on_a_monday")
@pytest.mark.parametrize("format", ["by phone", "face to face"])
@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("yesterday at 2", "past"), ("last tuesday", "past"), ("30 november 2029", "too_far"), ("in two years", "too_far"),
        ("{day} at 3am", "outside"), ("{day} at 9 at night", "outside"), ("25 december at 10", "closed"), ("sunday at 11", "closed"), ("{day} at 10", "taken"),
    ],
)  # fmt: skip
async def test_its_reason_and_the_nearest_three(chat: UUID, sam: Staff, format: str, text: str, why: str) -> None:
    async with transaction() as session:
        diary = (await appointments.diary_of(session, sam.id)).id
    await booked(slot(diary, time(10)), "phone")
    talk = await says(chat, format, text.format(day=day()))
    assert (talk.step, talk.why, len(talk.offered)) == (Step.CHOOSE, why, 3)
    (said,) = await asked(chat)
    assert said["why"].startswith(words(f"utter_booking_why_{why}").text)
    if why == "taken":
        assert {local(one.start).date() for one in slots(talk)} == {workday()}


@pytest.mark.parametrize(("text", "kind"), [("31 february", "day"), ("30th feb", "day"), ("25 o'clock", "time"), ("the 32nd please", "day")])
@pytest.mark.parametrize("said", [0, 1, 2, 3])
async def test_what_there_is_not_is_said_and_the_question_stands(chat: UUID, text: str, kind: str, said: int) -> None:
    if said == 0:
        async with transaction() as session:
            await appointments.begin_talk(session, chat)
        talk = await under_way(chat)
    else:
        talk = await says(chat, *("by phone", f"{day()} at 2pm", "1")[:said])
    assert talk
    for intent in ("out_of_scope", "running_late"):
        after, heard = await takes(chat, text, intent)
        assert heard == [f"utter_booking_no_such_{kind}"]
        assert (after.step, after.offered, after.holding_id, after.misses) == (talk.step, talk.offered, talk.holding_id, 0)


async def test_what_is_left_of_it_is_looked_for(chat: UUID) -> None:
    await says(chat, "by phone")
    after, heard = await takes(chat, f"{day()} at 25 o'clock")
    assert heard == ["utter_booking_no_such_time"]
    assert {local(one.start).date() for one in slots(after)} == {workday()}


async def test_a_first_sentence_with_such_a_day_keeps_how_to_meet(chat: UUID) -> None:
    say: Any = CollectingDispatcher()
    async with transaction() as session:
        begins = turn(session, chat, "book me in face to face on 31 february", "book_appointment")
        begins.tracker.active_loop = {}
        await Book().act(begins, say)
    assert [one["response"] for one in say.messages] == ["utter_booking_no_such_day"]
    talk = await under_way(chat)
    assert talk
    assert (talk.step, talk.format) == (Step.WHEN, "in_person")


