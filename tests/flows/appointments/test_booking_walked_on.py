"""What ordinary people met, a second time: a question beside a choice, a code by e-mail, a word about the way."""

from dataclasses import replace
from datetime import datetime
from uuid import UUID, uuid4

import pytest
from rasa_sdk.executor import CollectingDispatcher

from actions.appointments import Check, Move, about_theirs
from actions.booking import BookingQuestions
from casework import appointments, messaging, staff
from casework.appointments import Step, asked_about, asks_if_noted, asks_of_theirs, is_for_worker, skips, tells_need
from casework.appointments.booking.calling_off import not_coming
from casework.appointments.booking.having_said import of_theirs
from casework.appointments.words.having import plainly_changes_way
from casework.appointments.words.saying import somebody_in
from casework.appointments.words.too_early import refuses_day
from casework.appointments.words.wishing import wish_in
from casework.base.clock import local
from casework.base.db import transaction
from casework.base.words import choice_texts, words
from casework.messaging import Conversation
from tests.flows.appointments.test_appointments import workday, works
from tests.flows.appointments.test_booking_asides import hears, turn
from tests.flows.appointments.test_booking_notes import made
from tests.flows.appointments.test_booking_talks import UNKNOWN, chat, day, says  # noqa: F401

SHOWN = ("face to face", day())


async def asked(chat: UUID, text: str, intent: str = "nlu_fallback") -> list[str]:  # noqa: F811
    """What is said to it, the question that is put then left out."""
    say = CollectingDispatcher()
    async with transaction() as session:
        talk = await appointments.talk_of(session, chat)
        assert talk
        message = await messaging.record(session, await messaging.locked(session, chat), "claimant", text, sender_ref=str(uuid4()))
        heard = replace(turn(session, chat, text, intent), message=str(message.id))
        assert BookingQuestions().is_choice(heard, talk) or BookingQuestions().would_answer(heard, talk)
        await BookingQuestions().take(heard, talk, say)
    return [one["response"] for one in say.messages]


async def step(chat: UUID) -> Step:  # noqa: F811
    async with transaction() as session:
        talk = await appointments.talk_of(session, chat)
        assert talk
        return Step(talk.step)


@pytest.mark.parametrize(("text", "said"), [
    ("10am with Sam please. will there be an interpreter?", "utter_booking_need_kept"), ("1 pls, is there parking", "utter_booking_ask_office"),
    ("1. will sam have my cv?", "utter_booking_ask_office"), ("1 and do i need id", "utter_booking_ask_office"),
    ("the first one. can my mum come", "utter_booking_need_kept"), ("1 please will it be on my record", "utter_booking_ask_office"),
])  # fmt: skip
async def test_a_question_beside_a_choice_leaves_the_choice(chat: UUID, text: str, said: str) -> None:  # noqa: F811
    await says(chat, "face to face", f"{day()} at 10" if "10" in text else day())
    assert await asked(chat, text) == [said]
    assert await step(chat) == Step.CONFIRM


@pytest.mark.parametrize(("text", "said"), [
    ("yes. what do i bring", "utter_booking_bring_nothing"), ("yes can my dad come in", "utter_booking_need_kept"),
    ("yes please, will there be an interpreter", "utter_booking_need_kept"), ("yep is there a lift", "utter_meeting_step_free"),
])  # fmt: skip
async def test_a_question_beside_a_yes_leaves_the_yes(chat: UUID, text: str, said: str) -> None:  # noqa: F811
    await says(chat, *SHOWN, "1")
    assert await asked(chat, text) == [said]
    assert await step(chat) == Step.NAME


@pytest.mark.parametrize("text", ["1 please, can it be an hour later", "2. can we do it by phone instead", "yes is that ok", "yes can you book it", "yes have a good day"])
async def test_what_asks_nothing_of_it_is_taken_whole(chat: UUID, text: str) -> None:  # noqa: F811
    for said in SHOWN, (*SHOWN, "1"):
        assert appointments.answer_and_question(await says(chat, *said), text) is None


async def booked(chat: UUID, way: str = "by phone") -> None:  # noqa: F811
    """A meeting of theirs, and nothing open."""
    await says(chat, way, f"{day()} at 10", "1", "yes", "Jo", "07700 900123")
    async with transaction() as session:
        talk = await appointments.talk_of(session, chat)
        assert talk
        await appointments.end_talk(session, talk)


