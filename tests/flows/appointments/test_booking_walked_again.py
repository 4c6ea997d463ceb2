"""What ordinary people met, a third time: another way asked, what the worker is to know, what is said beside a yes."""

from datetime import UTC, date, datetime, time, timedelta
from uuid import UUID

import pytest

from actions.appointments import Check
from actions.smalltalk import Reply
from casework import appointments
from casework.appointments import Step, asks_if_noted, asks_of_theirs, brings_somebody, is_for_worker
from casework.appointments.times.diaries import limits
from casework.appointments.times.wishes import gone_too, why
from casework.appointments.words.beginning import would_be_rung
from casework.appointments.words.wishing import wish_in
from casework.base.db import transaction
from casework.base.words import words
from tests.flows.appointments.test_booking_asides import hears
from tests.flows.appointments.test_booking_notes import made
from tests.flows.appointments.test_booking_talks import chat, day, says
from tests.flows.appointments.test_booking_walked_on import asked, booked, heard, step

__all__ = ["chat"]
BOOKED = (f"{day()} at 10", "1", "yes", "Jo", "07700 900123")


@pytest.mark.parametrize("text", ["can i swap to video?", "can you make it video instead of phone", "change it to video pls my phone is broke"])
async def test_another_way_asked_right_after_it_is_booked_is_at_its_time(chat: UUID, text: str) -> None:
    await says(chat, "by phone", *BOOKED)
    meeting = await made()
    assert await asked(chat, text) == []
    assert await step(chat) == Step.CONFIRM
    await asked(chat, "yes")
    now = await made()
    assert (now.id, now.format, now.starts_at) == (meeting.id, "video", meeting.starts_at)


@pytest.mark.parametrize("text", ["do you do video", "is it by video", "i like video games", "no video please"])
async def test_no_other_way_is_asked(chat: UUID, text: str) -> None:
    await says(chat, "by phone", *BOOKED)
    async with transaction() as session:
        talk = await appointments.talk_of(session, chat)
        assert talk
        assert not appointments.wants_other_way(talk, text)


@pytest.mark.parametrize(("way", "said"), [("by phone", "utter_booking_about_where"), ("by video", "utter_booking_about_join")])
async def test_how_the_link_comes_is_told_by_the_meeting_s_own_way(chat: UUID, way: str, said: str) -> None:
    await says(chat, way, *BOOKED)
    assert await asked(chat, "how will i get the link") == [said]
    await asked(chat, "no")
    assert await heard(chat, "how will i get the link") == words("utter_meaning_check_appointment").text


@pytest.mark.parametrize("text", ["can you link me to a course", "will i get the job", "do you have a link to the form"])
def test_no_question_of_the_link(text: str) -> None:
    assert asks_of_theirs(text) is None


TOLD = [
    "no just pass it on please, i need to stand up now and then in the meeting", "can u tell amina i got a bad back so might need to stand up",
    "please let the worker know I have a stammer", "i might have to walk about a bit in the meeting",
]  # fmt: skip


@pytest.mark.parametrize("text", TOLD)
async def test_what_the_worker_is_to_know_is_noted_and_calls_nothing_off(chat: UUID, text: str) -> None:
    await says(chat, "face to face", *BOOKED)
    await asked(chat, text)
    assert await step(chat) == Step.NOTED
    assert text in (await made()).note


@pytest.mark.parametrize("text", TOLD)
async def test_the_same_with_nothing_asked(chat: UUID, text: str) -> None:
    await booked(chat, "face to face")
    assert await heard(chat, text) == words("utter_meaning_appointment_format").text


@pytest.mark.parametrize("text", ["i need to stand up for myself", "i need to move", "tell amina i cant come", "i have a bad back", "i want to move the meeting around 3", "i had to stand up to my boss"])
def test_nothing_for_the_worker(text: str) -> None:
    assert not is_for_worker(text)


def spoken(text: str) -> list[str]:
    return ["utter_booking_noted_is", *(["utter_booking_about_where"] if "address" in text else [])]


