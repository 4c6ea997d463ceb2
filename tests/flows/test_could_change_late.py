"""Whether a meeting could be changed late is answered, and nothing is moved or called off."""

from uuid import UUID

import pytest

from actions.appointments import Cancel, Move
from actions.door import DoorAction
from tests.flows.test_booking_corrections import has_a_meeting
from tests.flows.test_booking_talks import chat
from tests.flows.test_when_to_get_in_touch import says

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
