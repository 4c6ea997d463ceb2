"""A number, a title or the person's own words."""

import pytest

from casework.messaging import as_text
from casework.messaging.choosing import chosen

YES_NO = [{"title": "Yes", "text": "Yes, please"}, {"title": "I'm not sure", "text": "Not sure"}]
AGES = [{"title": "16 to 17", "text": "16 to 17"}, {"title": "Rather not say", "text": "Rather not say"}]


@pytest.mark.parametrize("said", ["1", " 1. ", "(1)", "1)", "no 1", "Option 1", "yes", "YES!", "1 yes", "1, Yes"])
def test_the_first(said: str) -> None:
    assert chosen(YES_NO, said) == "Yes, please"


@pytest.mark.parametrize("said", ["2", "im not sure", "I’m not sure", "2 im not sure."])
def test_the_second(said: str) -> None:
    assert chosen(YES_NO, said) == "Not sure"


@pytest.mark.parametrize("said", ["0", "3", "2 I can't go on", "1 2", "yes but not today", "2 yes", "12:30", ""])
def test_own_words(said: str) -> None:
    assert chosen(YES_NO, said) is None


def test_where_titles_hold_numbers_a_number_is_an_answer_of_its_own() -> None:
    assert chosen(AGES, "2") is None
    assert chosen(AGES, "rather not say") == "Rather not say"
    assert chosen(AGES, "16 to 17") == "16 to 17"


def test_nothing_was_offered() -> None:
    assert chosen([], "1") is None


def test_where_titles_are_numbers_in_words_it_is_too() -> None:
    many = [{"title": one, "text": one} for one in ("None", "One", "Two or more", "Not sure")]
    assert chosen(many, "1") is None
    assert chosen([*YES_NO, {"title": "Tell me if one comes free", "text": "Tell me"}], "3") == "Tell me"


@pytest.mark.parametrize(
    "title", ["Thursday 4 February at 9am", "Thursday 4 February 2027 at 9:30am", "dydd Iau 4 Chwefror 2027 am 9am", "Monday at midday"]
)
def test_times_are_chosen_by_number_whatever_their_year(title: str) -> None:
    offer = [{"title": title, "text": "That one"}, {"title": "Other times", "text": "Other times"}]
    assert as_text("Which one?", offer) == f"Which one?\n1 {title}\n2 Other times"
    assert chosen(offer, "1") == "That one"