WITH_INTERPRETER = ["Translator will be there on Thursday, yes? What is address", "Will the interpreter be there on Wednesday?", "is the interpreter booked"]


@pytest.mark.parametrize("text", WITH_INTERPRETER)
async def test_an_interpreter_asked_for_is_noted_and_said(chat: UUID, text: str) -> None:
    await booked(chat, "face to face")
    assert await heard(chat, text) == words("utter_meaning_check_appointment").text
    assert await hears(chat, Check(), text, "check_appointment") == spoken(text)
    assert text in (await made()).note
    assert await hears(chat, Check(), text, "check_appointment") == spoken(text)


@pytest.mark.parametrize("text", WITH_INTERPRETER)
async def test_an_interpreter_asked_for_moves_no_time(chat: UUID, text: str) -> None:
    await says(chat, "face to face", f"{day()} at 10", "1")
    assert "utter_booking_need_kept" in await asked(chat, text)
    assert await step(chat) == Step.CONFIRM
    await asked(chat, "yes")
    assert "utter_booking_need_kept" in await asked(chat, text)
    assert await step(chat) == Step.NAME


@pytest.mark.parametrize("text", WITH_INTERPRETER)
async def test_the_language_is_asked_of_who_asks_for_one_right_after(chat: UUID, text: str) -> None:
    await says(chat, "face to face", *BOOKED)
    assert await asked(chat, text) == spoken(text)
    assert await step(chat) == Step.INTERPRETER


@pytest.mark.parametrize("text", ["will there be a bus on wednesday?", "i work as an interpreter", "is the job still there"])
def test_nothing_is_asked_to_be_noted(text: str) -> None:
    assert not asks_if_noted(text)


@pytest.mark.parametrize("text", ["I come with my sister on Thursday", "can i bring her", "i'll be there with my son"])
async def test_who_comes_along_is_noted(chat: UUID, text: str) -> None:
    await booked(chat, "face to face")
    assert await heard(chat, text) == words("utter_meaning_appointment_format").text
    assert await hears(chat, Reply(), text, "appointment_format") == ["utter_booking_noted_for"]
    assert text in (await made()).note


@pytest.mark.parametrize("text", ["can i bring it", "i live with my sister", "i come from poland", "can i bring my cv"])
def test_nobody_comes_along(text: str) -> None:
    assert not brings_somebody(text)


async def of_theirs(chat: UUID) -> tuple[str, str]:
    """The name and what reaches them, of the time that is kept."""
    async with transaction() as session:
        talk = await appointments.talk_of(session, chat)
        assert talk
        held = await session.get_one(appointments.Appointment, talk.holding_id)
        return held.name or talk.name or "", str((held.reach or {}).get("to_prove") or (held.reach or {}).get("address") or talk.number or "")


@pytest.mark.parametrize(("text", "kept", "next_"), [
    ("Yes, book it. my email is anna@example.org", ("", "anna@example.org"), Step.NAME), ("yes its kev", ("kev", ""), Step.NUMBER),
    ("yes. its Ron Pickering 14 Mill Lane", ("Ron Pickering", ""), Step.NUMBER), ("yes please, I'm Anna", ("Anna", ""), Step.NUMBER),
    ("yes its kev 07700 900123", ("kev", "+447700900123"), Step.ADJUSTMENTS), ("ok, 07700 900123", ("", "+447700900123"), Step.NAME),
])  # fmt: skip
async def test_who_they_are_beside_a_yes_is_kept(chat: UUID, text: str, kept: tuple[str, str], next_: Step) -> None:
    await says(chat, "face to face", f"{day()} at 10", "1")
    await asked(chat, text)
    assert (await step(chat), await of_theirs(chat)) == (next_, kept)


@pytest.mark.parametrize("text", ["yes its fine", "yes its ok for me", "yes im happy", "yes its easier", "yes its my day off", "yes i am free then", "yes its Tuesday"])
async def test_nobody_is_named_beside_a_yes(chat: UUID, text: str) -> None:
    await says(chat, "face to face", f"{day()} at 10", "1")
    await asked(chat, text)
    assert (await of_theirs(chat))[0] == ""


