"""A job that another has or lost, one that they said no to, and a payday told with relief."""

from datetime import date

import pytest

from casework.checkins import days, reporting, told
from casework.checkins.asking_back import asks_back

TODAY = date(2026, 12, 1)


@pytest.mark.parametrize("said", ["wife has found employment", "son got work at tesco", "my lad starts at asda monday", "husband started a new job today"])
def test_another_got_one(said: str) -> None:
    assert told.is_somebody_elses(said) == told.OTHERS
    assert not told.begins(said)


@pytest.mark.parametrize("said", ["daves job fell through", "Sarahs new job has fallen through", "my mates job fell through", "his job offer was withdrawn"])
def test_anothers_did_not_come(said: str) -> None:
    assert told.is_somebody_elses(said) == told.OTHERS_GONE
    assert not told.is_gone(said)


@pytest.mark.parametrize("said", ["the job fell through", "asdas job fell through", "xmas job fell through", "tescos job offer was withdrawn", "agency job fell through"])
def test_their_own_did_not_come(said: str) -> None:
    assert told.is_somebody_elses(said) is None
    assert told.is_gone(said)


@pytest.mark.parametrize("said", ["mate got me a job", "wife says i got a job", "husband found me work", "daves job fell through but i start monday"])
def test_theirs_beside_another_is_theirs(said: str) -> None:
    assert told.is_somebody_elses(said) is None
    assert not told.is_gone(said)


@pytest.mark.parametrize("said", ["Decided to turn it down", "turned it down in the end", "im not taking the job", "said no to it", "ive turned down the offer, too far"])
def test_they_said_no_to_it(said: str) -> None:
    assert reporting.over(said) == reporting.DECLINED


@pytest.mark.parametrize(
    "said", ["they turned me down", "should i turn it down", "turned down another job for this one", "not taking it seriously yet", "dont want to turn it down", "turned it down to 20 hours", "not sure", "no"]
)
def test_that_is_no_such_no(said: str) -> None:
    assert reporting.over(said) is None


@pytest.mark.parametrize(
    ("said", "day"), [("tomorrow and boy do i need it", date(2026, 12, 2)), ("friday and i really need the money", date(2026, 12, 4)), ("the 28th, god i need it", date(2026, 12, 28))]
)
def test_who_needs_it_says_the_day(said: str, day: date) -> None:
    assert reporting.says_plainly("first_payday", said)
    assert days.payday(said, TODAY, TODAY) == day


@pytest.mark.parametrize("said", ["need money for food tomorrow", "need to see someone tomorrow", "tomorrow but need a lift", "i need it by friday for rent"])
def test_who_needs_something_asks_for_it(said: str) -> None:
    assert not reporting.says_plainly("first_payday", said)


@pytest.mark.parametrize("said", ["Sorry, who's this? New phone", "new phone who is this", "who is this, i dont have this number saved", "whos this, lost all my contacts"])
def test_who_we_are_is_asked(said: str) -> None:
    assert asks_back(said) == "who"


@pytest.mark.parametrize("said", ["new phone, its dave", "who is this man at work", "my new phone is broke"])
def test_who_we_are_is_not_asked(said: str) -> None:
    assert asks_back(said) is None
