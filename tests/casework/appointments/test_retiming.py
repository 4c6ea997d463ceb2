"""While a name or a number is asked: another time for the meeting, why we ask, and what is neither."""

from uuid import uuid4

import pytest

from casework.appointments import BookingTalk, Step, asks_what_for, retimes
from casework.appointments.words.particulars import tells_nothing

ASKED = (Step.NAME, Step.NUMBER)


def talk(step: Step, format: str = "phone") -> BookingTalk:
    return BookingTalk(conversation_id=uuid4(), step=step, format=format, offered=[])


@pytest.mark.parametrize("step", ASKED)
@pytest.mark.parametrize(
    "text",
    ["in the afternoon please", "actually can we make it thursday", "sorry not friday", "make it 3pm instead", "an hour later", "a bit earlier pls",
     "can it be the morning instead", "the one before", "soz cant do monday", "same time next week"],
)  # fmt: skip
def test_another_time_is_heard(step: Step, text: str) -> None:
    assert retimes(talk(step), text)


@pytest.mark.parametrize("text", ["April", "my name is Dawn", "Jo", "Eve"])
def test_a_name_is_none(text: str) -> None:
    assert not retimes(talk(Step.NAME), text)


@pytest.mark.parametrize(
    "text",
    ["07700 900123 after 3", "07700 900", "i dont have a phone till friday", "ill send it tomorrow", "can i give it you later", "later",
     "my number is changing on monday", "0117 496 0123 mornings only"],
)  # fmt: skip
def test_a_number_is_none(text: str) -> None:
    assert not retimes(talk(Step.NUMBER), text)


def test_when_to_ring_is_none_where_we_do_not_ring_for_the_meeting() -> None:
    assert retimes(talk(Step.NUMBER), "ring me on friday instead")
    assert not retimes(talk(Step.NUMBER, "in_person"), "ring me on friday instead")
    assert retimes(talk(Step.NUMBER, "in_person"), "can we do friday instead")


def test_elsewhere_it_is_not_asked() -> None:
    assert not retimes(talk(Step.ADJUSTMENTS), "in the afternoon please")


@pytest.mark.parametrize(
    "text",
    ["what is it for", "why do you need my number", "wots it for", "what do you need it for", "why", "do i have to give it", "y u need my name",
     "what are you going to do with my number", "what will you use it for?", "how come"],
)  # fmt: skip
def test_why_we_ask_is_asked(text: str) -> None:
    assert asks_what_for(text)


@pytest.mark.parametrize("text", ["07700 900123", "its for my job", "why not", "what is the meeting for", "Jo", "why is it on monday", "what do i need for the interview"])
def test_it_is_another_question_or_none(text: str) -> None:
    assert not asks_what_for(text)


@pytest.mark.parametrize("text", ["yes this one", "yes please thank you", "the first one", "ok thats great thanks", "2", "that one pls"])
def test_it_names_nothing_that_would_help(text: str) -> None:
    assert tells_nothing(text)


@pytest.mark.parametrize("text", ["a quiet room", "yes my mum comes", "large print", "someone to talk for me", "yes a chair please", "ground floor"])
def test_it_names_what_would_help(text: str) -> None:
    assert not tells_nothing(text)
