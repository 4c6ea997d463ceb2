"""What people say about a meeting they have, on the web and by text, against the real database."""

from datetime import datetime, time, timedelta

import pytest
from rasa_sdk import Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions.appointments import Book, Check, Move
from actions.door import DoorAction, Turn
from actions.smalltalk import Reply
from casework import appointments, messaging, staff
from casework.appointments import Appointment, BookingTalk, Step, TimeOff
from casework.base.clock import local
from casework.base.db import transaction
from casework.base.words import choice_texts, words
from casework.staff import Staff
from tests.flows.appointments.test_appointments import workday, works
from tests.flows.appointments.test_booking_talks import AREA
from tests.flows.appointments.test_booking_ways import on_the_day
from tests.flows.appointments.test_booking_ways import says as hears
from tests.flows.conftest import Claimant

CHECK, MOVE, BOOK, SORT = "When is my meeting?", "I want to move my meeting", "I want to book a meeting", "What kind of meeting is it?"
OFF = choice_texts("utter_booking_done")[1]
PHONE = "+447700900433"
DOES = {CHECK: Check, MOVE: Move, BOOK: Book, SORT: Reply}
INTENTS = {CHECK: "check_appointment", MOVE: "reschedule_appointment", BOOK: "book_appointment", SORT: "appointment_format"}


@pytest.fixture
async def kim(clean: None) -> Staff:
    async with transaction() as session:
        return await staff.add(session, "kim@example.org", "Kim", "key_worker", ["northbridge"], "a long password")


async def says(claimant: Claimant, text: str) -> list[str]:
    """The names of what is said back, the words heard by the action that they are for; nothing where they are for none."""
    heard = (await claimant.writes(text)).message
    if heard.meant not in DOES:
        return []
    say = CollectingDispatcher()
    async with transaction() as session:
        tracker = Tracker(str(claimant.conversation), {}, {}, [], False, None, {}, "action_listen")
        turn = Turn(session, tracker, claimant.conversation, str(heard.id), heard.meant, INTENTS[heard.meant], 0.9, AREA, "web")
        does: DoorAction = DOES[heard.meant]()
        await does.act(turn, say)
    return [str(one.get("response")) for one in say.messages]


async def hears_us(claimant: Claimant, name: str) -> None:
    async with transaction() as session:
        conversation = await messaging.locked(session, claimant.conversation)
        told = words(name, when="then", council="Northbridge")
        await messaging.record(session, conversation, "assistant", told.text, choices=told.choices)


async def books(claimant: Claimant, *said: str) -> Appointment:
    talk = await hears(claimant.conversation, *(said or ("face to face at the hub", on_the_day(), "1", "yes", "Jo", "no", "no")), phone=None)
    async with transaction() as session:
        made = await session.get_one(Appointment, talk.holding_id)
        await appointments.end_talk(session, await session.get_one(BookingTalk, claimant.conversation))
    assert made.state == "booked"
    return made


async def talk_of(claimant: Claimant) -> BookingTalk:
    async with transaction() as session:
        return await session.get_one(BookingTalk, claimant.conversation)


async def held(claimant: Claimant) -> Appointment:
    talk = await talk_of(claimant)
    assert talk.step == Step.CONFIRM
    async with transaction() as session:
        return await session.get_one(Appointment, talk.holding_id)


@pytest.fixture
async def mine(claimant: Claimant, sam: Staff) -> Appointment:
    """At ten on a Tuesday, face to face at the hub, with Sam."""
    await works(sam)
    return await books(claimant)


@pytest.mark.parametrize(("text", "format"), [("make it a phone call", "phone"), ("can we do it on video instead", "video"), ("phone instead pls", "phone")])
async def test_another_way_keeps_the_time(claimant: Claimant, mine: Appointment, text: str, format: str) -> None:
    assert await says(claimant, text) == ["utter_booking_moving"]
    now_held = await held(claimant)
    assert (now_held.format, now_held.starts_at) == (format, mine.starts_at)
    await hears(claimant.conversation, "yes", phone=None)
    await hears(claimant.conversation, "07700 900123", phone=None)
    async with transaction() as session:
        moved = await session.get_one(Appointment, mine.id)
        assert (moved.format, moved.state, moved.starts_at) == (format, "booked", mine.starts_at)


