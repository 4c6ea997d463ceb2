"""Questions and needs, where it is asked what would make a meeting easier."""

from datetime import UTC, date, datetime, time, timedelta

import pytest

from casework.appointments.models import Appointment
from casework.appointments.words.asking import (
    asked_about,
    asks_something,
    asks_us,
    asks_who_is,
    is_of_work,
    plainly_asked,
    says_late,
    says_there,
)
from casework.appointments.words.meeting_ways import only_a_format
from casework.appointments.words.needing import asks_for_pet, comes_along, lasts
from casework.appointments.words.particulars import name_in
from casework.appointments.words.saying import would_see_someone
from casework.appointments.words.which import spoken_of
from casework.base.clock import local, now
from casework.council import say_when_in_full


@pytest.mark.parametrize("said", ["is there parking", "who else is coming", "can i bring my dog", "do you have a lift", "parking?"])
def test_a_question_is_one(said: str) -> None:
    assert asks_us(said)


@pytest.mark.parametrize("said", ["my dad comes with me", "im deaf", "large print", "cant do stairs", "doesnt matter"])
def test_a_need_is_no_question(said: str) -> None:
    assert not asks_us(said)


def test_a_dog_that_helps_is_no_pet() -> None:
    assert asks_for_pet("can i bring my dog")
    assert not asks_for_pet("my guide dog")
    assert not asks_for_pet("i bring my dog, its an assistance dog")


def test_who_comes_along_is_for_one_meeting_and_an_interpreter_for_all() -> None:
    assert not lasts("my dad comes with me")
    assert lasts("my carer comes with me")
    assert lasts("large print please")


def test_who_else_is_coming_is_asked_of_who_it_is_with() -> None:
    assert asked_about("who else is coming") == "who"


@pytest.mark.parametrize("said", ["actually 25 mins late the bus didnt come", "im late", "late 15", "gonna be late", "sorry 10 mins"])
def test_late_for_a_meeting(said: str) -> None:
    assert says_late(said)
    assert not is_of_work(said)


@pytest.mark.parametrize("said", ["im outside", "i am here", "outside", "we're at the door"])
def test_there_for_a_meeting(said: str) -> None:
    assert says_there(said)


@pytest.mark.parametrize("said", ["im here to get help with a cv", "is it too late to join", "better late than never"])
def test_neither(said: str) -> None:
    assert not says_late(said)


def test_late_for_work_is_of_work() -> None:
    assert is_of_work("25 mins late for my shift")


@pytest.mark.parametrize(
    ("said", "asked"),
    [
        ("is it step free", "steps"),
        ("is there lift", "steps"),
        ("are there stairs?", "steps"),
        ("do i have to come", "must"),
        ("is it compulsory", "must"),
        ("will my benefits stop if i miss it", "miss"),
        ("will i lose money if i miss it", "miss"),
        ("what happens if i dont turn up", "miss"),
        ("is it free", "free"),
        ("do i have to come to work", None),
        ("do i have to bring my passport", None),
        ("is there a free bus", None),
        ("my benefits stopped", None),
        ("my universal credit dont come in", None),
        ("what happens if i miss a payment", None),
        ("what happens if i miss my meeting", "miss"),
        ("what if i dont go to work", None),
        ("are there any next steps", None),
        ("is there any steps", "steps"),
        ("is tuesday free", None),
        ("do i have to come to the meeting", "must"),
        ("do i have to be there", "must"),
        ("have i got to go to it", "must"),
        ("do i have to go to the job club", None),
        ("what if i cant come", "miss"),
        ("what happens if i can't make it on the day", "miss"),
        ("what if i cant come to terms with it", None),
        ("what if i dont go to court", None),
        ("is there a hearing loop", "loop"),
        ("do you have a loop system", "loop"),
        ("im in the loop", None),
    ],
)
def test_plain_questions(said: str, asked: str | None) -> None:
    assert plainly_asked(said) == asked


@pytest.mark.parametrize(
    ("said", "asked"),
    [
        ("what happens if im not on time", "late"),
        ("what if the bus is late", "late"),
        ("what if i miss my bus", "late"),
        ("if i get held up", "late"),
        ("which building", "where"),
        ("whats the address", "where"),
        ("what postcode is it", "where"),
        ("where do we meet", "where"),
        ("how long is it", "long"),
        ("what building work do you help with", None),
        ("my address is 4 high street", None),
    ],
)
def test_what_is_asked_of_a_meeting(said: str, asked: str | None) -> None:
    assert asked_about(said) == asked


@pytest.mark.parametrize("said", ["who's joe then", "who is joe?", "ok who is joe again", "who’s joe"])
def test_who_somebody_is(said: str) -> None:
    assert asks_who_is(said) == "joe"
    assert asks_who_is("who is it") is None
    assert asks_who_is("who is joe going to be with") is None


@pytest.mark.parametrize(
    "said", ["is there parking", "which building", "whats the address", "who's joe then", "can my mum come", "toilets there?", "will it hurt"]
)
def test_what_is_surely_a_question_is_no_name(said: str) -> None:
    assert asks_something(said)
    assert name_in(said) is None


@pytest.mark.parametrize("said", ["Will", "May", "Will Smith", "my name is Will", "Hasan", "Whoopi", "Isla", "Dorian Howe"])
def test_what_may_be_a_name_is_no_question(said: str) -> None:
    assert not asks_something(said)
    assert name_in(said)


@pytest.mark.parametrize("said", ["can i have a different one", "do you have anything else", "what about the day after", "is there another one"])
def test_who_asks_for_another_time_is_told_of_no_office(said: str) -> None:
    assert not asks_something(said)


def test_a_way_to_meet_and_no_more() -> None:
    assert only_a_format("By phone.") == "phone"
    assert only_a_format("i was told off by phone") is None


def test_who_comes_along_is_told_and_not_asked() -> None:
    assert comes_along("my bro is comin with me")
    assert not comes_along("who is coming with me")


@pytest.mark.parametrize("said", ["hi can i c sum1 about a job pls", "could i see someone", "want to see somebody"])
def test_a_hello_that_wants_a_meeting(said: str) -> None:
    assert would_see_someone(said)
    assert not would_see_someone("hi can i speak to someone")


def test_a_weekday_is_every_meeting_on_it_and_a_date_the_one() -> None:
    tuesdays = [Appointment(starts_at=datetime.combine(next_tuesday() + timedelta(days=days), time(9), UTC)) for days in (0, 7)]
    friday = Appointment(starts_at=tuesdays[0].starts_at + timedelta(days=3))
    coming = [tuesdays[0], friday, tuesdays[1]]
    assert spoken_of(coming, "cancel the one on tuesday") == tuesdays
    assert spoken_of(coming, f"cancel the one on {tuesdays[1].starts_at:%d %B}") == [tuesdays[1]]
    assert spoken_of(coming, f"I want to cancel my meeting on {say_when_in_full(tuesdays[1].starts_at, now())}") == [tuesdays[1]]
    assert spoken_of(coming, "cancel my meeting") == coming


def next_tuesday() -> date:
    today = local(now()).date()
    return today + timedelta(days=(1 - today.weekday()) % 7 or 7)
