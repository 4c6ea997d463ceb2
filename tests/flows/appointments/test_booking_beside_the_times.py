"""What stands beside a choice or a yes, and what else is said of the times that are shown."""

from datetime import datetime
from uuid import UUID

import pytest
from rasa_sdk.executor import CollectingDispatcher

from actions.appointments import Check, Move
from actions.booking import BookingQuestions
from casework import appointments
from casework.appointments import BookingTalk, Step
from casework.appointments.booking.naming import changed_meeting
from casework.base.clock import local
from casework.base.db import transaction
from casework.base.words import choice_texts
from casework.messaging import Conversation
from tests.flows.appointments.test_appointments import workday
from tests.flows.appointments.test_booking_asides import hears, turn, under_way
from tests.flows.appointments.test_booking_talks import chat, day, says, states  # noqa: F401
from tests.flows.appointments.test_booking_walked_on import asked, booked, step

SHOWN = ("face to face", day())


def starts(talk: BookingTalk | None) -> list[datetime]:
    assert talk
    return [datetime.fromisoformat(one["start"]) for one in talk.offered]


@pytest.mark.parametrize(("text", "said"), [
    ("9am but i might be 5 mins late off the bus", "utter_booking_about_late"), ("the first one, but the bus may be 10 mins late", "utter_booking_about_late"),
    ("11am. i will be a bit late tho", "utter_booking_about_late"), ("9 00 and can someone meet me at the door", "utter_booking_ask_office"),
    ("first one, is there parking?", "utter_booking_ask_office"), ("the second one but i walk slow", "utter_booking_need_kept"), ("2nd one but my hands shake", "utter_booking_need_kept"),
])  # fmt: skip
async def test_a_choice_is_taken_with_what_stands_beside_it(chat: UUID, text: str, said: str) -> None:  # noqa: F811
    await says(chat, *SHOWN)
    assert await asked(chat, text, "running_late") == [said]
    talk = await under_way(chat)
    assert talk
    assert talk.step == Step.CONFIRM
    assert bool(talk.needs) == (said != "utter_booking_ask_office")


@pytest.mark.parametrize("text", ["the first one but not with sam", "the first but an hour later", "9am is too early but i might be late"])
async def test_no_choice_is_taken_that_is_to_be_otherwise(chat: UUID, text: str) -> None:  # noqa: F811
    shown = await says(chat, *SHOWN)
    assert appointments.taken_beside(shown, text) is None


@pytest.mark.parametrize("text", ["Yes. How do I cancel if something comes up?", "yes please. how do i change it if im ill?", "ok how do i call it off if my son is poorly"])
async def test_a_yes_beside_how_one_calls_it_off_is_a_yes(chat: UUID, text: str) -> None:  # noqa: F811
    await says(chat, *SHOWN, "1")
    assert await asked(chat, text, "cancel_appointment") == ["utter_meeting_change_late"]
    assert await step(chat) == Step.NAME


@pytest.mark.parametrize("text", ["anything but 9", "not the 9 oclock", "i cant do 9am", "anything but the nine oclock one please"])
async def test_the_hour_they_would_not_have_is_not_shown_again(chat: UUID, text: str) -> None:  # noqa: F811
    assert local(min(starts(await says(chat, *SHOWN)))).hour == 9
    await asked(chat, text, "reschedule_appointment")
    talk = await under_way(chat)
    assert starts(talk)
    assert all(local(one).hour != 9 for one in starts(talk))
    await says(chat, "1")
    held = starts(talk)[0]
    assert await step(chat) == Step.CONFIRM
    talk = await says(chat, f"not the {local(held):%-I.%M}")
    assert talk.step == Step.CHOOSE
    assert held not in starts(talk)


@pytest.mark.parametrize("text", ["show me a few more", "any others?", "what else have you got"])
async def test_the_next_of_the_same_wish_are_shown(chat: UUID, text: str) -> None:  # noqa: F811
    before = starts(await says(chat, *SHOWN))
    await asked(chat, text, "what_can_you_do")
    talk = await under_way(chat)
    assert talk
    assert talk.step == Step.CHOOSE
    assert min(starts(talk)) > max(before)
    assert {local(one).date() for one in starts(talk)} == {workday()}


async def test_other_times_are_asked_for(chat: UUID) -> None:  # noqa: F811
    for text in ("other times", "none of those", "another day"):
        await says(chat, *SHOWN)
        assert (await says(chat, text)).step == Step.WHEN


