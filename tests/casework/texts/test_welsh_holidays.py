"""Away until a day, and any time, said in Welsh."""

import pytest

from casework.reading import in_english, reads_as_welsh
from casework.texts.control import order_of


@pytest.mark.parametrize("words", ["bydda i ar wyliau tan 14 Rhagfyr", "Bydda i ar wyliau tan ddydd Llun", "dwi i ffwrdd tan 14 rhagfyr"])
def test_away_until_a_day_is_a_pause_till_then(words: str) -> None:
    said = reads_as_welsh(words)
    assert said
    assert said.startswith("im on holiday until")
    assert order_of(said, quiet=False, idle=True) == "away"


@pytest.mark.parametrize("words", ["gallwch tecstio fi unrhyw bryd", "gallwch chi decstio fi unrhyw bryd"])
def test_any_time(words: str) -> None:
    assert in_english(words) == "text me any time"


@pytest.mark.parametrize("words", ["ble mae'r gwyliau", "ar wyliau gyda fy mam", "gallwch tecstio fy ngwraig"])
def test_other_words_are_not_guessed(words: str) -> None:
    assert in_english(words) is None
