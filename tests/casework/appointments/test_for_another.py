"""A meeting that is to be somebody else's, and how old they are."""

import pytest

from casework.appointments.words.saying import is_for_another, says_whose, tells_an_age


@pytest.mark.parametrize(
    "said",
    ["my lad needs an appointment", "my daughter needs to see someone", "i want to book for my son", "its for my mum", "can i book an appointment for my mate",
     "im booking for my brother", "my mum wants a meeting", "can you get my son an appointment", "can i book my lad in", "its on behalf of my neighbour",
     "our son could do with an apointment"],
)  # fmt: skip
def test_it_is_for_another(said: str) -> None:
    assert is_for_another(said)


@pytest.mark.parametrize(
    "said",
    ["i need an appointment", "my mum is coming with me", "can i bring my son", "my son needs an interpreter", "i need childcare for my son", "my son is ill i need to move my meeting",
     "i need to see someone about my son", "book me in for monday my son is at school", "is there something for my kids to do",
     "actually after 3, need to be in for my daughter before", "my son needs to see you as well", "i have to be in for my son", "can i have one for my mum's birthday off",
     "i need to be here for my nan", "my partner wants to see you too"],
)  # fmt: skip
def test_it_is_their_own(said: str) -> None:
    assert not is_for_another(said)


@pytest.mark.parametrize(
    ("said", "theirs"),
    [("yes", True), ("for me", True), ("no its for me", True), ("It is for me", True), ("me please", True), ("its mine", True), ("no", False), ("someone else", False),
     ("It is for someone else", False), ("my son", False), ("no my mum", False), ("not me", False), ("its for my son", False), ("Jo", None), ("after 3", None), ("call me", None),
     ("this is " * 400 + "x", None)],
)  # fmt: skip
def test_whose_it_is(said: str, theirs: bool | None) -> None:
    assert says_whose(said) is theirs


@pytest.mark.parametrize("said", ["he is 22", "hes 22", "she's 19", "he is 22 years old", "they are only 17", "my son is 22 now", "aged 30"])
def test_how_old_somebody_is(said: str) -> None:
    assert tells_an_age(said)


@pytest.mark.parametrize("said", ["he is 22 and he hits me", "he is violent", "im 22", "she is 3 months pregnant", "he has 22 knives", "22", "he is 22 stone and scares me", "he is 22 violent"])
def test_more_than_an_age(said: str) -> None:
    assert not tells_an_age(said)
