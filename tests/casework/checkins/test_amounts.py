"""How much somebody says it is, in place of the choice; and that there is nothing in, which is no "no"."""

import pytest

from casework.checkins.answers import is_choice, read
from casework.checkins.questions import bank

MONEY = bank().questions["money"]
LOT = ["lots", "loads", "quite a lot", "yes loads", "tons", "so much", "a lot tbh", "quite a bit", "lots mate", "yeah big time"]
BIT = ["bit", "a little", "a little bit", "yeah a bit", "just a tad", "only slightly", "bit yeah", "a wee bit"]
NONE = ["not really", "nah not much", "nope not really", "not a lot", "not much tbh", "no more than usual", "no not at all"]
EMPTY = [
    "nothing in",
    "no nothing in",
    "no nothing in the cupboards",
    "nowt in",
    "cupboards are bare",
    "a lot, nothing in the fridge",
    "nothing in til friday",
    "no theres no food in",
    "nothing to eat here",
]


@pytest.mark.parametrize(("words", "means"), [*((one, "money") for one in LOT), *((one, "money_bit") for one in BIT), *((one, "good") for one in NONE)])
def test_it_is_the_choice(words: str, means: str) -> None:
    assert (read(MONEY, words), is_choice(MONEY, words)) == (means, True)


@pytest.mark.parametrize(("words", "means"), [("loads", "struggling"), ("just a bit", "unexpected"), ("not really", "good")])
def test_so_it_is_of_the_job(words: str, means: str) -> None:
    assert read(bank().questions["day_3"], words) == means


@pytest.mark.parametrize("words", ["not a bit", "lots of love", "thanks a lot", "a bit of help with the bus", "loads better", "much obliged", "not much sleep"])
def test_what_only_sounds_like_it_is_no_choice(words: str) -> None:
    assert not is_choice(MONEY, words)


@pytest.mark.parametrize("words", EMPTY)
@pytest.mark.parametrize("asked", [MONEY, bank().follow_ups["food_heat"]])
def test_nothing_in_is_no_food(words: str, asked: object) -> None:
    assert read(asked, words) == "no_food_heat"  # type: ignore[arg-type]


@pytest.mark.parametrize("words", ["nothing to worry about", "no nothing", "nothing in particular", "no nothing in arrears", "plenty of food in", "theres nothing in it"])
def test_other_nothings_are_no_hunger(words: str) -> None:
    assert read(MONEY, words) != "no_food_heat"
