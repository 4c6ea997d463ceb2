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
    "how many texts will i get",
    "how many messages do you send",
    "how often will i get texts",
    "how often am i getting texted",
    "can i change how often you text me",
    "can i choose how many texts i get",
    "how do i reduce how much you message me",
    "you text me too much",
    "u are texting me way too often",
    "why do you text me so much its doing my head in",
    "these texts are too frequent",
    "you send me too many of these messages",
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
NOT_OFTEN = [
    "So much going on, can you text me my appointment",
    "I owe so much money, text me please",
    "too many bills and no money please message me",
    "I am in so much pain. please text me",
    "how much will I get paid? can you text me",
    "how much is universal credit, please text me the amount",
    "how many hours can i work? message me back",
    "how often is the bus and can you text me the times",
    "thanks so much for texting me",
    "thank you so much for the texts",
    "thanks so much for your message",
    "can you text me, too much to take in",
    "please text me. so much has happened",
    "text me please, too many people here to talk",
    "message me, so many questions",
    "i have too many debts. can someone text me",
    "i worry so much i cant sleep, please text",
    "i miss my mum so much. can u text me",
    "my rent is too much, send me the form",
    "too much noise at work, can i have my next text later",
    "how do i change how much rent i pay",
    "how can i reduce how much i owe, please text me",
    "how do i change how many hours i do, you said to ask",
    "how much notice do i give, i got your text",
    "how many jobs are there, contact me",
    "that much? send me it in writing",
    "i drink too much. message me when you can",
    "how much do i get paid, will you text me",
    "text me less money came in this month",
]
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


@pytest.mark.parametrize("said", NOT_OFTEN)
def test_much_of_other_things_is_not_how_often(said: str) -> None:
    assert order_of(said, quiet=False) != "often"


@pytest.mark.parametrize("said", NEXT)
def test_when_next(said: str) -> None:
    assert order_of(said, quiet=False) == "next_checkin"


def test_when_is_my_next_meeting_is_no_check_in() -> None:
    assert order_of("when is my next meeting", quiet=False) is None


def test_it_is_no_stop_where_the_assistant_thinks_so() -> None:
    assert is_not("stop", "dont text me so much")
