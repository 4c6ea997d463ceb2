"""A "no" is an answer only where it is one: "no more shifts" and "they said no" answer nothing that was asked."""

import pytest

from casework.checkins.answers import read
from casework.checkins.questions import bank
from casework.checkins.telling import troubles

MISSING = [
    ("day_3", "worse now, they said no more shifts", "hours_cut"),
    ("day_3", "they told me theres no more hours for me", "hours_cut"),
    ("day_3", "no hours this week", "hours_cut"),
    ("day_3", "no bus after 6", "getting_there"),
    ("day_3", "no pay yet", "not_paid"),
    ("day_3", "its got worse, they keep moving me about", "struggling"),
    ("money", "no money", "money"),
]
READ_AS_NOTHING = [
    ("day_3", "no uniform yet"),
    ("day_3", "no rota, no contract"),
    ("day_3", "they said no to my day off"),
]
ANSWERS = [
    ("day_3", "no", "good"),
    ("day_3", "no everything is fine", "good"),
    ("day_3", "no, all as i thought", "good"),
    ("day_3", "no problems", "good"),
    ("day_3", "nope nothing", "good"),
    ("day_3", "no hours are fine", "good"),
    ("day_3", "no work is good", "good"),
    ("hours", "no", "pay_wrong"),
    ("hours", "no, rota is different", "pay_wrong"),
]


@pytest.mark.parametrize(("question", "said", "means"), [*MISSING, *ANSWERS])
def test_it_is_read_as_meant(question: str, said: str, means: str) -> None:
    assert read(bank().asked(question), said) == means


@pytest.mark.parametrize(("question", "said"), READ_AS_NOTHING)
def test_what_is_missing_is_never_good(question: str, said: str) -> None:
    assert read(bank().asked(question), said) != "good"


def test_that_it_is_worse_is_told_beside_the_hours() -> None:
    assert {name for name, _ in troubles("worse now, they said no more shifts")} == {"hours_cut", "struggling"}


@pytest.mark.parametrize("said", ["no worse than before", "could be worse"])
def test_no_worse_is_no_trouble(said: str) -> None:
    assert read(bank().asked("how_is_work"), said) != "struggling"
