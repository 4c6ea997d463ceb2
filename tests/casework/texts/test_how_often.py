"""How often we text is one order, a whole STOP another; and when the next check-in is."""

import pytest

from casework.texts import is_not, order_of

OFTEN = [
    "how do i change how often u text",
    "can you text me less often",
    "text me more often please",
    "text me less",
    "text me less please x",
    "stop texting me so much",
    "dont text me so often",
    "please don't send me so many messages",
    "i dont want so many texts",
    "fewer texts please",
    "only text me once a month",
    "can u text me every week",
    "text me now and then",
    "Text me the usual amount",
    "Text me as often as you can",
    "how often will you text me",
    "too many texts from you",
    "dont text me every day",
    "llai o negeseuon",
]
STOP = [
    "stop texting me",
    "stop texting me so much, in fact stop it",
    "text me less. STOP",
    "dont text me so much, leave me alone",
    "stop texting me every day leave me alone",
    "dont text me any more",
    "no more texts",
    "stop texting me at all, too many texts",
    "i dont want these texts",
    "I don't want texts. You text too much",
    "You text too much, stop texting me",
    "Stop texting. So much crap",
    "I dont want any texts. too many",
    "dont text me every day. dont text me ever",
    "leave me alone dont text me so much",
    "Stop texting me! Too much",
]
OTHER = ["text me more about the job", "can you send me more jobs", "my boss texts me too much", "i want more hours", "send me the usual form"]
NEXT = [
    "when is my next check in",
    "when's the next check-in",
    "when will you next text me",
    "when are you going to text me next",
    "what date is my next check in",
]


@pytest.mark.parametrize("said", OFTEN)
def test_how_often(said: str) -> None:
    assert order_of(said, quiet=False) == "often"


@pytest.mark.parametrize("said", STOP)
def test_a_stop_stays_one(said: str) -> None:
    assert order_of(said, quiet=False) == "stop"


@pytest.mark.parametrize("said", OTHER)
def test_no_order(said: str) -> None:
    assert order_of(said, quiet=False) is None


@pytest.mark.parametrize("said", NEXT)
def test_when_next(said: str) -> None:
    assert order_of(said, quiet=False) == "next_checkin"


def test_when_is_my_next_meeting_is_no_check_in() -> None:
    assert order_of("when is my next meeting", quiet=False) is None


def test_it_is_no_stop_where_the_assistant_thinks_so() -> None:
    assert is_not("stop", "dont text me so much")