async def test_at_another_place_it_is_the_same_time_where_somebody_is_there(claimant: Claimant, mine: Appointment, kim: Staff) -> None:
    await works(kim, "library")
    assert await says(claimant, "at the library instead") == ["utter_booking_moving"]
    now_held = await held(claimant)
    assert (now_held.venue, now_held.starts_at) == ("library", mine.starts_at)


async def test_else_the_nearest_there_are_offered(claimant: Claimant, mine: Appointment, kim: Staff) -> None:
    other = await works(kim, "library")
    async with transaction() as session:
        session.add(TimeOff(diary_id=other, first=workday(), last=workday(), starts=time(9), ends=time(14)))
    await says(claimant, "at the library instead")
    talk = await talk_of(claimant)
    assert (talk.step, talk.why, {one["venue"] for one in talk.offered}) == (Step.CHOOSE, "taken", {"library"})
    days = [local(datetime.fromisoformat(one["start"])).date() for one in talk.offered]
    assert all(abs(one - workday()) <= timedelta(days=1) for one in days)


async def test_with_nobody_there_that_is_said(claimant: Claimant, mine: Appointment) -> None:
    await says(claimant, "at the library instead")
    talk = await talk_of(claimant)
    assert (talk.step, talk.why, {one["venue"] for one in talk.offered}) == (Step.CHOOSE, "not_there", {"hub"})


async def test_what_it_is_already_is_told(claimant: Claimant, mine: Appointment) -> None:
    assert await says(claimant, "i'd rather come in") == ["utter_booking_yours"]


@pytest.mark.parametrize(("text", "said"), [("whos coming", "who"), ("which worker", "who"), ("how long is it", "long"), ("how do i get there", "where")])
async def test_what_they_would_know_is_answered(claimant: Claimant, mine: Appointment, text: str, said: str) -> None:
    assert await says(claimant, text) == [f"utter_booking_about_{said}"]


async def test_with_no_meeting_it_is_nothing_of_that(claimant: Claimant, sam: Staff) -> None:
    await works(sam)
    for text in ("whos coming", "make it a phone call", "my sister is coming with me", "not with her"):
        assert await says(claimant, text) == []
    assert await says(claimant, "can i bring my mum") == ["utter_appointment_format"]


@pytest.mark.parametrize("text", ["my sister is coming with me", "can I bring my mum"])
async def test_who_comes_along_is_noted_for_the_worker(claimant: Claimant, mine: Appointment, text: str) -> None:
    assert await says(claimant, text) == ["utter_booking_noted_for"]
    async with transaction() as session:
        assert text in (await session.get_one(Appointment, mine.id)).note


async def test_somebody_else_at_the_same_time(claimant: Claimant, mine: Appointment, kim: Staff) -> None:
    await works(kim)
    assert await says(claimant, "not with him") == ["utter_booking_moving"]
    talk = await talk_of(claimant)
    assert (talk.step, talk.why, {one["worker"] for one in talk.offered}) == (Step.CHOOSE, "other_worker", {"Kim"})
    assert datetime.fromisoformat(talk.offered[0]["start"]) == mine.starts_at
    await hears(claimant.conversation, "1", "yes", phone=None)
    async with transaction() as session:
        assert await appointments.worker_of(session, await session.get_one(Appointment, mine.id)) == "Kim"


async def test_he_is_the_worker_where_that_was_named_last(claimant: Claimant, mine: Appointment, kim: Staff) -> None:
    await works(kim)
    assert (await claimant.writes("i do not want him")).message.meant is None
    async with transaction() as session:
        chat = await messaging.get(session, claimant.conversation)
        await messaging.record(session, chat, "assistant", "Your meeting is with Sam on Monday.")
    assert (await claimant.writes("i do not want him")).message.meant == choice_texts("utter_booking_done")[0]


