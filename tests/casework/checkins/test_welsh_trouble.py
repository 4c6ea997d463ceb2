"""Trouble told in Welsh, and words that lean to Welsh and are no English."""

import pytest

from casework.checkins import answers
from casework.checkins.questions import bank
from casework.reading import leans_to_welsh


@pytest.mark.parametrize(
    ("words", "trouble"),
    [
        ("dw i ddim wedi cael fy nhalu", "not_paid"),
        ("heb gael cyflog", "not_paid"),
        ("2 mae'r bos yn gas", "conflict"),
        ("mae fy rheolwr yn bwlio fi", "conflict"),
    ],
)
def test_it_is_read(words: str, trouble: str) -> None:
    assert answers.read(bank().questions["how_is_work"], words) == trouble


@pytest.mark.parametrize("words", ["dydy'r bos ddim yn gas", "the gas is off", "paid yn barod"])
def test_what_is_none_is_not(words: str) -> None:
    assert answers.read(bank().questions["how_is_work"], words) not in ("conflict", "not_paid")


def test_what_stands_beside_a_number_unread() -> None:
    question = bank().questions["how_is_work"]
    assert not answers.is_read_whole(question, "2 mae'r lle yn rhyfedd")
    assert answers.is_read_whole(question, "2")
    assert answers.is_read_whole(question, "3 not paid")


@pytest.mark.parametrize("words", ["2 mae'r bos yn gas", "2 dim digon o oriau", "sefyllfa ofnadwy yn y gwaith"])
def test_it_leans_to_welsh(words: str) -> None:
    assert leans_to_welsh(words)


@pytest.mark.parametrize("words", ["the boss is a dick", "ok diolch", "man o man", "mae is my boss", "pay day ar friday"])
def test_it_does_not(words: str) -> None:
    assert not leans_to_welsh(words)
