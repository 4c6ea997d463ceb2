"""What is told of a job at the questions of who somebody is: kept for the job, and never taken for a no."""


import pytest

from casework.checkins import early

STEPS = ["code", "name", "consent", "safe"]


@pytest.mark.parametrize("step", STEPS)
@pytest.mark.parametrize(
    "words",
    [
        "no wait its thursday i start",
        "no i start thursday not wednesday",
        "sorry i meant i start on monday",
        "started today",
        "i get paid every friday",
        "paid weekly on fridays",
        "actually payday is the 28th",
        "no i start tomorrow",
    ],
)
def test_it_is_of_the_job(step: str, words: str) -> None:
    assert early.is_said_early(step, words)


@pytest.mark.parametrize("words", ["every friday", "fridays weekly", "no its thursday", "end of the month", "oh wait thursday"])
def test_a_day_alone_is_too_where_no_times_are_asked_for(words: str) -> None:
    assert (early.is_said_early("consent", words), early.is_said_early("code", words)) == (True, True)


@pytest.mark.parametrize("words", ["no", "no thanks", "nope dont keep it", "yes", "yes i start thursday", "why", "dont text me", "2", "they never paid me"])
def test_an_answer_is_none_of_it(words: str) -> None:
    assert not any(early.is_said_early(step, words) for step in STEPS)


@pytest.mark.parametrize(("step", "words"), [("safe", "every friday"), ("safe", "not before i start at 9"), ("safe", "after 6 when im paid"), ("name", "Dan"), ("name", "April"), ("name", "Sun Li")])
def test_times_and_names_are_none_of_it(step: str, words: str) -> None:
    assert not early.is_said_early(step, words)


@pytest.mark.parametrize("words", ["every friday", "fridays weekly", "i get paid on the 28th"])
def test_a_payday_is_no_first_day(words: str) -> None:
    assert (early.is_payday(words), early.is_first_day(words)) == (True, False)
