"""Somebody close has died, or a job was for a time only; and what only sounds like it."""

import pytest

from casework.checkins import answers, news, told
from casework.checkins.outcomes import outcomes
from casework.checkins.questions import bank


@pytest.mark.parametrize(
    "said",
    [
        "my mum died so im off", "had to bury my dad this week", "my nan passed away", "lost my nan last week", "sorry my lovely grandad died on sunday", "funeral on friday so im off work",
        "im at my uncles funeral", "my brother has just died", "we lost our baby", "mae fy mam wedi marw", "had a bereavement",
    ],
)
def test_a_death_is_for_a_person(said: str) -> None:
    assert news(said) == "bereaved"
    assert outcomes().outcomes["bereaved"].task


@pytest.mark.parametrize("said", ["1 but my mum died", "good thanks but my nan passed away", "3 my dad died", "ok my mate died on saturday"])
def test_beside_an_answer_it_is_never_good(said: str) -> None:
    assert answers.read(bank().questions["how_is_work"], said) == "bereaved"


@pytest.mark.parametrize(
    "said",
    [
        "my phone died", "my car died on the way", "my mum nearly died laughing", "my mum passed her driving test", "my boss is dead nice", "my mum is dead proud", "lost my mum in the shop",
        "got a job at a funeral home", "i lost my friends number", "my dad died when i was 12", "how do i get bereavement support payment", "lost my baby sitter",
    ],
)
def test_nobody_has_died(said: str) -> None:
    assert news(said) != "bereaved"


@pytest.mark.parametrize(
    "said",
    [
        "its only temp, ends friday 18 dec", "ok but its temporary til xmas", "my contract ends on 18 dec", "its agency and finishes next week", "the job finishes at christmas",
        "its a temp job just for 3 weeks", "im only there til xmas",
    ],
)
def test_a_job_that_ends(said: str) -> None:
    assert news(said, "checkin_lost_job") == "temporary"


@pytest.mark.parametrize(
    "said",
    [
        "its a temp job", "my shift ends on friday", "work finishes at 5 on friday", "it was temp but now its permanent", "they extended my contract til june", "the agency are useless",
        "my temp was 39 until friday", "agency rang me", "my sick note ends friday", "im at work til friday",
    ],
)
def test_no_job_that_ends(said: str) -> None:
    assert news(said) != "temporary"


def test_news_of_a_job_for_a_time_is_news_of_a_job() -> None:
    assert told.begins("got a temp job at asda start monday, ends 24 dec")
    assert not told.begins("my contract ends friday need a new job")
