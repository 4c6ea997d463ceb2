"""A name, a number and an hour told beside a wish for a person go to that person, and no hour is promised when nobody is there."""

from uuid import UUID

import pytest

from actions.appointments import Move
from actions.fallback import Fallback
from actions.handoff import RequestHuman
from casework import handoff
from casework.base.db import transaction
from tests.flows.appointments.test_booking_talks import AREA, chat
from tests.flows.people.test_when_to_get_in_touch import says

__all__ = ["chat"]
ALISON = "Please could someone ring me on 07700 900233 after 6pm, my name's Alison"


async def noted(chat: UUID) -> list[str]:
    async with transaction() as session:
        waits = await handoff.open_handoff(session, chat)
        return list(waits.also) if waits else []


async def test_name_number_and_hour_are_passed_on(chat: UUID) -> None:
    said = await says(chat, RequestHuman(), "request_human", ALISON)
    assert {"utter_handoff_passed_on", "utter_handoff_not_open_then"} <= set(said)
    assert await noted(chat) == [f"told: {ALISON}"]


async def test_an_hour_when_we_are_there_is_passed_on(chat: UUID) -> None:
    said = await says(chat, RequestHuman(), "request_human", "can a person ring me on 07700 900233 after 2pm")
    assert "utter_handoff_passed_on" in said
    assert "utter_handoff_not_open_then" not in said


async def test_nothing_told_is_nothing_passed_on(chat: UUID) -> None:
    assert "utter_handoff_passed_on" not in await says(chat, RequestHuman(), "request_human", "I want to talk to a person")
    assert await noted(chat) == []


@pytest.mark.parametrize(("text", "passed_on"), [("Evening ring is all I can do", True), ("my son left on monday", False), ("call them", False)])
async def test_told_while_they_wait(chat: UUID, text: str, passed_on: bool) -> None:
    async with transaction() as session:
        await handoff.request(session, chat, AREA, "request_human")
    said = await says(chat, Fallback(), "nlu_fallback", text)
    assert ("utter_handoff_passed_on" in said) == passed_on


async def test_nobody_is_awaited(chat: UUID) -> None:
    assert "utter_handoff_passed_on" not in await says(chat, Fallback(), "nlu_fallback", "Evening ring is all I can do")


async def test_a_time_when_nobody_is_there(chat: UUID) -> None:
    async with transaction() as session:
        await handoff.request(session, chat, AREA, "request_human")
    assert await says(chat, Move(), "reschedule_appointment", "any day after 6pm") == ["utter_handoff_said_when", "utter_handoff_not_open_then"]
