"""What is told of a meeting in a thread of texts: no place where somebody else may read it, and never a bare "tomorrow"."""

from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
from rasa_sdk import Tracker

from actions.began import began_with
from actions.booking_words import said_of
from actions.door import Turn
from casework import appointments, claimants, messaging
from casework.appointments import Appointment
from casework.base.clock import now
from casework.base.db import transaction
from casework.base.speaking import discreetly
from casework.base.words import words
from casework.council import council, say_when_in_full
from casework.staff import Staff
from tests.flows.appointments.test_appointments import booked, slot, works

PHONE = "+447700900687"
NAMES = ["confirm", "done", "moved", "yours", "about"]


async def turn_of(session: Any, safe: dict[str, bool], channel: str = "sms") -> Turn:
    ali = await claimants.create(
        session, area="northbridge", preferred_name="Ali", source="worker", channels=[("sms", PHONE, True)], safe_contact=safe,
    )
    thread = await messaging.start_texts(session, "northbridge", PHONE, ali.id)
    tracker = Tracker(str(thread.id), {}, {}, [], False, None, {}, "action_listen")
    return Turn(session, tracker, thread.id, str(uuid4()), "", "", 0.0, council().area("northbridge"), channel)


@pytest.mark.parametrize("name", NAMES)
async def test_a_shared_phone_is_told_no_place(sam: Staff, name: str) -> None:
    meeting = await booked(slot(await works(sam)))
    async with transaction() as session:
        turn = await turn_of(session, {"neutral": True})
        said = await said_of(turn, await session.get_one(Appointment, meeting))
        with discreetly(await messaging.is_discreet(session, await messaging.get(session, turn.conversation))):
            text = words(f"utter_booking_{name}", "sms", **said).text
    assert "Hub" not in text
    assert said["when"] in text


async def test_any_other_phone_is_told_the_place(sam: Staff) -> None:
    async with transaction() as session:
        turn = await turn_of(session, {})
        assert not await messaging.is_discreet(session, await messaging.get(session, turn.conversation))


async def test_a_shared_phone_is_known_by_its_thread_too(sam: Staff) -> None:
    """The number is no more among the person's own."""
    async with transaction() as session:
        turn = await turn_of(session, {"neutral": True})
        thread = await messaging.get(session, turn.conversation)
        ali = await claimants.get(session, thread.claimant_id)
        await claimants.close_channel(session, ali, ali.channels[0].id)
        assert await messaging.is_discreet(session, thread)


async def test_tomorrow_has_its_date_by_text(sam: Staff) -> None:
    meeting = await booked(slot(await works(sam)))
    async with transaction() as session:
        found = await session.get_one(Appointment, meeting)
        found.starts_at, found.ends_at = now() + timedelta(days=1), now() + timedelta(days=1, minutes=30)
        said = await said_of(await turn_of(session, {}), found)
        assert said["when"] == say_when_in_full(found.starts_at, now())
        assert "tomorrow" not in said["when"]
        await session.rollback()


def test_the_words_that_began_it_are_found_again() -> None:
    events: list[dict[str, Any]] = [
        {"event": "user", "text": "same time next week"}, {"event": "action", "name": "action_reschedule_appointment"},
        {"event": "user", "text": "07700 900687"}, {"event": "action", "name": "questions_form"},
    ]  # fmt: skip
    turn = Turn(None, Tracker("id", {}, {}, events, False, None, {}, ""), uuid4(), "", "", "", 0.0, council().area("northbridge"), "web")  # type: ignore[arg-type]
    assert began_with(turn, "action_reschedule_appointment") == "same time next week"
    assert appointments.wish_in("same time next week")