@pytest.mark.parametrize("text", ["how about teams? same times", "by video? same times", "could we do zoom at the same times"])
async def test_another_way_at_the_same_times(chat: UUID, text: str) -> None:  # noqa: F811
    before = await says(chat, *SHOWN)
    shown = starts(before)
    await asked(chat, text, "reschedule_appointment")
    talk = await under_way(chat)
    assert talk
    assert (talk.step, talk.format) == (Step.CHOOSE, "video")
    assert {local(one).date() for one in starts(talk)} == {local(one).date() for one in shown}


@pytest.mark.parametrize("text", ["same times every week", "how about the same times on friday", "what about my phone bill"])
async def test_no_other_way(chat: UUID, text: str) -> None:  # noqa: F811
    await says(chat, *SHOWN)
    assert (await says(chat, text)).format == "in_person"


@pytest.mark.parametrize("text", ["let me look at my calendar 1 sec", "hang on checking with my mum", "gimme 2 mins"])
async def test_who_looks_first_is_waited_for(chat: UUID, text: str) -> None:  # noqa: F811
    shown = (await says(chat, *SHOWN)).offered
    assert await asked(chat, text) == ["utter_booking_no_hurry"]
    talk = await under_way(chat)
    assert talk
    assert (talk.step, talk.offered, talk.misses) == (Step.CHOOSE, shown, 0)


@pytest.mark.parametrize("text", ["nm sorted it", "not to worry got it sorted", "ive got it sorted now thanks"])
async def test_it_is_sorted_without_us(chat: UUID, text: str) -> None:  # noqa: F811
    await says(chat, *SHOWN)
    await asked(chat, text)
    say = CollectingDispatcher()
    async with transaction() as session:
        talk = await appointments.talk_of(session, chat)
        assert talk
        assert talk.step == Step.LEFT
        await BookingQuestions().done(turn(session, chat, text, "nlu_fallback"), talk, say)
    assert [one["response"] for one in say.messages] == ["utter_booking_stopped"]
    assert await states() == []


@pytest.mark.parametrize("text", ["ive got exams till the {0} so after that", "im at my mums until the {0}, any time after that", "leave it till after the {0}"])
async def test_after_what_is_on_until_then(chat: UUID, text: str) -> None:  # noqa: F811
    await says(chat, *SHOWN)
    talk = await says(chat, text.format(f"{workday():%-d %B}"))
    assert talk.step == Step.CHOOSE
    assert all(local(one).date() > workday() for one in starts(talk))


@pytest.mark.parametrize("text", ["actually 2 oclock thursday was better, is that still going", "thursday at 2 would be better", "the thursday at 2 was better can i have that"])
async def test_another_time_was_better_after_all(chat: UUID, text: str) -> None:  # noqa: F811
    await booked(chat, "face to face")
    async with transaction() as session:
        conversation = await session.get_one(Conversation, chat)
        assert await changed_meeting(session, conversation, text, None) == choice_texts("utter_booking_done")[0]
    assert await hears(chat, Move(), text, "reschedule_appointment") == ["utter_booking_moving"]
    found = starts(await under_way(chat))
    assert [(local(one).weekday(), local(one).hour) for one in found] == [(3, 14)]


@pytest.mark.parametrize("text", ["sorry my son is in A&E, can we do another day", "my daughter is in hospital can we do it another day", "mum is poorly, can we do a different day"])
async def test_another_day_whatever_came_up(chat: UUID, text: str) -> None:  # noqa: F811
    await booked(chat, "face to face")
    assert await hears(chat, Move(), text, "reschedule_appointment") == ["utter_booking_moving"]


@pytest.mark.parametrize(("text", "said"), [
    ("parking?", "utter_booked_place"), ("is there a bus?", "utter_booked_place"), ("any toilets", "utter_booked_place"),
    ("can I get my fare back", "utter_booking_ask_office"), ("bus fare?", "utter_booking_ask_office"),
])  # fmt: skip
async def test_of_the_place_in_a_word(chat: UUID, text: str, said: str) -> None:  # noqa: F811
    await booked(chat, "face to face")
    assert await hears(chat, Check(), text, "check_appointment") == [said]


@pytest.mark.parametrize("text", ["can I get my fare back", "bus fare?", "do you pay travel costs"])
async def test_what_coming_costs_is_asked_right_after_it_is_booked(chat: UUID, text: str) -> None:  # noqa: F811
    await says(chat, "face to face", f"{day()} at 10", "1", "yes", "Jo", "07700 900123")
    assert await asked(chat, text, "signpost_travel") == ["utter_booking_ask_office"]
    assert await step(chat) == Step.ADJUSTMENTS
