"""Abuse at work, a child on the way, and that nobody is to know who told us, each in everyday words; and what only sounds so."""

import pytest

from casework.checkins import asks_back, news, told
from casework.checkins.outcomes import outcomes


@pytest.mark.parametrize(
    "said",
    [
        "boss is a right cow shouts at everyone", "still shouting at me called me stupid paki", "they call me names all day", "he told me to go back to my own country",
        "the lads call me a thick old bitch", "shes always screaming at us",
    ],
)
def test_abuse_is_seen_to_the_same_day(said: str) -> None:
    assert news(said) == "conflict"
    assert outcomes().outcomes["conflict"].days == 0


@pytest.mark.parametrize("said", ["my husband was shouting at me all night", "the agency called me about a stupid form", "nobody shouts at me here", "he called me at 8 to say well done"])
def test_no_abuse_at_work(said: str) -> None:
    assert news(said) != "conflict"


@pytest.mark.parametrize(
    "said",
    [
        "im pregnant", "yes a bit im pregnant and dont know if to tell them", "do they have to give me time off for scan", "hours they say i cant have time off for my scan",
        "im 12 weeks pregnant", "just found out im pregnant",
    ],
)
def test_a_child_on_the_way(said: str) -> None:
    assert news(said, "checkin_pay_hours_problem") == "pregnancy"


@pytest.mark.parametrize("said", ["my girlfriend is pregnant", "im not pregnant", "need time off for an mri scan", "i scan the parcels all day", "im happy she is pregnant"])
def test_no_child_of_theirs(said: str) -> None:
    assert news(said) != "pregnancy"


@pytest.mark.parametrize("said", ["dont say it was me", "please dont tell them i said anything", "will they know it was me", "keep my name out of it", "is this confidential"])
def test_nobody_is_to_know_who_told_us(said: str) -> None:
    assert asks_back(said) == "secret"


@pytest.mark.parametrize("said", ["dont tell me its over", "they dont say when i get paid", "do they know i start monday", "keep me out of trouble"])
def test_no_such_wish(said: str) -> None:
    assert asks_back(said) != "secret"


@pytest.mark.parametrize("said", ["will it mess up my universal credit", "1 but will i lose my housing benefit", "yes but what about my universal credit", "2 but will i lose my benefits"])
def test_what_they_get_is_asked_about_beside_an_answer(said: str) -> None:
    assert told.asks_of_benefits(said, bare=True)


@pytest.mark.parametrize("said", ["1 but they lost my timesheet", "yes but what about my wages", "2 not sure about my hours", "will i lose my tools"])
def test_other_questions_beside_an_answer(said: str) -> None:
    assert not told.asks_of_benefits(said, bare=True)


@pytest.mark.parametrize(("said", "answer"), [("1 but will i lose my housing benefit", "1"), ("will it mess up my universal credit", ""), ("yes but what about uc", "yes")])
def test_the_answer_before_it(said: str, answer: str) -> None:
    assert told.before_but(said) == answer


@pytest.mark.parametrize("said", ["so how do i tell u about my job", "how do i tell you i got a job"])
def test_how_to_tell_us_of_a_job(said: str) -> None:
    assert told.asks_how(said)


@pytest.mark.parametrize("said", ["how do i tell my boss about my job", "how do i tell the job centre", "how do i find a job", "how do i tell you about my job centre appointment"])
def test_other_things_to_tell(said: str) -> None:
    assert not told.asks_how(said)
