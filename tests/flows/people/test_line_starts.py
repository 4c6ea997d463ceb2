"""Whatever day it is, a line begins with a capital letter."""

import re
from datetime import timedelta
from uuid import UUID

import pytest
from rasa_sdk.executor import CollectingDispatcher
from sqlalchemy import update

from actions.appointments import Check
from casework import appointments
from casework.appointments import Appointment
from casework.base.clock import now
from casework.base.db import transaction
from casework.base.domain import responses
from casework.base.packs import wordings_of
from tests.flows.appointments.test_booking_asides import asked, turn
from tests.flows.appointments.test_booking_talks import chat, day, says

__all__ = ["chat"]


async def test_the_list_of_times_does_and_what_it_stands_for_is_chosen(chat: UUID) -> None:
    talk = await says(chat, "by phone", day())
    async with transaction() as session:
        kept = await session.get_one(appointments.BookingTalk, chat)
        kept.offered = [{**one, "title": f"tomorrow at {n}pm"} for n, one in enumerate(talk.offered, 1)]
    (said,) = await asked(chat)
    titles = [one["title"] for one in said["buttons"]]
    assert titles[:3] == ["Tomorrow at 1pm", "Tomorrow at 2pm", "Tomorrow at 3pm"]
    assert said["buttons"][1]["payload"] == "tomorrow at 2pm"
    assert (await says(chat, titles[1])).step == appointments.Step.CONFIRM


@pytest.mark.parametrize("language", ["en", "cy"])
def test_no_words_of_a_meeting_begin_with_a_bare_when(language: str) -> None:
    every = responses() if language == "en" else wordings_of(language)
    # Its day stands in full, with the weekday first.
    every = {name: one for name, one in every.items() if name != "utter_waiting_offer_neutral"}
    begins = re.compile(r"(?:^|[.!?]\s+|\n)\{when\}")
    assert [name for name, wordings in every.items() for one in wordings if begins.search(one["text"])] == []


async def test_what_they_have_does_by_text_too(chat: UUID) -> None:
    await says(chat, "by phone", day(), "1", "yes", "Jo", "07700 900404", "no")
    async with transaction() as session:
        starts = now() + timedelta(days=1)
        await session.execute(update(Appointment).values(starts_at=starts, ends_at=starts + timedelta(minutes=20), blocked_until=starts + timedelta(minutes=30)))
    say = CollectingDispatcher()
    async with transaction() as session:
        await Check().act(turn(session, chat, "when is it", "check_appointment"), say)
    assert [one["When"][:8] for one in say.messages] == ["Tomorrow"]
