"""Texts at some times only are no STOP; and a STOP stays one, whatever times stand beside it."""

import pytest

from casework.texts.control import forbids, is_not, new_number, order_of

AT_TIMES = [
    "dont text me at night",
    "Don't text me after 6pm.",
    "dont text after 6pm",
    "please dont text me before 11",
    "stop texting me at night",
    "dont text me at work",
    "pls dont text me when i'm at work",
    "stop texting me at 3 in the morning",
    "dont text me on sundays",
    "dont text me on monday or tuesday",
    "dont text me at night any more",
    "do not text me between 9 and 5",
    "never text me after 9",
    "can you not text me at weekends",
    "no texts after 6",
    "no more texts at night",
    "i dont want texts at night",
    "stop the check ins at weekends",
    "dont contact me on mondays",
    "dont text me from monday to friday",
    "dont text me from 9 to 5",
    "dont text me after 8.30",
    "leave me alone at night",
    "only text me in the mornings",
    "only txt on weekdays",
    "not safe to text me at night, only 10 to 12 saturdays",
    "its not safe to text me",
    "text me any time",
    "my phone is shared with my brother",
    "i share my phone with my mum",
]
STOPS = [
    "dont text me",
    "stop texting me",
    "stop texting",
    "dont text me again",
    "dont text me any more",
    "dont text me at all",
    "dont ever text me",
    "no more texts",
    "STOP. dont text me at night",
    "dont text me at night. actually just dont text me",
    "dont text me at night or any time",
    "dont text me at work or at all",
    "dont text me at night or ever",
    "dont text me night or day",
    "dont text me morning noon or night",
    "stop texting me in the night, leave me alone",
    "stop texting me at night or in the day just stop",
    "dont text me at weekends, unsubscribe me",
    "you text me at 3 in the morning, stop",
    "im sick of texts at night, stop",
    "stop sending me stuff at 8 in the morning, stop sending it full stop",
    "can you not text me at work my boss checks phones, just dont send any",
    "my ex has this phone some days so dont text it",
    "dont text me on my mobile",
    "stop texting me on this number",
    "no texts please",
    "sunday no texts",
    "Do not text me at night or in the day",
    "stop texting me night and day",
    "dont text me at night or during the day",
    "stop texting me from monday",
    "No more texts after 5 may",
    "no more texts after 5/5/2027",
    "Stop texting me. At night I sleep",
]


@pytest.mark.parametrize("said", AT_TIMES)
def test_times_are_no_stop(said: str) -> None:
    assert order_of(said, quiet=False) in ("safe", "at_work")


@pytest.mark.parametrize("said", STOPS)
def test_a_stop_beside_times_is_a_stop(said: str) -> None:
    assert order_of(said, quiet=False) == "stop"
    assert not is_not("stop", said)


@pytest.mark.parametrize("said", ["dont text me at night", "no texts at weekends"])
def test_what_the_assistant_took_for_a_stop_is_none_at_some_times(said: str) -> None:
    assert is_not("stop", said)


@pytest.mark.parametrize("said", ["no texts until friday", "stop texts until friday", "stop the check ins till monday"])
def test_until_a_day_is_a_pause(said: str) -> None:
    assert order_of(said, quiet=False) in ("pause", "pause_until")


@pytest.mark.parametrize("said", ["dont stop texting me at night", "can i share my phone bill with you", "you can text me after 5"])
def test_neither(said: str) -> None:
    assert order_of(said, quiet=False) is None


@pytest.mark.parametrize("said", ["dont text me after 6", "stop texting me so much", "no more texts at night"])
def test_in_danger_nothing_is_another_matter(said: str) -> None:
    assert order_of(said, quiet=False, whole=True) == "stop"


@pytest.mark.parametrize(
    ("said", "so"),
    [
        ("dont text me after 6", True),
        ("its not safe to text me", True),
        ("stop texting me at work", True),
        ("only text me after 6", False),
        ("SAFE", False),
        ("my phone is shared dont put my name", False),
        ("text me any time", False),
    ],
)
def test_what_forbids_texts(said: str, so: bool) -> None:
    assert forbids(said) is so


def test_times_alone_are_an_order_only_while_nothing_is_asked() -> None:
    for said in ("only 10 to 12 on saturdays", "only mornings", "please only after 3"):
        assert order_of(said, quiet=False, idle=True) == "safe_times"
        assert order_of(said, quiet=False) is None
    assert order_of("only messing", quiet=False, idle=True) is None


@pytest.mark.parametrize(
    "said",
    [
        "hi its lou, new number",
        "this is my new number",
        "ive changed phone its sam here",
        "new sim",
        "Hi this is Sam on a new phone",
        "lost my phone, new number now",
        "changed my number",
        "I've got a different number",
        "please use this number from now on",
        "my old number was 07700 900123",
        "hi its lou on my new number",
    ],
)
def test_a_new_number(said: str) -> None:
    assert new_number(said) == "My number has changed"


@pytest.mark.parametrize(
    "said",
    [
        "i need a new phone",
        "can you help me get a new phone",
        "what is the new number for the job centre",
        "have you got a new number",
        "i have a new phone same number",
        "new phone contract is too dear",
        "my boss has a new number",
        "this is my new job",
        "i changed my mind",
        "i got my phone back",
        "my phone is broken",
        "number 3",
        "hi its lou on my new number, im running late for 10am",
        "ive changed phone. can i move my meeting to friday",
        "ive got a new phone please cancel thursday",
        "new number, im late",
        "its sam on my new phone, dont text the old one",
        "new number. hes got my old phone",
    ],
)
def test_no_new_number(said: str) -> None:
    assert new_number(said) is None


@pytest.mark.parametrize("said", ["i can do mornings only", "im free mornings only", "we can do weekends only"])
def test_what_may_be_of_work_is_no_time_for_texts(said: str) -> None:
    assert order_of(said, quiet=False, idle=True) is None


@pytest.mark.parametrize("said", ["actually text any time is ok i keep it on silent", "no i mean u can text me any time of day", "change my times to any time", "set my text times to mornings"])
def test_other_times_are_wished_for(said: str) -> None:
    assert order_of(said, quiet=False) == "safe"


@pytest.mark.parametrize("said", ["change my time to tuesday", "change my hours to 16", "you can text me whenever you find a job", "text me any time but not after 6 stop"])
def test_other_wishes(said: str) -> None:
    assert order_of(said, quiet=False) != "safe"
