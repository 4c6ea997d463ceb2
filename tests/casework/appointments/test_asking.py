"""Questions and needs, where it is asked what would make a meeting easier."""

import pytest

from casework.appointments.wording import asked_about, asks_for_pet, asks_us, is_of_work, lasts, says_late, says_there


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