async def test_somebody_else_while_booking(claimant: Claimant, sam: Staff, kim: Staff) -> None:
    await works(sam)
    talk = await hears(claimant.conversation, "by phone", on_the_day(), phone=None)
    await works(kim)
    assert {one["worker"] for one in talk.offered} == {"Sam"}
    talk = await hears(claimant.conversation, "someone else please", phone=None)
    assert ({one["worker"] for one in talk.offered}, talk.why) == ({"Kim"}, "other_worker")
    talk = await hears(claimant.conversation, "the next day", phone=None)
    assert {one["worker"] for one in talk.offered} == {"Kim"}


async def test_no_time_with_both_services_offers_one_then_the_other(claimant: Claimant, sam: Staff, monkeypatch: pytest.MonkeyPatch) -> None:
    await works(sam)
    talk = await hears(claimant.conversation, "face to face", on_the_day("at 10"), phone=None)
    async with transaction() as session:
        talk = await session.get_one(BookingTalk, claimant.conversation)
        talk.services = ["housing advice", "money advice"]
        await appointments.hear(session, talk, on_the_day("at 11"), appointments.Who(AREA))
    assert (talk.step, talk.why, talk.services) == (Step.CHOOSE, "one_service", ["money advice"])


async def test_whether_they_wait_is_told(claimant: Claimant, sam: Staff) -> None:
    assert await says(claimant, "am i still on the list") == ["utter_waiting_not_on"]



@pytest.mark.parametrize("said", ["i wont be coming", "i cant come to the group"])
async def test_who_does_not_come_is_asked_whether_to_call_it_off(claimant: Claimant, kim: Staff, said: str) -> None:
    await works(kim)
    assert (await claimant.writes(said)).message.meant != OFF
    await books(claimant)
    assert (await claimant.writes(said)).message.meant == OFF


async def test_what_the_worker_is_to_know_is_noted_and_taken_out_again(claimant: Claimant, kim: Staff) -> None:
    await works(kim)
    made = await books(claimant)
    for said, note in (("can you tell my worker im scared of crowds", "can you tell my worker im scared of crowds"), ("forget what i said about crowds", "")):
        assert await says(claimant, said) == ["utter_booking_noted_for"]
        async with transaction() as session:
            assert (await session.get_one(Appointment, made.id)).note == note


async def test_which_number_is_rung_is_told_by_its_end_and_another_is_kept(claimant: Claimant, sam: Staff) -> None:
    await works(sam)
    meeting = await books(claimant, "by phone", on_the_day(), "1", "yes", "Jo", "07700 900232", "no")
    assert await says(claimant, "which number have you got me down as") == ["utter_booking_about_number"]
    assert await says(claimant, "no the number should be my landline 01632 960112 please") == ["utter_booking_rings"]
    async with transaction() as session:
        found = await session.get_one(Appointment, meeting.id)
        assert found.reach == {"kind": "call", "address": "01632960112"}
        assert await appointments.rung_ends(session, found) == "112"


async def test_which_number_is_asked_where_we_ask_what_would_make_it_easier(claimant: Claimant, sam: Staff) -> None:
    await works(sam)
    await hears(claimant.conversation, "by phone", on_the_day(), "1", "yes", "Jo", "07700 900232", phone=None)
    await hears_us(claimant, "utter_booking_adjustments")
    assert await says(claimant, "which number have you got me down as") == ["utter_booking_about_number"]


async def test_where_we_have_no_number_that_is_said(claimant: Claimant, mine: Appointment) -> None:
    assert await says(claimant, "which number have you got for me") == ["utter_booking_about_no_number"]


async def test_another_way_and_a_need_beside_it_are_both_heard(claimant: Claimant, sam: Staff) -> None:
    await works(sam)
    meeting = await books(claimant, "by video", on_the_day(), "1", "yes", "Jo", "07700 900232", "no")
    assert await says(claimant, "please change my meeting to face to face, with interpreter in the room") == ["utter_booking_need_kept", "utter_booking_moving"]
    now_held = await held(claimant)
    assert (now_held.format, now_held.starts_at) == ("in_person", meeting.starts_at)
    async with transaction() as session:
        assert "interpreter" in (await session.get_one(Appointment, meeting.id)).note


async def test_a_call_instead_whatever_the_reason(claimant: Claimant, mine: Appointment) -> None:
    assert await says(claimant, "Would you let me swap it to a phone call? My car's packed in") == ["utter_booking_moving"]
    assert (await held(claimant)).format == "phone"