@pytest.mark.parametrize("text", ["so is phone or office on friday?", "is it phone or do i come in", "is it still by phone", "how are we meeting on friday"])
async def test_how_the_meeting_is_that_they_have(chat: UUID, text: str) -> None:  # noqa: F811
    await booked(chat)
    assert await hears(chat, Check(), text, "check_appointment") == ["utter_booking_yours"]


async def test_how_it_is_asked_right_after_it_is_booked(chat: UUID) -> None:  # noqa: F811
    await says(chat, "by phone", f"{day()} at 10", "1", "yes", "Jo", "07700 900123")
    assert await asked(chat, "so is phone or office on friday?") == ["utter_booking_about_where"]
    assert await step(chat) == Step.ADJUSTMENTS


@pytest.mark.parametrize("text", ["phone or office is fine", "is there a phone", "can it be phone or office", "do you do video"])
def test_no_question_how_it_is(text: str) -> None:
    assert asks_of_theirs(text) is None


@pytest.mark.parametrize("text", ["has my sister been put down", "will joe know to let it ring", "does my worker know im deaf", "have you put my sister down?"])
async def test_what_they_would_have_known_is_noted(chat: UUID, text: str) -> None:  # noqa: F811
    await booked(chat)
    assert await hears(chat, Check(), text, "check_appointment") == ["utter_booking_noted_is"]
    assert text in (await made()).note
    assert await hears(chat, Check(), text, "check_appointment") == ["utter_booking_noted_is"]
    assert (await made()).note == text


@pytest.mark.parametrize("text", ["has my money gone down", "does joe know the time", "is my sister coming", "did you know that my mum works there"])
def test_no_question_whether_it_is_noted(text: str) -> None:
    assert not asks_if_noted(text)


@pytest.mark.parametrize("text", ["let it ring a good while, im slow to the phone", "it takes me ages to get to the phone", "please keep ringing, I am slow to answer the door"])
async def test_how_to_ring_them_is_for_the_worker(chat: UUID, text: str) -> None:  # noqa: F811
    await says(chat, "by phone", f"{day()} at 10", "1", "yes", "Jo", f"07700 900123, {text}")
    assert text in (await made()).note
    await says(chat, "i use a wheelchair")
    say = CollectingDispatcher()
    async with transaction() as session:
        assert await about_theirs(turn(session, chat, text, "nlu_fallback"), say)
    assert [one["response"] for one in say.messages] == ["utter_booking_noted_for"]


@pytest.mark.parametrize("text", ["my phone wont ring", "it takes me a while to answer emails", "i rang a while ago", "nobody will call for a while"])
def test_no_word_of_how_to_ring_them(text: str) -> None:
    assert not is_for_worker(text)
    assert not tells_need(text)


async def proving(chat: UUID, way: str = "by video") -> None:  # noqa: F811
    assert (await says(chat, way, f"{day()} at 10", "1", "yes", "Jo", "jo@example.org")).step == Step.EMAIL


async def answers(chat: UUID, text: str) -> tuple[list[str], Step]:  # noqa: F811
    """What is said to it, the question that is put then with it."""
    return await asked(chat, text), await step(chat)


@pytest.mark.parametrize("text", ["leave it out", "skip", "skip it please", "no", "leave everything as it is", "never mind"])
async def test_a_link_with_no_way_to_them_is_said(chat: UUID, text: str) -> None:  # noqa: F811
    await proving(chat)
    assert await answers(chat, text) == ([], Step.EMAIL)
    async with transaction() as session:
        talk = await appointments.talk_of(session, chat)
        say = CollectingDispatcher()
        assert talk
        await BookingQuestions().ask(turn(session, chat, text, "deny"), talk, say)
    assert [one["response"] for one in say.messages] == ["utter_booking_email_no_link"]
    assert await answers(chat, text) == (["utter_booking_email_left_link"], Step.ADJUSTMENTS)
    assert (await made()).format == "video"


async def test_a_number_for_the_link(chat: UUID) -> None:  # noqa: F811
    await proving(chat)
    await asked(chat, "skip")
    assert await answers(chat, "07700 900123") == (["utter_booking_email_number"], Step.ADJUSTMENTS)
    assert (await made()).reach == {"kind": "call", "address": "+447700900123"}


async def test_face_to_face_needs_no_link(chat: UUID) -> None:  # noqa: F811
    await proving(chat, "face to face")
    assert await answers(chat, "leave it out") == (["utter_booking_email_left"], Step.ADJUSTMENTS)


