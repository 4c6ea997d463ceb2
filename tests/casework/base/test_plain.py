"""Words as they are compared."""

import pytest

from casework.base.plain import bare_words, plain


@pytest.mark.parametrize(
    ("text", "words"),
    [("Don't, PLEASE!", "dont please"), ("it’s 3.", "its 3"), ("stop_texting", "stop texting"), ("Tŷ", "tŷ"), ("?!", "")],
)
def test_case_and_marks_are_nothing(text: str, words: str) -> None:
    assert plain(text) == words


@pytest.mark.parametrize("text", ["Tŷ bach", "TY\u0302 bach", "ty bach."])
def test_nor_are_accents_where_none_count(text: str) -> None:
    assert bare_words(text) == ("ty", "bach")
