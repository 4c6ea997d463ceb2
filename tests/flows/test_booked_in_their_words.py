"""People's own words about a meeting they have: a question with a remark beside it, what we do not know, and another time."""

import pytest

from casework.appointments import Appointment
from casework.appointments.words.booked import asked_of_booked
from casework.base.db import transaction
from tests.flows.conftest import Claimant
from tests.flows.test_having import SORT, mine, says  # noqa: F401

ASKED = [
    ("I'm outside and the door's locked!!", "utter_booked_at_door"),
    ("im here but its all shut", "utter_booked_at_door"),
    ("hi im at the door and nobody is answering", "utter_booked_at_door"),
    ("School just rang, my little one has chicken pox. What shall I do?", "utter_booked_what_now"),
    ("my car broke down, what should i do", "utter_booked_what_now"),
    ("the childminder is poorly and i dont know what to do. what can i do?", "utter_booked_what_now"),
    ("how long does it go on for, ive work at 1", "utter_booking_about_long"),
    ("what time will it finish cos i need the bus at 12", "utter_booking_about_long"),
    ("will it take long, my dad is waiting for me", "utter_booking_about_long"),
    ("dose it cost anything", "utter_meeting_free"),
    ("do i need to pay, im skint", "utter_meeting_free"),
    ("will this mess with my universal credit", "utter_meeting_money"),
    ("Will I have to do any tests or maths? I'm rubbish at it", "utter_meeting_no_tests"),
    ("is there a spelling test, i hated school", "utter_meeting_no_tests"),
    ("wheres bridge house, is it the one next to lidl", "utter_booked_place"),
    ("Is there disabled parking at Bridge House? I have a blue badge", "utter_booked_place"),
    ("is there a cafe nearby, I'll be early", "utter_booked_place"),
    ("do i press a buzzer or just walk in", "utter_booked_place"),
    ("what floor is it on", "utter_booked_place"),
    ("Could I bring my dog, he's only small", "utter_booking_pet"),
    ("do they pay the taxi? i cant manage the bus with my leg", "utter_booking_ask_office"),
    ("Amina asked for my payslips but the printer's bust. Can I show them on my phone?", "utter_booking_ask_office"),
    ("i have another question, when do i hear back about the forklift course", "utter_booking_ask_office"),
    ("whats sams number", "utter_booked_worker_number"),
    ("can i have her number please", "utter_booked_worker_number"),
    ("how do i get hold of my worker", "utter_booked_worker_number"),
    ("can you ask sam to call me before, just a quick q about my DBS", "utter_booked_worker_told"),
    ("please pass a message on to my key worker", "utter_booked_worker_told"),
    ("Are you able to add ten minutes on at the end? I've a lot of forms to go through.", "utter_booked_longer"),
    ("can we have a bit longer please", "utter_booked_longer"),
    ("Can you remind me in the morning about nine?", "utter_booked_"),
    ("ok see u tomorrow then", "utter_booked_see_you"),
    ("great thanks see you tuesday", "utter_booked_see_you"),
]

OF_SOMETHING_ELSE = [
    "im outside, he locked me out and took my phone",
    "he hit me again. what shall i do",
    "i have nothing to eat and my kid is poorly, what shall i do",
    "how long is the course",
    "how long does it go on for, can we move it to friday",
    "will getting a job mess with my universal credit",
    "is there a job at tesco",
    "do i have to do maths for the job",
    "can you ask my landlord to call me",
    "whats the jobcentre number",
    "how long, can we do it by phone instead",
    "can i have more money",
    "see you in court",
    "remind me what a key worker is",
    "does it cost anything. cant make it anyway",
]


@pytest.mark.parametrize(("text", "name"), ASKED)
async def test_a_question_of_the_meeting_is_answered_and_the_remark_beside_it_is_none(claimant: Claimant, mine: Appointment, text: str, name: str) -> None:  # noqa: F811
    said = await says(claimant, text)
    assert len(said) == 1
    assert said[0].startswith(name)


@pytest.mark.parametrize("text", OF_SOMETHING_ELSE)
def test_what_is_of_something_else_is_not_taken_for_it(text: str) -> None:
    assert asked_of_booked(text) is None


async def test_what_the_worker_is_to_know_is_noted(claimant: Claimant, mine: Appointment) -> None:  # noqa: F811
    await says(claimant, "can you ask sam to call me before, just a quick q about my DBS")
    async with transaction() as session:
        assert "DBS" in (await session.get_one(Appointment, mine.id)).note


async def test_nobody_of_ours_is_asked_by_anothers_name(claimant: Claimant, mine: Appointment) -> None:  # noqa: F811
    assert await says(claimant, "can you ask derek to call me before") == []


async def test_without_a_meeting_it_is_nothing_of_that(claimant: Claimant) -> None:
    assert await says(claimant, "do i press a buzzer or just walk in") == []
