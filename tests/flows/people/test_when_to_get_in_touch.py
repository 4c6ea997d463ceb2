"""When to get in touch, said by who waits for a person, is for that person, and asks nobody who they are."""

from uuid import UUID

import pytest
from rasa_sdk import Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions.appointments import Late, Move
from actions.door import DoorAction, Turn
from casework import handoff, messaging
from casework.base.db import transaction
from tests.flows.appointments.test_booking_talks import AREA, chat

__all__ = ["chat"]


async def says(chat: UUID, action: DoorAction, intent: str, text: str) -> list[str]:
    say = CollectingDispatcher()
    async with transaction() as session:
        message = await messaging.record(session, await messaging.locked(session, chat), "claimant", text)
        tracker = Tracker(str(chat), {}, {}, [], False, None, {}, "action_listen")
        await action.act(Turn(session, tracker, chat, str(message.id), text, intent, 0.9, AREA, "web"), say)
    return [one["response"] for one in say.messages]


@pytest.mark.usefixtures("on_a_monday")
@pytest.mark.parametrize(("waits", "said"), [(True, "utter_handoff_said_when"), (False, "utter_identity_start")])
@pytest.mark.parametrize(("action", "intent", "text"), [(Move(), "reschedule_appointment", "any day after 4"), (Late(), "running_late", "im on the bus till 4 tmrw")])
async def test_who_waits_for_a_person_says_when(chat: UUID, waits: bool, said: str, action: DoorAction, intent: str, text: str) -> None:
    if waits:
        async with transaction() as session:
            await handoff.request(session, chat, AREA, "request_human")
    assert await says(chat, action, intent, text) == [said]
