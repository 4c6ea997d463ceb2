"""Which short words are Welsh, and which are not."""

import pytest

from casework.reading.language import is_welsh


@pytest.mark.parametrize(
    "text",
    ["faint o'r gloch mae fy nghyfarfod", "dwi'n mynd i golli fy swydd", "dwi'n dechrau gweithio dydd Llun", "heb gael fy nhalu", "mae'r bws yn hwyr bob dydd", "mae'r bòs yn gas"],
)  # fmt: skip
def test_short_welsh_is_welsh(text: str) -> None:
    assert is_welsh(text)


@pytest.mark.parametrize("text", ["k i l l  m y s e l f", "a b c d", "I'm on my way", "can u call me", "", "07700 900123", "plan b then", "the then this that"])
def test_other_words_are_not(text: str) -> None:
    assert not is_welsh(text)
