"""Hours and phones that others see, in the words people use; and a phone that answers by itself."""

import pytest

from casework.texts.control import is_automatic, order_of


@pytest.mark.parametrize(
    "said",
    [
        "SAFE only mornings", "safe hours 9-5", "can u only message wen im not at home", "text me when hes at work mon to fri",
        "i work nights so dont text in the day", "dont text me in the day",
    ],
)
def test_hours_are_told(said: str) -> None:
    assert order_of(said, quiet=False) == "safe"


@pytest.mark.parametrize("said", ["not weekends", "not at weekends please", "not in the mornings"])
def test_hours_are_told_without_being_asked(said: str) -> None:
    assert order_of(said, quiet=False) is None
    assert order_of(said, quiet=False, idle=True) == "safe_times"


@pytest.mark.parametrize("said", ["safe at home now", "safe from him", "text me when my payment arrives", "text me when you know", "not sure"])
def test_what_tells_no_hours(said: str) -> None:
    assert order_of(said, quiet=False, idle=True) is None


def test_a_day_with_a_meeting_is_no_part_of_the_day() -> None:
    assert order_of("dont text me in the day of my meeting", quiet=False) == "stop"


@pytest.mark.parametrize(
    "said", ["I am driving right now and will get back to you later. Sent automatically.", "Auto reply: I am out", "This is an automatic response"]
)
def test_a_phone_that_answers_by_itself_is_known_at_the_first(said: str) -> None:
    assert is_automatic(said)


@pytest.mark.parametrize(
    "said", ["is this an automatic reply?", "im driving right now ill be late", "i thought my form was sent automatically", "auto reply my foot?"]
)
def test_a_person_who_speaks_of_it_is_none(said: str) -> None:
    assert not is_automatic(said)


@pytest.mark.parametrize(
    "said",
    [
        "im no good in the mornings", "tuesday is no good", "mornings are not good", "friday no good",
    ],
)
def test_a_time_that_suits_no_meeting_is_none_for_texts(said: str) -> None:
    assert order_of(said, quiet=False, idle=True) is None


@pytest.mark.parametrize(
    "said",
    [
        "mornings are no good for texts", "evenings are not safe", "weekends are not good to contact me",
    ],
)
def test_a_time_that_suits_no_text_is_one(said: str) -> None:
    assert order_of(said, quiet=False, idle=True) == "safe_times"