@pytest.mark.parametrize("text", ["how will i get the video link?", "when do i get the link", "will you send me the link"])
async def test_how_the_link_comes_is_told_there(chat: UUID, text: str) -> None:  # noqa: F811
    await proving(chat)
    assert await answers(chat, text) == (["utter_booking_email_link"], Step.EMAIL)


@pytest.mark.parametrize(("text", "way"), [("face to face instead", "in_person"), ("by phone instead", "phone"), ("can we make it face to face please", "in_person")])
async def test_another_way_said_at_the_code_is_made(chat: UUID, text: str, way: str) -> None:  # noqa: F811
    await proving(chat)
    assert await answers(chat, text) == ([], Step.CONFIRM)
    assert (await says(chat, "yes", *(["07700 900123"] if way == "phone" else []))).step == Step.DONE
    assert (await made()).format == way


@pytest.mark.parametrize("text", ["i left it at home", "can you link me to a course", "the skip is full", "leave me alone with my kids friday"])
def test_nothing_is_left_out(text: str) -> None:
    assert not skips(text)
    assert asked_about(text) != "join"


POOR = ["i want phone, not come office. same time", "phone not come in, same time pls", "please phone me not come office same time"]


async def heard(chat: UUID, text: str) -> str | None:  # noqa: F811
    """What the assistant hears, of a meeting they have."""
    async with transaction() as session:
        conversation = await session.get_one(Conversation, chat)
        off = await not_coming(session, conversation, text, None)
        return off or await of_theirs(session, conversation, text, None)


@pytest.mark.parametrize("text", POOR)
async def test_another_way_in_poor_english_calls_nothing_off(chat: UUID, text: str) -> None:  # noqa: F811
    await booked(chat, "face to face")
    assert await heard(chat, text) == choice_texts("utter_booking_done")[0]
    meeting = await made()
    async with transaction() as session:
        talk = await appointments.begin_talk(session, chat, await session.get_one(appointments.Appointment, meeting.id))
        assert await appointments.change(session, talk, text, UNKNOWN)
    talk = await says(chat, "yes")
    assert (talk.step, (await made()).format, (await made()).starts_at) == (Step.DONE, "phone", meeting.starts_at)


@pytest.mark.parametrize("text", POOR)
async def test_another_way_at_the_read_back_keeps_the_time(chat: UUID, text: str) -> None:  # noqa: F811
    await says(chat, "face to face", day(), "2")
    held = await the_held(chat)
    talk = await says(chat, text)
    assert (talk.step, talk.format, await the_held(chat)) == (Step.CONFIRM, "phone", held)


async def test_another_way_right_after_it_is_booked_keeps_the_time(chat: UUID) -> None:  # noqa: F811
    await says(chat, "face to face", f"{day()} at 10", "1", "yes", "Jo", "07700 900123")
    talk = await says(chat, POOR[0])
    assert (talk.step, talk.format) == (Step.CONFIRM, "phone")


async def the_held(chat: UUID) -> datetime:  # noqa: F811
    async with transaction() as session:
        talk = await appointments.talk_of(session, chat)
        assert talk
        return (await session.get_one(appointments.Appointment, talk.holding_id)).starts_at


@pytest.mark.parametrize("text", ["i can not come to the office friday", "not come friday", "im not coming to the office", "no i wont come in"])
def test_who_does_not_come_changes_no_way(text: str) -> None:
    assert not plainly_changes_way(text)


@pytest.mark.parametrize("text", ["sam call me friday 11", "can sam ring me on friday at 11 please"])
async def test_a_worker_to_ring_then_is_of_the_meeting(chat: UUID, text: str) -> None:  # noqa: F811
    await booked(chat)
    assert await heard(chat, text) == choice_texts("utter_booking_done")[0]
    assert await heard(chat, f"sam call me {day()} at 10") == words("utter_meaning_check_appointment").text


@pytest.mark.parametrize("text", ["my boss call me friday", "sam called me friday", "call me now", "sam call me"])
async def test_a_call_that_is_no_meeting(chat: UUID, text: str) -> None:  # noqa: F811
    await booked(chat)
    assert await heard(chat, text) is None


