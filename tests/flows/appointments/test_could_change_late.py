"""Whether a meeting could be changed late is answered, and nothing is moved or called off."""

from uuid import UUID

import pytest
from rasa_sdk.executor import CollectingDispatcher

from actions.appointments import Cancel, Move
from actions.booking import BookingQuestions
from actions.door import DoorAction
from casework.appointments import BookingTalk, Step
from casework.base.db import transaction
from tests.flows.appointments.test_booking_asides import turn
from tests.flows.appointments.test_booking_corrections import has_a_meeting
from tests.flows.appointments.test_booking_talks import chat, day
from tests.flows.appointments.test_booking_talks import says as take
from tests.flows.people.test_when_to_get_in_touch import says

__all__ = ["chat"]


@pytest.mark.parametrize(("action", "intent", "text"), [
    (Move(), "reschedule_appointment", "wot?? i asked if i can change it last minute if kid is ill"), (Cancel(), "cancel_appointment", "can i cancel on the day if he is poorly"),
])  # fmt: skip
async def test_it_is_answered(chat: UUID, action: DoorAction, intent: str, text: str) -> None:
    await has_a_meeting(chat)
    assert await says(chat, action, intent, text) == ["utter_meeting_change_late"]


async def test_a_wish_to_move_it_is_one(chat: UUID) -> None:
    await has_a_meeting(chat)
    assert "utter_booking_moving" in await says(chat, Move(), "reschedule_appointment", "its last minute sorry, can i change it to wednesday")


async def test_it_is_answered_beside_a_no_to_what_would_help(chat: UUID) -> None:
    talk = await take(chat, "face to face", f"{day()} at 10", "1", "yes", "Jo", "no")
    assert talk.step == Step.ADJUSTMENTS
    text, say = "no thats it. if the little ones poorly can i change it last minute", CollectingDispatcher()
    async with transaction() as session:
        state, asked = await session.get_one(BookingTalk, chat), turn(session, chat, text, "reschedule_appointment")
        assert BookingQuestions().is_choice(asked, state)
        await BookingQuestions().take(asked, state, say)
    assert [one["response"] for one in say.messages] == ["utter_meeting_change_late"]
