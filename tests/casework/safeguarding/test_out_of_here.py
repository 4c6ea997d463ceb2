"""Who asks to be got out of where they are may be in danger there: it is no STOP. Out of our list, and off it, is one."""

import pytest

from casework.safeguarding import read
from casework.texts.control import order_of

DANGER = [
    "Please get me out of here", "get me out of here", "take me out of here", "get us out of there", "get me out of here now please", "please help get me out of here",
    "can someone get me out of here", "help me get out of here", "get me outta here", "get us out of this house", "please come and get me out of here", "take me away from here",
]
NEITHER = [
    "get me out of this", "get me out of this job", "get me out of this contract", "get me out of this meeting", "get me out of debt", "out of this contract", "take me out of this group",
    "get me out of here lol", "im a celebrity get me out of here", "anything to get me out of the house",
]
STOP = [
    "get me off this", "get me off here", "take me off your system", "take us off this list", "get me out of your list", "take me out of your system", "take us out of these texts",
    "remove me from this", "delete me from here", "remove my name from your books",
]


@pytest.mark.parametrize("words", DANGER)
def test_who_is_to_be_got_out_may_be_in_danger(words: str) -> None:
    found = read(words)
    assert found
    assert (found.class_, found.priority, found.voice) == ("abuse", "P1", "self")


@pytest.mark.parametrize("words", DANGER + NEITHER)
def test_it_is_no_stop(words: str) -> None:
    assert order_of(words, quiet=False, idle=True) is None


@pytest.mark.parametrize("words", NEITHER + STOP)
def test_of_a_job_of_a_list_or_in_jest_it_is_no_danger(words: str) -> None:
    assert read(words) is None


@pytest.mark.parametrize("words", STOP)
def test_of_our_list_it_is_a_stop(words: str) -> None:
    assert order_of(words, quiet=False) == "stop"
