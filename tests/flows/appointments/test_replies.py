"""Replies in own words to a reminder and to a missed meeting, and what is told on the day."""

from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest
from rasa_sdk import Tracker
from rasa_sdk.executor import CollectingDispatcher
from sqlalchemy import update

from actions.coming import keeps_theirs, on_the_day
from actions.door import Turn
from casework import appointments, messaging, outbox
from casework.appointments import Appointment
from casework.appointments.booking import lateness, naming, replying
from casework.appointments.meetings import telling
from casework.appointments.meetings.jobs import send_reminder
from casework.appointments.meetings.missing import offer_another
from casework.base.clock import local, now
from casework.base.db import transaction
from casework.staff import Staff
from tests.flows.appointments.test_appointments import booked, slot, works
from tests.flows.appointments.test_booking_talks import AREA
from tests.flows.conftest import Assistant
from tests.flows.phones import gets, texts_us, thread

PHONE = "+447700900401"
KEEP, MOVE, BOOK = "I will keep my meeting", "I want to move my meeting", "I want to book a meeting"


@pytest.fixture
async def meeting(sam: Staff, assistant: Assistant, monkeypatch: pytest.MonkeyPatch) -> UUID:
    monkeypatch.setattr(telling, "now", lambda: local(now()).replace(hour=12, minute=0))
    made = await booked(slot(await works(sam)))
    async with transaction() as session:
        await session.execute(update(Appointment).values(reach={"kind": "sms", "address": PHONE}))
    return made


async def meant(text: str) -> str | None:
    got = await texts_us(text, PHONE)
    assert got
    return got.message.meant


async def missed(meeting: UUID, sam: Staff) -> None:
    async with transaction() as session:
        await session.execute(update(Appointment).values(starts_at=now() - timedelta(hours=2), ends_at=now() - timedelta(hours=1), blocked_until=now()))
    async with transaction() as session:
        lead = await session.get_one(Staff, sam.id)
        await appointments.attendance(session, meeting, lead, appointments.MISSED)
    await offer_another(str(meeting))
    assert "Sorry we missed you" in (await gets(PHONE))[-1]


@pytest.mark.parametrize(("text", "is_meant"), [("yep ill be there", KEEP), ("see you then", KEEP), ("yes coming", KEEP), ("yes but late", None), ("thanks", None)])
async def test_a_reminder_in_own_words(meeting: UUID, text: str, is_meant: str | None) -> None:
    await send_reminder(str(meeting), 0, 24)
    assert "1 Keep it" in (await gets(PHONE))[-1]
    assert await meant(text) == is_meant


@pytest.mark.parametrize(
    ("text", "is_meant"),
    [("yes", BOOK), ("ok go on then", BOOK), ("yes please", BOOK), ("yeah next tuesday", BOOK), ("no thanks", None), ("sorry i was ill", BOOK), ("sorry my nan died", None), ("can i have another", BOOK)],
)
async def test_another_time_after_a_missed_meeting(meeting: UUID, sam: Staff, text: str, is_meant: str | None) -> None:
    await missed(meeting, sam)
    got = await texts_us(text, PHONE)
    assert got
    assert got.message.meant == is_meant
    if is_meant:
        async with transaction() as session:
            heard = await naming.in_own_words(session, BOOK, str(got.message.id))
        assert heard == (text if "tuesday" in text or "another" in text else BOOK)


@pytest.mark.parametrize("text", ["nah dont bother", "dont bother", "no, don't bother thanks"])
async def test_that_we_need_not_bother_with_another_time_ends_no_texts(meeting: UUID, sam: Staff, text: str) -> None:
    await missed(meeting, sam)
    await texts_us(text, PHONE)
    async with transaction() as session:
        assert await outbox.quietness(session, PHONE) is None
    await texts_us("dont bother me again", PHONE)
    async with transaction() as session:
        assert await outbox.quietness(session, PHONE)


async def test_a_yes_to_anything_else_is_none_to_that(meeting: UUID, sam: Staff) -> None:
    await missed(meeting, sam)
    async with transaction() as session:
        conversation = await messaging.locked(session, (await thread(PHONE)).id)
        await messaging.record(session, conversation, "assistant", "Is there anything else?")
        assert await replying.replied(session, conversation, "yes please", messaging.LastSaid("Is there anything else?", ())) is None


def turn(session: Any, text: str, chat: UUID) -> Turn:
    tracker = Tracker(str(chat), {}, {"text": text}, [], False, None, {}, None)
    return Turn(session, tracker, chat, "", text, "nlu_fallback", 0.1, AREA, "sms")


async def says(text: str) -> list[str]:
    say, chat = CollectingDispatcher(), (await thread(PHONE)).id
    async with transaction() as session:
        assert await on_the_day(turn(session, text, chat), say)
    return [one["response"] for one in say.messages]


async def test_on_the_day_the_minutes_change_and_are_kept(meeting: UUID, monkeypatch: pytest.MonkeyPatch) -> None:
    await texts_us("hello", PHONE)
    async with transaction() as session:
        starts = (await appointments.get(session, meeting)).starts_at
    for room in (lateness, replying):
        monkeypatch.setattr(room, "now", lambda: starts - timedelta(minutes=30))
    monkeypatch.setattr("actions.coming.now", lambda: starts - timedelta(minutes=30))
    assert await meant("make that 20") is None
    assert await says("running l8 15 mins") == ["utter_booking_late_by"]
    told = await meant("make that 20")
    assert told == "I am running 20 minutes late"
    for text in (told, "late", "im l8"):
        assert await says(text) == ["utter_booking_late_by"]
    async with transaction() as session:
        assert (await appointments.get(session, meeting)).late_minutes == 20


@pytest.mark.parametrize("text", ["i'm outside", "im here early"])
@pytest.mark.parametrize(("format", "said"), [("in_person", "utter_booking_there"), ("phone", "utter_booking_about_where")])
async def test_there_early_is_not_late(meeting: UUID, monkeypatch: pytest.MonkeyPatch, text: str, format: str, said: str) -> None:
    await texts_us("hello", PHONE)
    async with transaction() as session:
        await session.execute(update(Appointment).values(format=format))
        starts = (await appointments.get(session, meeting)).starts_at
    monkeypatch.setattr("actions.coming.now", lambda: starts - timedelta(minutes=30))
    assert await says(text) == [said]
    async with transaction() as session:
        assert (await appointments.get(session, meeting)).told_late_at is None


async def test_who_will_be_there_keeps_the_meeting_with_nothing_asked(meeting: UUID) -> None:
    await texts_us("hello", PHONE)
    for text, kept in (("yep ill be there", True), ("yes", False)):
        say, chat = CollectingDispatcher(), (await thread(PHONE)).id
        async with transaction() as session:
            assert await keeps_theirs(turn(session, text, chat), say) == kept
        assert [one["response"] for one in say.messages] == (["utter_booking_kept"] if kept else [])