@pytest.mark.parametrize("text", ["No, I want Joe please", "no i asked for joe"])
async def test_only_who_they_want(chat: UUID, text: str) -> None:  # noqa: F811
    async with transaction() as session:
        joe = await staff.add(session, "joe@example.org", "Joe", "key_worker", ["northbridge"], "a long password")
    await works(joe)
    for said in (SHOWN, (*SHOWN, "1")):
        await says(chat, *said)
        talk = await says(chat, text)
        assert talk.step == Step.CHOOSE
        assert {one["worker"] for one in talk.offered} == {"Joe"}


@pytest.mark.parametrize("text", ["no i want it later", "no i want a woman", "no i need help with rent now"])
def test_no_worker_is_wanted(text: str) -> None:
    assert not somebody_in(text)


@pytest.mark.parametrize(("way", "text"), [
    ("face to face", "i am deaf"), ("face to face", "I use BSL"), ("face to face", "i cant use the phone"), ("face to face", "I can't hear on the phone"), ("by phone", "i am deaf"),
])  # fmt: skip
async def test_who_cannot_be_rung_is_asked_where_to_text(chat: UUID, way: str, text: str) -> None:  # noqa: F811
    await says(chat, way, f"{day()} at 10, {text}")
    await says(chat, "1", "yes", "Jo")
    assert await step(chat) == Step.NUMBER
    async with transaction() as session:
        talk = await appointments.talk_of(session, chat)
        say = CollectingDispatcher()
        assert talk
        await BookingQuestions().ask(turn(session, chat, "Jo", "inform"), talk, say)
    assert [one["response"] for one in say.messages] == ["utter_booking_number_to_text"]


@pytest.mark.parametrize("text", ["it fell on deaf ears", "im not deaf", "i cant hear from them until friday", "i cant do friday, call me"])
def test_who_can_be_rung(text: str) -> None:
    assert not appointments.no_calls(text)


def hours_of(talk: appointments.BookingTalk) -> set[int]:
    return {local(datetime.fromisoformat(one["start"])).hour for one in talk.offered}


async def test_any_day_but_the_one_that_is_shown(chat: UUID) -> None:  # noqa: F811
    for said in (SHOWN, (*SHOWN, "1")):
        await says(chat, *said)
        talk = await says(chat, "any day but that")
        assert talk.step == Step.CHOOSE
        assert workday() not in {datetime.fromisoformat(one["start"]).date() for one in talk.offered}


@pytest.mark.parametrize(("text", "hours"), [
    ("10 or 11", {10, 11}), ("mornings after 9.30", {9, 10, 11}), ("mornings, or after 4", {9, 10, 11, 16}), ("9am is no good, carer is here till 10", set(range(10, 17))),
])  # fmt: skip
async def test_hours_of_any_day(chat: UUID, text: str, hours: set[int]) -> None:  # noqa: F811
    shown = hours_of(await says(chat, "face to face", text))
    assert shown
    assert shown <= hours


@pytest.mark.parametrize("text", ["10 or 11 december", "10 or 11 people", "1 or 2", "9 or 11"])
def test_no_stretch_of_hours(text: str) -> None:
    wish = wish_in(text)
    assert wish is None or wish.hours is None


@pytest.mark.parametrize(("text", "either"), [("mornings or after 4", 2), ("mornings or fridays", 2), ("monday or tuesday", 0), ("mornings or so", 0), ("10am or later", 0)])
def test_one_stretch_of_hours_or_another(text: str, either: int) -> None:
    wish = wish_in(text)
    assert len(wish.either if wish else ()) == either


@pytest.mark.parametrize("text", ["any day but friday", "any day but that week is full", "not that, any day"])
def test_it_is_not_that_day_they_refuse(text: str) -> None:
    assert not refuses_day(text)


def test_rather_a_woman() -> None:
    assert appointments.prefers_who("rather it was a woman if thats ok")
    assert not any(map(appointments.prefers_who, ("rather it was a phone call", "rather it was friday", "she was a woman i worked with")))


@pytest.mark.parametrize("text", ["what happens if my little ones poorly", "what if im sick on the day", "wat if my lad is off school"])
async def test_what_if_somebody_is_ill_moves_nothing(chat: UUID, text: str) -> None:  # noqa: F811
    await booked(chat)
    assert await hears(chat, Move(), text, "reschedule_appointment") == ["utter_meeting_miss"]
    async with transaction() as session:
        assert await appointments.talk_of(session, chat) is None


@pytest.mark.parametrize("text", ["what happens if my boss is ill", "what if i lose my job", "my little one is poorly", "what if im sick of my job"])
def test_no_question_of_missing_it(text: str) -> None:
    assert appointments.plainly_asked(text) is None
