"""A job that is over, and one that may be lost, in any grammar; and hours that are fine though a no stands first."""

import pytest

from casework.checkins.answers import read
from casework.checkins.questions import bank
from casework.checkins.telling import troubles
from casework.checkins.understanding import news


@pytest.mark.parametrize(
    "said",
    ["ive packed it in", "packed in my job", "ive packed my job in", "packed the job in today", "chucked it in", "ive jacked in the job", "just packed it all in"],
)
def test_a_job_that_was_given_up_is_over(said: str) -> None:
    assert news(said) == "left"


@pytest.mark.parametrize(
    "said",
    ["packed in smoking", "packed it in smoking", "ive packed my lunch in", "they packed it in", "i havent packed it in", "will they sack him do u think", "i left him in may"],
)
def test_what_else_was_given_up_is_no_job(said: str) -> None:
    assert news(said) is None


@pytest.mark.parametrize(
    "said",
    [
        "not good no childcare next week and they gave me a last warning", "they gave me a final warning", "boss says its my last warning",
        "been put on a final written warning", "will they sack me do u think", "can they sack me for being ill", "do you think ill get the sack",
        "they might let me go", "are they going to sack me", "one more late and im out", "got a verbal warning at work", "theyre going to get rid of me", "boss will replace me", "been given one last chance",
    ],
)
def test_a_job_that_may_be_lost(said: str) -> None:
    assert news(said) == "job_at_risk"


@pytest.mark.parametrize(
    "said", ["got a final warning from my landlord", "a final warning for the gas bill", "last warning light came on in my car", "did they sack you", "my last chance to see it",
     "one more day and im done", "one more day and im gone on holiday", "one more time and im done with him", "had a verbal warning from police", "my son got a verbal warning at school",
     "landlord gave me written warning", "landlord is going to get rid of us", "boss will just replace me on the late shift so its fine", "its my last chance",
     "thats the last chance i had of getting a bus", "this is the last chance for the course"],
)
def test_other_warnings_are_of_no_job(said: str) -> None:
    assert news(said) != "job_at_risk"


@pytest.mark.parametrize(
    ("said", "means"),
    [
        ("no just late home from work. hours r fine", "good"),
        ("no hours are fine", "good"),
        ("nah hours are good just tired", "good"),
        ("no but hours are ok", "good"),
        ("no", "pay_wrong"),
        ("no its not fine", "pay_wrong"),
        ("no hours are fine but pay is wrong", "pay_wrong"),
        ("no my hours are all over the place", "pay_wrong"),
        ("they cut my hrs from 30 to 12", "hours_cut"),
        ("hours dropped from 40 to 16", "hours_cut"),
        ("no they cut my hours", "hours_cut"),
    ],
)
def test_fine_wins_where_it_is_said_of_the_hours(said: str, means: str) -> None:
    assert read(bank().questions["hours"], said) == means


@pytest.mark.parametrize(("said", "cut"), [("they have cut my hours", True), ("theyve cut my shifts", True), ("they havent cut my hours", False), ("good, boss didnt cut my hours", False)])
def test_hours_that_were_not_cut_are_no_trouble(said: str, cut: bool) -> None:
    assert [name for name, _ in troubles(said)] == (["hours_cut"] if cut else [])
