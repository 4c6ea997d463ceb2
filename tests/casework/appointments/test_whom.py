"""Whom of ours they would see, and whom not."""

import pytest

from casework.appointments.having import refused_worker
from casework.appointments.whom import speaks_of_own, unwanted, wanted

OURS = ["Joe Bloggs", "Amina Khan"]


@pytest.mark.parametrize(
    ("text", "name"),
    [("book with my own worker joe in person monday after 2", OURS[0]), ("can i see amina instead of joe", OURS[1]), ("my worker is Amina, can i see her", OURS[1]),
     ("want to meet Joe again thursday", OURS[0]), ("book one with amina", OURS[1]), ("Amina please", OURS[1])],
)
def test_whom_they_would_see(text: str, name: str) -> None:
    assert wanted(text, OURS) == name


@pytest.mark.parametrize("text", ["I don't want to see Joe, I want a woman", "anyone but joe", "rather not see joe", "can i see amina instead of joe", "make sure its not Joe please"])
def test_whom_they_would_not_see(text: str) -> None:
    assert unwanted(text, OURS) == [OURS[0]]
    assert wanted(text, OURS) != OURS[0]


@pytest.mark.parametrize("text", ["can i see amina instead of joe", "make sure its not Joe please", "as long as it is not with joe"])
def test_another_than_that_one(text: str) -> None:
    assert refused_worker(text, OURS)


@pytest.mark.parametrize("text", ["my name is joe", "i want to see someone", "joe", "not monday", "i saw joes ad"])
def test_other_words_name_nobody(text: str) -> None:
    assert wanted(text, OURS) is None
    assert unwanted(text, OURS) == []


@pytest.mark.parametrize("text", ["want to see my worker thursday", "i want to see my key worker", "book with my own worker"])
def test_their_own(text: str) -> None:
    assert speaks_of_own(text)
    assert not speaks_of_own("want to see a worker")
