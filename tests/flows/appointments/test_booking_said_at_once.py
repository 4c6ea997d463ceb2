"""What ordinary people met, a fifth time: an answer with its reason, a move beside what is told, questions of the call they wait for."""

import re
from dataclasses import replace
from datetime import datetime, timedelta
from uuid import UUID, uuid4

import pytest
from rasa_sdk.executor import CollectingDispatcher

from actions.appointments import Check, Move
from casework import appointments, messaging
from casework.appointments import Appointment, BookingTalk, Step
from casework.appointments.booking.having_said import of_theirs
from casework.appointments.words.having import asks_of_theirs
from casework.appointments.words.making_it import way_beside
from casework.appointments.words.noting import to_be_told
from casework.appointments.words.picking import slots
from casework.appointments.words.saying import by_the_clock
from casework.appointments.words.wording import wording
from casework.base.clock import local
from casework.base.db import transaction
from casework.base.words import choice_texts, words
from casework.messaging import Conversation
from tests.flows.appointments.test_booking_asides import hears, turn
from tests.flows.appointments.test_booking_notes import made
from tests.flows.appointments.test_booking_talks import chat, day, says
from tests.flows.appointments.test_booking_walked_on import asked, step

__all__ = ["chat"]
THEN = ("1", "yes", "Jo", "07700 900123")


@pytest.mark.parametrize("text", ["no but tell her i had a stroke so i talk slow", "nothing, just tell him i have a stoma bag", "no. can you tell the worker my hands shake", "tell her i had a mini stroke"])
async def test_what_is_to_be_told_is_noted_beside_a_no(chat: UUID, text: str) -> None:
    await says(chat, "by phone", day(), *THEN)
    assert await asked(chat, text) == ["utter_booking_told"]
    assert await step(chat) == Step.NOTED
    assert (await made()).note == text


@pytest.mark.parametrize("text", ["no, tell her thanks", "no dont tell her anything", "nothing", "no but tell me where it is", "no, tell him i said hi", "no just tell my mum im ok"])
def test_nothing_is_to_be_told(text: str) -> None:
    assert not to_be_told(text)


async def booked(chat: UUID, way: str, *, ended: bool = True) -> None:
    """A meeting that way; `ended`: nothing is asked any more."""
    await says(chat, way, day(), *THEN)
    async with transaction() as session:
        if ended:
            await appointments.end_talk(session, await session.get_one(BookingTalk, chat))


async def heard(chat: UUID, text: str) -> str | None:
    """What the assistant hears of it, with the meeting they have."""
    async with transaction() as session:
        return await of_theirs(session, await session.get_one(Conversation, chat), text, await messaging.last_said(session, chat))


async def told(chat: UUID, text: str) -> list[str]:
    """What is said of the meeting they have to who asks of it."""
    say = CollectingDispatcher()
    async with transaction() as session:
        message = await messaging.record(session, await messaging.locked(session, chat), "claimant", text, sender_ref=str(uuid4()))
        await Check().act(replace(turn(session, chat, words("utter_meaning_check_appointment").text, "check_appointment"), message=str(message.id)), say)
    return [one["response"] for one in say.messages]


RINGS = ["wot time is he ringing tmrw", "what time will she ring", "what time is sam calling me", "when will they ring me", "what time do you ring"]


@pytest.mark.parametrize("text", RINGS)
@pytest.mark.parametrize("ended", [True, False])
async def test_when_we_ring_is_the_time_of_the_meeting(chat: UUID, text: str, ended: bool) -> None:
    await booked(chat, "by phone", ended=ended)
    assert await heard(chat, text) == words("utter_meaning_check_appointment").text
    assert await told(chat, text) == ["utter_booking_yours"]


@pytest.mark.parametrize("text", ["what time is it", "what time do you open", "what time will mum ring", "what time can i ring you", "what time does the doctor call", "when will the jobcentre ring me", "what time is good to ring"])
def test_nothing_of_when_we_ring(text: str) -> None:
    assert asks_of_theirs(text) != "when" or text == "what time is it"


@pytest.mark.parametrize("text", ["what number will u be ringing from", "what number is it from", "will it be a private number"])
@pytest.mark.parametrize("ended", [True, False])
async def test_which_number_shows_is_answered_with_no_check(chat: UUID, text: str, ended: bool) -> None:
    await booked(chat, "by phone", ended=ended)
    assert await heard(chat, text) == words("utter_meaning_check_appointment").text
    assert await told(chat, text) == ["utter_meeting_number"]


BACK = [
    "11 then. how long is it i got to be back for nursery at 12.30", "11am pls how long does it take cos i have to pick up my son at 12",
    "11. how long will it be? i need to be at work by 12.30", "11 please, how long is it",
]  # fmt: skip


@pytest.mark.parametrize("text", BACK)
async def test_why_it_is_asked_is_no_other_hour(chat: UUID, text: str) -> None:
    await says(chat, "by phone", f"{day()} at 11")
    assert await asked(chat, text) == ["utter_booking_about_long"]
    assert await read_back(chat) == "11:00"


async def read_back(chat: UUID) -> str:
    async with transaction() as session:
        talk = await appointments.talk_of(session, chat)
        assert talk
        assert talk.step == Step.CONFIRM
        return f"{local((await session.get_one(Appointment, talk.holding_id)).starts_at):%H:%M}"


@pytest.mark.parametrize("text", ["no i said 11 not 1.30", "11 not 1.30", "nah i wanted 11am, not 1.30pm"])
@pytest.mark.parametrize("before", [(), ("1.30",), ("{day} after 12",)])
async def test_one_hour_and_not_the_other(chat: UUID, text: str, before: tuple[str, ...]) -> None:
    await says(chat, "by phone", day(), *(one.format(day=day()) for one in before))
    await asked(chat, text)
    if await step(chat) == Step.CHOOSE:
        await says(chat, "11")
    assert await read_back(chat) == "11:00"


