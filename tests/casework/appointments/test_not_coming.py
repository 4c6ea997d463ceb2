"""That they will not be there, or need the meeting no more."""

import pytest

from casework.appointments.words.not_coming import (
    beside_not_coming,
    cannot_come,
    has_second_thoughts,
    will_not_be_there,
)
from casework.appointments.words.particulars import keeps


@pytest.mark.parametrize(
    "text",
    [
        "not gonna make it friday soz", "not coming to the group any more", "i cant make it any more", "i wont be there", "not coming",
        "dont need the appointment anymore thanks", "kid is ill i cant come thursday", "sorry im not going to be there", "Can’t come now",
        "car broke cant make it", "i don't need it any more", "no longer coming", "i wont be coming sorry", "i have to pull out",
        "i cant make tuesday sorry", "dont want my slot any more",
    ],
)  # fmt: skip
def test_who_does_not_come_says_so(text: str) -> None:
    assert will_not_be_there(text)
    assert keeps(text) is False


@pytest.mark.parametrize(
    "text",
    [
        "my mum cant come", "the bus isnt coming", "my money is not coming", "cant come at 10 can we do 11",
        "what if i cant come", "i cant make it to work", "cant come to the phone", "she wont be there", "i'll be there", "no thanks",
        "i cant come to the hospital appointment", "i dont want to be a burden", "i wont be late", "i need it", "i cant make sense of it",
        "im not coming alone", "i cant come up the stairs", "no im not coming with anyone", "not coming by bus, can you move it", "i cant come thursday but friday is ok",
    ],
)  # fmt: skip
def test_what_is_no_word_of_not_coming(text: str) -> None:
    assert not will_not_be_there(text)


@pytest.mark.parametrize(
    "text",
    ["police wont come", "the ambulance wont come", "i cant make it stop", "i cannot make it through", "i cant make it any longer", "jobcentre cant make it",
     "the interpreter isnt coming", "the paramedics wont come", "the doctor cant come", "no help, nobody wont come", "anyone cant come", "my wheelchair wont be there",
     "i cant make it through the night", "i wont make it through", "i cant make it better", "i cant make it work", "i cannot make it up to her"],
)  # fmt: skip
def test_somebody_or_something_else(text: str) -> None:
    assert not will_not_be_there(text)
    assert not cannot_come(text)


@pytest.mark.parametrize("text", ["i have to drop out of college", "i have to drop out of uni this year", "i want to pull out of the deal", "going to drop out of the course"])
def test_out_of_something_else(text: str) -> None:
    assert not will_not_be_there(text)


@pytest.mark.parametrize("text", ["i have to pull out sorry", "need to drop out of the group", "got to drop out of my meeting tomorrow", "i cant make it friday, the interpreter isnt free",
     "going to have to pull out sorry im ill", "i have to pull out as i have a job", "have to pull out of my appointment on friday at 3", "cant make it work called me in",
     "sorry wont make it work want me in", "i cant make it up there tomorrow", "i cant make it better do it next week", "cant make it through the snow today", "sorry im at the gp cant make it",
     "im with the nurse wont be there", "waiting for an ambulance cant come", "i rang the police cant come today", "got no help cant come", "no wheelchair cant come"])
def test_out_of_ours(text: str) -> None:
    assert will_not_be_there(text)


@pytest.mark.parametrize("text", ["i cant make it, can i come friday", "sorry wont be there my kid is ill", "cant come"])
def test_that_they_cannot_come_beside_something_else(text: str) -> None:
    assert cannot_come(text)


def test_the_day_is_left() -> None:
    assert beside_not_coming("kid is ill i cant come thursday") == "kid is ill i thursday"


@pytest.mark.parametrize(
    ("text", "kept"), [("keep it", True), ("no", True), ("yes", False), ("i cant come but keep it", True), ("ive changed my mind about the meeting", None)]
)
def test_asked_whether_to_call_it_off(text: str, kept: bool | None) -> None:
    assert keeps(text) is kept


def test_second_thoughts() -> None:
    assert has_second_thoughts("ive changed my mind about the meeting")
    assert not has_second_thoughts("i dont mind")


@pytest.mark.parametrize(("text", "off"), [
    ("you can stick your meeting", True), ("stuff your appointment", True), ("can you stick it on friday", False), ("they can stick to the meeting", False), ("stick with the meeting", False),
])  # fmt: skip
def test_in_anger_too(text: str, off: bool) -> None:
    assert will_not_be_there(text) is off
