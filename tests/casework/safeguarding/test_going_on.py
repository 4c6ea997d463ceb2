"""Who cannot go on is in danger, however little more is said; who cannot go on Friday is busy."""

import pytest

from casework.safeguarding import read


@pytest.mark.parametrize("words", ["i said i cant go on", "3 i said i can't go on", "cant carry on", "i cant go on like this. meeting tuesday?", "3 I can't go on", "3 cant go on tbh manager screamed at me all day", "i did mean it, cant go on", "i cant carry on at all", "cant carry on it hurts too much"])
def test_who_cannot_go_on(words: str) -> None:
    found = read(words)
    assert found
    assert (found.class_, found.priority) == ("suicide_indirect", "P1")


@pytest.mark.parametrize("words", ["sorry i cant go on friday. my bus", "i cant go on wednesday", "i cant go on the 5th", "i cant go on holiday", "we can't carry on with the form today", "3 cant go on thursday"])
def test_who_cannot_go_on_some_day(words: str) -> None:
    assert read(words) is None
