"""Words of every day that only sound like the end of a job, and numbers that count something: no job ends by them."""

import pytest

from casework import safeguarding
from casework.checkins.answers import read
from casework.checkins.outcomes import outcomes
from casework.checkins.questions import bank
from casework.checkins.telling import takes_leaving_back
from casework.checkins.understanding import news

LOST = "checkin_lost_job"
EVERYDAY = [
    "finished for the day, good shift",
    "just finished work knackered",
    "shift ended, talk later",
    "left my phone at work sorry good",
    "left early today not well",
    "boss has left",
    "my manager has quit",
    "my mate got sacked",
    "she was made redundant",
    "might get laid off after xmas",
    "scared ill get sacked",
    "i lost my job card",
    "lost my work boots",
    "left work early today",
    "left for work now",
    "i left my keys at yours",
    "finished my training",
    "just left",
    "ive left",
    "i finished work",
    "might just end it",
]
NUMBERED = [
    "soz 4 l8 reply its gd",
    "4 real its great",
    "4 days in and loving it",
    "4 more shifts this week",
    "4 of the lads have left",
    "4 its great",
]
OVER = [
    "got sacked mate",
    "got sacked today",
    "i got the sack and my mate got sacked too",
    "they let me go",
    "i lost my job",
    "lost my job and my phone",
    "finished me today",
    "i quit my job",
    "ive left my job",
    "been laid off",
    "walked out",
    "they gave me my cards",
    "left",
    "I have left",
    "4",
    "4 got sacked",
]


@pytest.mark.parametrize("said", EVERYDAY)
def test_no_job_ends_by_everyday_words(said: str) -> None:
    for found in (read(bank().asked("week_1"), said, LOST), news(said, LOST)):
        assert found is None or not outcomes().outcomes[found].ends


@pytest.mark.parametrize("said", NUMBERED)
def test_no_job_ends_by_a_number_that_words_speak_against(said: str) -> None:
    found = read(bank().asked("week_1"), said, "checkin_going_well")
    assert found is None or not outcomes().outcomes[found].ends


@pytest.mark.parametrize("said", OVER)
def test_a_job_that_is_plainly_over_ends(said: str) -> None:
    assert read(bank().asked("week_1"), said, LOST) == "left"


@pytest.mark.parametrize("said", ["just left", "ive left", "i finished work"])
def test_who_may_mean_either_is_asked(said: str) -> None:
    assert news(said, LOST) == "maybe_left"
    asked = bank().asked(outcomes().outcomes["maybe_left"].asks or "")
    assert [read(asked, one) for one in ("1", "no", "yes", "2")] == ["said", "said", "left", "left"]


@pytest.mark.parametrize(
    "said", ["might get laid off after xmas", "my manager said if i go off sick again ill be sacked"]
)
def test_a_job_that_may_be_lost_is_a_persons_matter(said: str) -> None:
    assert news(said, LOST) == "job_at_risk"


@pytest.mark.parametrize(
    ("said", "question"), [("3 days off then back in, good", "week_1"), ("2moro is my first day", "day_before")]
)
def test_a_number_that_counts_is_no_answer(said: str, question: str) -> None:
    assert read(bank().asked(question), said) not in ("struggling", "no_plan", "left")


@pytest.mark.parametrize(
    "said", ["no i meant i left the house lol", "i meant ive left for work", "not the job, the house"]
)
def test_what_was_not_meant_puts_the_job_back(said: str) -> None:
    assert takes_leaving_back(said)


def test_it_is_not_put_back_by_saying_it_again() -> None:
    assert not takes_leaving_back("i meant i left the job")


def test_danger_comes_first() -> None:
    assert safeguarding.read("i might just end it")
