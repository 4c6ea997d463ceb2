"""Trouble told in words is trouble, however mild the number or the first word beside it; all of it is named."""

import pytest

from casework.checkins.answers import read
from casework.checkins.questions import bank
from casework.checkins.telling import troubles

TOLD = [
    ("2 - ok but rent is 2 months behind and my manager keeps cutting my shifts", "hours_cut", {"money", "hours_cut"}),
    ("2 ok but im behind with the council tax", "money", {"money"}),
    ("1 but we owe 3 months rent", "money", {"money"}),
    ("2 mortgage is three weeks overdue", "money", {"money"}),
    ("1 but shifts keep getting cancelled", "hours_cut", {"hours_cut"}),
    ("2 they keep giving me fewer hours", "hours_cut", {"hours_cut"}),
    ("2. boss is taking my weekend shifts off me", "hours_cut", {"hours_cut"}),
]
NO_TROUBLE = [
    "1 taking extra shifts",
    "1 boss gives me my shifts early",
    "1 im not behind on my rent any more",
    "1 rent is all paid",
    "2 they gave me more hours",
]


@pytest.mark.parametrize(("said", "means", "all_of_it"), TOLD)
def test_it_is_trouble_and_all_of_it_is_named(said: str, means: str, all_of_it: set[str]) -> None:
    assert read(bank().asked("week_1"), said) == means
    assert {name for name, _ in troubles(said)} == all_of_it


@pytest.mark.parametrize("said", NO_TROUBLE)
def test_what_sounds_like_it_is_none(said: str) -> None:
    assert [*troubles(said)] == []