@pytest.mark.parametrize(("text", "kept"), [("its 07700 900123", "+447700900123"), ("07700 900123", "+447700900123"), ("anna@example.org", "anna@example.org")])
async def test_a_number_where_a_name_is_asked_is_kept_and_the_name_asked_once_more(chat: UUID, text: str, kept: str) -> None:
    await says(chat, "face to face", f"{day()} at 10", "1", "yes")
    await asked(chat, text)
    assert (await step(chat), await of_theirs(chat)) == (Step.NAME, ("", kept))
    await asked(chat, "Anna")
    assert await step(chat) in (Step.ADJUSTMENTS, Step.EMAIL)


async def test_whether_it_is_a_woman_is_not_known_and_noted(chat: UUID) -> None:
    await says(chat, "face to face", "i want a woman", day())
    assert await asked(chat, "is it definitely a woman then") == ["utter_meeting_gender_noted"]
    assert await step(chat) == Step.CHOOSE
    await says(chat, "1", "yes", "Jo", "07700 900123")
    assert await hears(chat, Reply(), "is it definitely a woman then", "are_you_human") == ["utter_meeting_gender_noted"]


@pytest.mark.parametrize("text", ["is it a woman dominated job", "are you a woman", "is this a person"])
def test_no_question_of_who_meets_them(text: str) -> None:
    assert appointments.plainly_asked(text) != "gender"


async def test_the_third_like_i_said(chat: UUID) -> None:
    await says(chat, "face to face", day())
    async with transaction() as session:
        talk = await appointments.talk_of(session, chat)
        assert talk
        third = talk.offered[2]["start"]
    await asked(chat, "3 like i said")
    async with transaction() as session:
        talk = await appointments.talk_of(session, chat)
        assert talk
        assert (await session.get_one(appointments.Appointment, talk.holding_id)).starts_at.isoformat() == third


async def test_how_long_is_told_beside_a_bus_that_is_not_known(chat: UUID) -> None:
    for said in (("face to face", day()), ("1",), ("yes", "Jo", "07700 900123")):
        await says(chat, *said)
        assert await asked(chat, "how long does it take / what bus do i get") == ["utter_booking_about_long", "utter_booking_ask_office"]


@pytest.mark.usefixtures("on_a_monday")
@pytest.mark.parametrize("text", ["Could someone ring me at 10.30 on Tuesday 8 December please?", "can you call me at 2pm tomorrow", "ring me 10am on friday pls"])
def test_a_call_at_a_time_as_first_words_is_a_wish(text: str) -> None:
    assert would_be_rung(text)


@pytest.mark.parametrize("text", ["someone rang me at 10.30 on tuesday", "ring me at 5", "can you call the council at 2pm tomorrow", "will they ring me on 07700 900123 tomorrow"])
def test_no_wish_for_a_call_then(text: str) -> None:
    assert not would_be_rung(text)


NINE = datetime(2026, 12, 1, 9, tzinfo=UTC)
"""A Tuesday."""


def opening(day: date) -> list[tuple[datetime, datetime]]:
    return [(datetime.combine(day, time(9), UTC), datetime.combine(day, time(17), UTC))]


@pytest.mark.parametrize(("text", "reason", "gone"), [
    ("tomorow at 6pm or today at 10am", "outside", True), ("tomorow at 6pm or today at 3pm", "taken", False), ("tomorrow at 10am or today at 10am", "taken", False),
])  # fmt: skip
def test_each_of_two_times_has_its_reason(text: str, reason: str, gone: bool) -> None:
    noon = NINE + timedelta(hours=3)
    wish = wish_in(text, at=noon)
    assert wish
    assert why(wish, limits(), noon, opening) == reason
    assert reason == "taken" or gone_too(wish, noon) == gone


def test_the_time_of_an_hour_still_to_come_is_not_gone() -> None:
    wish = wish_in("tomorow at 6pm or today at 10am", at=NINE)
    assert wish
    assert not gone_too(wish, NINE)
