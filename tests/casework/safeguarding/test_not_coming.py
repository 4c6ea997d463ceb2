"""Who only says that they do not come to a meeting is in no danger for that; one word more is read as ever."""

import pytest

from casework.appointments.words.not_coming import will_not_be_there
from casework.safeguarding import read

NOT_COMING = [
    "i wont be coming",
    "I won't be coming in",
    "sorry i wont be coming",
    "i wont be coming to it",
    "wont be coming to the group sorry",
    "i cant come to the group",
    "I can't come",
    "im not coming to the workshop",
    "i wont be able to come",
    "i will not be there",
]
DANGER = [
    "i wont be coming back",
    "i wont be coming home",
    "i wont be coming again",
    "i wont be here",
    "i wont be around",
    "you wont see me again",
    "i wont be coming. goodbye",
    "goodbye i wont be coming",
    "i have had enough. i wont be coming",
    "i wont be coming because i want to die",
    "i wont be there for my kids",
    "i wont be there and nobody will care",
    "i cant come he wont let me out",
    "i cant come because he hits me",
]


@pytest.mark.parametrize("words", NOT_COMING)
def test_who_does_not_come_and_says_no_more_is_in_no_danger(words: str) -> None:
    assert will_not_be_there(words)
    assert read(words) is None


@pytest.mark.parametrize("words", DANGER)
def test_what_is_said_beside_it_is_read(words: str) -> None:
    found = read(words)
    assert found
    assert found.priority in ("P0", "P1")


@pytest.mark.parametrize("words", ["i cant come on monday can we do friday", "my mum wont be coming", "are you coming", "i cant make ends meet", "i cant come off the drink", "not coming to terms with it"])
def test_what_is_of_no_meeting_is_not(words: str) -> None:
    assert not will_not_be_there(words)
