"""Trouble that is told in few or many words is with a person; a late answer is one, whatever is said of being late."""

import pytest

from casework.checkins.answers import read
from casework.checkins.questions import bank
from casework.checkins.telling import without_asides
from casework.checkins.understanding import tells_of_more

TOLD = [
    ("they never said id be outside all day", "unexpected"),
    ("still there, just", "unexpected"),
    ("id like to do a forklift course", "progression"),
    ("bus never comes and im late every day", "getting_there"),
    ("im pregnant and scared to tell them", "job_at_risk"),
    ("they make me pay for uniform out my wages", "pay_wrong"),
    ("taking my tips", "pay_wrong"),
]
LATE = [
    ("Sorry late, been fine at work", "good"),
    ("late reply sorry all ok", "ok"),
    ("soz 4 the late reply im ok", "ok"),
    ("sorry late reply not good", "struggling"),
    ("sorry late for work again, bus broke down", "getting_there"),
]


@pytest.mark.parametrize(("said", "means"), [*TOLD, *LATE])
def test_it_is_read(said: str, means: str) -> None:
    assert read(bank().asked("week_1"), said) == means


@pytest.mark.parametrize("said", [one for one, means in TOLD if means != "unexpected"])
def test_help_beside_it_does_not_close_it_away(said: str) -> None:
    assert tells_of_more(said)


@pytest.mark.parametrize("said", ["can you ring me about my meeting", "is there a forklift course i would like to do?", "all good", "what help is there"])
def test_what_is_asked_of_us_is_no_answer(said: str) -> None:
    assert not tells_of_more(said)


def test_being_late_with_it_says_nothing() -> None:
    assert without_asides("late reply sorry") == without_asides("sorry, late reply") == ""


def test_tips_that_are_kept_are_no_trouble() -> None:
    assert read(bank().asked("week_1"), "i get to keep my tips") is None
