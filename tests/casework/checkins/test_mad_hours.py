"""Hours that are too much to bear are trouble too, beside other trouble and by themselves; the particular comes first."""

import pytest

from casework.checkins.answers import read
from casework.checkins.questions import bank
from casework.checkins.telling import troubles


def test_both_are_named_and_the_particular_is_what_it_comes_to() -> None:
    said = "it was good thanks but they havent paid my bus fare and the hours are mad"
    assert read(bank().asked("day_1"), said) == "not_paid"
    assert {name for name, _ in troubles(said)} == {"not_paid", "pay_wrong"}


@pytest.mark.parametrize("said", ["good but the rota is a joke", "hours are all over the place", "its ok but shifts are way too long", "ridiculous hours"])
def test_it_is_trouble_with_the_hours(said: str) -> None:
    assert read(bank().asked("day_1"), said) == "pay_wrong"


@pytest.mark.parametrize("said", ["hours are not bad", "hours are good", "hours are not too long"])
def test_hours_that_are_not_bad_are_none(said: str) -> None:
    assert [*troubles(said)] == []
