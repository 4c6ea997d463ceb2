"""What somebody needs at any meeting, and what only has its words: whom they cannot stand, what they cannot see on a list."""

import pytest

from casework.appointments.words.needing import (
    adds_service,
    asks_for_adjustments,
    comes_along,
    tells_need,
    tells_of_adjustments,
)
from casework.council import council

NEEDS = [
    "my english bad", "i get panic attacks in busy places", "my son will interpret for me", "im scared of lifts",
    "i dont want to be in a room with a man",
]


@pytest.mark.parametrize(
    "said",
    ["i cant stand for long", "i can't see very well", "i cant hear", "cant walk far", "i struggle to walk", "I cannot see, is that ok", "hard to walk up stairs", "cant stand long",
     "i can't walk or stand for long", "struggle to stand and need a chair", "i cant see so can you read it to me", "i can't hear very well so face to face",
     "cant walk without a stick", "cant walk very far tuesday afternoon please", "i can’t walk much", "hard to hear on the phone", "i cant see the screen", "im deaf",
     "im deaf, can i book an appointment?", "can i book an appointment im deaf", "my english is bad", "my english isnt very good", "can i book a meeting with an interpreter"],
)  # fmt: skip
def test_it_is_a_need(said: str) -> None:
    assert tells_need(said)


@pytest.mark.parametrize(
    "said",
    ["i cant stand mornings, afternoon", "I cant stand amina, can i see someone else", "i can't see any times on tuesday", "I can't stand Amina", "cant see kim on monday",
     "i cant see how to book", "i cant see my worker tuesday", "cant stand the phone", "i cant see anyone before 2", "i can't see tuesday on there", "cant walk there before 10",
     "i cant see much on tuesday", "cannot hear back until monday", "i cant see anything free",
     "do you have a hearing loop?", "my english is good", "is there an interpreter"],
)  # fmt: skip
def test_it_is_none(said: str) -> None:
    assert not tells_need(said)


@pytest.mark.parametrize("said", NEEDS)
def test_a_need_in_own_words(said: str) -> None:
    assert asks_for_adjustments(said)
    assert tells_of_adjustments(said)


@pytest.mark.parametrize("said", ["so what should i bring", "what should I bring", "and what do i bring", "ok wot do i bring", "but should i bring my cv"])
def test_what_to_bring_is_asked_and_no_need(said: str) -> None:
    assert not tells_of_adjustments(said)


@pytest.mark.parametrize("said", ["my mum is comin too", "my brother will be with me", "my mum comes with me"])
def test_who_comes_along(said: str) -> None:
    assert comes_along(said)


@pytest.mark.parametrize("said", ["my mum is ill", "my shift is coming up", "no thats it", "can my mum come too?", "im scared of losing my home"])
def test_what_is_neither(said: str) -> None:
    assert not comes_along(said)
    assert not asks_for_adjustments(said) or "?" in said


@pytest.mark.parametrize(
    ("text", "adds"),
    [
        ("tues morning but can the debt adviser be there too", True), ("can the debt person come to it as well", True), ("with the debt adviser too", True),
        ("is the debt adviser there on tuesday", False), ("i need help with debt", False), ("the debt people wont leave me alone", False),
    ],
)  # fmt: skip
def test_somebody_of_another_service_is_to_be_there_too(text: str, adds: bool) -> None:
    assert adds_service(text, council().area("northbridge"), []) == adds
