"""What is asked in the middle of a booking by somebody we do not know: answered, and the booking stands."""

from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

import pytest
from rasa_sdk import Tracker
from rasa_sdk.events import FollowupAction
from rasa_sdk.executor import CollectingDispatcher

from actions.appointments import Book, Cancel, Check, Late, Move
from actions.booking import BookingQuestions
from actions.booking_begun import would_meet
from actions.door import DoorAction, Turn
from casework import appointments, claimants, messaging, staff
from casework.appointments import BookingTalk, Step, Who
from casework.base.db import transaction
from casework.base.words import responses
from casework.council import say_full_date
from casework.staff import Staff
from tests.flows.appointments.test_appointments import workday
from tests.flows.appointments.test_booking_talks import AREA, chat, day, says, states

__all__ = ["chat"]
SHOWN = ("by phone", day())


def turn(session: Any, chat: UUID, text: str, intent: str) -> Turn:
    """In the middle of a booking on the web."""
    loop = {"name": "questions_form"}
    tracker = Tracker(str(chat), {"questions_about": "booking"}, {"text": text}, [], False, None, loop, None)
    return Turn(session, tracker, chat, "", text, intent, 0.9, AREA, "web")


async def hears(chat: UUID, action: DoorAction, text: str, intent: str) -> list[str]:
    """The names of what is said."""
    say = CollectingDispatcher()
    async with transaction() as session:
        await action.act(turn(session, chat, text, intent), say)
    return [one["response"] for one in say.messages]


async def under_way(chat: UUID) -> BookingTalk | None:
    async with transaction() as session:
        return await appointments.talk_of(session, chat)


@pytest.mark.parametrize(
    ("action", "text", "intent", "said"),
    [
        (Check(), "where is it?", "check_appointment", "utter_booking_about_where"),
        (Check(), "when is it", "check_appointment", "utter_booking_not_yet"),
        (Late(), "i might be late", "running_late", "utter_booking_about_late"),
        (Move(), "move my appt", "reschedule_appointment", "utter_booking_not_yet"),
    ],
)
async def test_the_meeting_asked_about_is_the_one_being_found(
    chat: UUID, action: DoorAction, text: str, intent: str, said: str
) -> None:
    shown = (await says(chat, *SHOWN)).offered
    assert await hears(chat, action, text, intent) == [said]
    talk = await under_way(chat)
    assert talk
    assert (talk.step, talk.offered, talk.misses) == (Step.CHOOSE, shown, 0)


async def test_where_before_any_time_is_shown(chat: UUID) -> None:
    await says(chat, "by phone")
    assert await hears(chat, Check(), "where is it?", "check_appointment") == ["utter_booking_about_where"]


async def test_to_call_off_what_is_only_being_found_drops_it(chat: UUID) -> None:
    await says(chat, *SHOWN, "1")
    assert await hears(chat, Cancel(), "cancel my appt", "cancel_appointment") == ["utter_booking_stopped"]
    assert await under_way(chat) is None
    assert await states() == ["let_go"]


@pytest.mark.parametrize("text", ["in person", "I would prefer in person", "i would prefer a person not a phone call"])
async def test_in_person_again_is_no_wish_for_somebody_to_answer(chat: UUID, text: str) -> None:
    talk = await says(chat, "face to face", day())
    async with transaction() as session:
        assert BookingQuestions().is_choice(turn(session, chat, text, "request_human"), talk)
    after = await says(chat, text, text, text)
    assert (after.step, after.format, after.offered, after.misses) == (Step.CHOOSE, "in_person", talk.offered, 0)


async def test_a_wish_to_meet_by_video_begins_a_booking_that_keeps_when(chat: UUID) -> None:
    text = "can we do a video meeting next week"
    async with transaction() as session:
        asked = turn(session, chat, text, "appointment_format")
        asked.tracker.active_loop = {}
        assert would_meet(asked) == [FollowupAction("action_book_appointment")]
        await Book().act(asked, CollectingDispatcher())
    talk = await under_way(chat)
    assert talk
    assert (talk.step, talk.format) == (Step.CHOOSE, "video")


async def test_who_somebody_is_whose_times_are_not_shown(chat: UUID, sam: Staff) -> None:
    async with transaction() as session:
        await staff.add(session, "joe@example.org", "Joe", "key_worker", ["northbridge"], "a long password")
    talk, say = await says(chat, *SHOWN), CollectingDispatcher()
    async with transaction() as session:
        asked = turn(session, chat, "who is joe?", "my_key_worker")
        assert BookingQuestions().is_choice(asked, talk)
        await BookingQuestions().take(asked, talk, say)
    assert [(one["response"], one["other"], one["worker"]) for one in say.messages] == [("utter_booking_about_other", "Joe", "Sam")]


async def asked(chat: UUID) -> list[dict[str, Any]]:
    say = CollectingDispatcher()
    async with transaction() as session:
        talk = await appointments.talk_of(session, chat)
        assert talk
        await BookingQuestions().ask(turn(session, chat, "", "inform"), talk, say)
    return list(say.messages)


@pytest.mark.parametrize("when", ["", " at 10"])
async def test_it_is_said_with_whom_each_time_is(chat: UUID, when: str) -> None:
    await says(chat, "by phone", day() + when)
    (said,) = await asked(chat)
    assert said["response"].endswith("_with")
    assert said["worker"] == "Sam"


async def test_that_ones_own_worker_has_no_time_then_is_said(chat: UUID, sam: Staff) -> None:
    async with transaction() as session:
        joe = await staff.add(session, "joe@example.org", "Joe", "key_worker", ["northbridge"], "a long password")
        ali = await claimants.create(session, area="northbridge", preferred_name="Ali", source="worker", channels=[])
        ali.key_worker_id = joe.id
        (await messaging.get(session, chat)).claimant_id = ali.id
    await says(chat, *SHOWN, who=Who(AREA, ali))
    (said,) = await asked(chat)
    assert (said["why"], said["worker"]) == ("Joe has no time then. ", "Sam")
    await says(chat, "sam would be better", who=Who(AREA, ali))
    assert (await asked(chat))[0]["why"] == ""


async def test_which_of_two_dates_is_asked_and_either_can_be_taken(chat: UUID) -> None:
    following = workday() + timedelta(days=1)
    talk = await says(chat, "by phone", f"{workday():%A} {following:%d %B}")
    assert (talk.step, talk.offered) == (Step.WHEN, [])
    (said,) = await asked(chat)
    assert said["response"] == "utter_booking_two_dates"
    assert [one["payload"] for one in said["buttons"]] == [say_full_date(one) for one in (workday(), following)]
    talk = await says(chat, said["buttons"][0]["payload"])
    assert {datetime.fromisoformat(one["start"]).date() for one in talk.offered} == {workday()}


async def test_the_read_back_has_its_weekday_and_date_and_begins_with_a_capital(chat: UUID) -> None:
    await says(chat, *SHOWN, "1")
    (said,) = await asked(chat)
    assert said["response"] == "utter_booking_confirm"
    assert f"{workday():%A} {workday().day} {workday():%B}" in said["When"]
    assert said["When"][0].isupper()
    for name in ("utter_booking_confirm", "utter_booking_done", "utter_booking_moved"):
        assert "{When}, with" in responses()[name][-1]["text"]
