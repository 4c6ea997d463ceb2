"""That it goes better, with what made it so: a good answer, unless anything in it may be trouble."""

import pytest

from casework.checkins import answers
from casework.checkins.questions import bank


def read(words: str) -> str | None:
    return answers.read(bank().questions["how_is_work"], words)


@pytest.mark.parametrize(
    "words",
    [
        "better thanks, doctor gave me tablets",
        "much better now",
        "loads better",
        "a lot better than last week",
        "gettin better every day",
        "its better cos the new manager is nice",
        "better since i moved to days",
        "never been better",
        "on the mend ta",
        "good thanks, my sister is helping with the kids",
        "good, i've got a new bike",
        "good, doctor gave me tablets",
        "mae'n well diolch",
        "dw i'n teimlo'n well",
        "llawer gwell",
    ],
)
def test_it_is_good(words: str) -> None:
    assert read(words) == "good"


@pytest.mark.parametrize("words", ["getting there", "not bad at all", "ok thanks my sister has the kids", "not too bad thanks, new boots helped"])
def test_it_is_all_right(words: str) -> None:
    assert read(words) == "ok"


@pytest.mark.parametrize("words", ["no better", "not getting better", "not any better yet", "ddim yn well", "doesnt get better"])
def test_no_better_is_not_good(words: str) -> None:
    assert read(words) == "struggling"


@pytest.mark.parametrize(
    "words",
    [
        "better off dead",
        "everyone would be better off without me",
        "would be better if they paid me",
        "hope it gets better",
        "better pay would help",
        "i had better days",
        "it was better before",
        "my mum is better",
        "better than nothing",
        "better late than never",
        "better now my boss has been sacked",
        "good since i left",
        "good thanks got my P45",
        "good thanks for nothing",
        "good thanks, when is my meeting",
        "good thanks i need help with rent",
        "no better place to work",
    ],
)
def test_of_the_rest_nothing_is_guessed(words: str) -> None:
    assert read(words) is None


@pytest.mark.parametrize(("words", "trouble"), [("better but still not paid", "not_paid"), ("good thanks my hours are cut", "hours_cut")])
def test_trouble_beside_it_counts(words: str, trouble: str) -> None:
    assert read(words) == trouble