@pytest.mark.parametrize("text", ["how long is it. i can come after 12", "11 then. i have to be in by 12", "is 12 free? i want to come at 12", "how long is it i am free from 12"])
def test_it_is_not_why_it_is_asked(text: str) -> None:
    asked = text.partition("how long")[2]
    assert not asked or not re.search(wording().why_asked, asked, re.IGNORECASE)


async def shown(chat: UUID) -> list[datetime]:
    async with transaction() as session:
        talk = await appointments.talk_of(session, chat)
        assert talk
        return [local(one.start) for one in slots(talk)]


@pytest.mark.usefixtures("on_a_monday")
@pytest.mark.parametrize("text", ["friday after 12 hour. i working to 11", "friday after 12 hour", "friday, from 12h please", "on friday after 12 hr"])
async def test_an_hour_is_of_the_clock(chat: UUID, text: str) -> None:
    await says(chat, "face to face")
    assert await asked(chat, text) == []
    assert {(one.weekday(), one.hour >= 12) for one in await shown(chat)} == {(4, True)}


@pytest.mark.parametrize("text", ["after 2 hours", "after a 12 hour shift", "i work 12 hour shifts", "after 12 hour shift", "from 8 hours", "at 24 hour gym"])
def test_no_hour_of_the_clock(text: str) -> None:
    assert by_the_clock(text) == text


@pytest.mark.parametrize("before", [(), ("1",)])
@pytest.mark.parametrize("text", ["i meant {then} not this one", "{then}, not that one", "no i said {then}. not this day", "{then} not this"])
async def test_the_day_they_mean_and_not_the_one_shown(chat: UUID, before: tuple[str, ...], text: str) -> None:
    await says(chat, "face to face", day(), *before)
    then = (await shown(chat))[0] + timedelta(days=7)
    await asked(chat, text.format(then=f"{then:%A} the {then.day}{'st' if then.day in (1, 21, 31) else 'nd' if then.day in (2, 22) else 'rd' if then.day in (3, 23) else 'th'}"))
    assert {one.date() for one in await shown(chat)} == {then.date()}


@pytest.mark.parametrize("text", ["i cant do thursday, not that day", "not this one", "not this week", "i am not this late"])
async def test_no_day_is_meant(chat: UUID, text: str) -> None:
    talk = await says(chat, "face to face", day())
    assert appointments.corrected(talk, text) is None


ALONG = [
    "My sister will be with me on the Wednesday, she is free then. Could it be a video call instead", "my mum is coming with me… can we do it by video instead",
    "I am deaf so text me. could we make it a video call instead please", "my carer comes with me on the day and she helps me with forms and with getting about the place, could it be a video call instead",
]  # fmt: skip


@pytest.mark.parametrize("text", ALONG)
async def test_who_comes_along_and_another_way_are_both_heard(chat: UUID, text: str) -> None:
    await booked(chat, "face to face", ended=False)
    assert await asked(chat, text) == ["utter_booking_need_kept", "utter_booking_moving"]
    await says(chat, "yes")
    await is_by_video(text)


@pytest.mark.parametrize("text", ALONG)
async def test_the_same_of_the_meeting_they_have(chat: UUID, text: str) -> None:
    await booked(chat, "face to face")
    assert await heard(chat, text) == choice_texts("utter_booking_done")[0]
    assert await hears(chat, Move(), text, "reschedule_appointment") == ["utter_booking_need_kept", "utter_booking_moving"]
    await says(chat, "yes")
    await is_by_video(text)


async def is_by_video(told: str) -> None:
    meeting = await made()
    assert meeting.format == "video"
    assert meeting.note.startswith(told[:10])
    assert "instead" not in meeting.note


@pytest.mark.parametrize("text", ["my sister will be with me. she has a video call then", "could it be a video call instead", "my mum comes with me, can you ring her", "i like mondays. could it be a video call instead", "my boss comes with me. can we do video interviews instead"])
def test_no_other_way_beside_who_comes_along(text: str) -> None:
    assert way_beside(text) is None


SURE = ["is sure?", "is it sure", "it is sure yes?", "are you sure"]


@pytest.mark.parametrize("text", SURE)
async def test_whether_the_interpreter_is_sure(chat: UUID, text: str) -> None:
    await says(chat, "face to face", day(), *THEN, "i need an interpreter", "polish")
    async with transaction() as session:
        await appointments.end_talk(session, await session.get_one(BookingTalk, chat))
    assert await heard(chat, text) == words("utter_meaning_check_appointment").text
    assert await told(chat, text) == ["utter_booking_noted_is"]
    assert text not in (await made()).note


@pytest.mark.parametrize("text", SURE)
async def test_the_same_where_the_language_is_asked(chat: UUID, text: str) -> None:
    await says(chat, "face to face", day(), *THEN, "i need an interpreter")
    assert await step(chat) == Step.INTERPRETER
    await says(chat, text)
    assert text not in (await made()).note


@pytest.mark.parametrize("text", ["i am not sure", "is it sure start", "make sure it is thursday", "sure", "are you sure i can come at 11"])
def test_it_is_not_asked_if_it_is_sure(text: str) -> None:
    assert not appointments.asks_if_sure("Interpreter: polish", text)


@pytest.mark.parametrize("text", SURE)
async def test_nothing_is_sure_where_no_interpreter_is_asked_for(chat: UUID, text: str) -> None:
    await booked(chat, "face to face")
    assert await heard(chat, text) is None
