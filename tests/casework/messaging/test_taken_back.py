"""A danger taken back in so many words, and what they go on with; what is no taking back."""

import pytest

from casework.messaging.taken_back import gone_on_with

ONLY = [
    "no im fine",
    "nah im ok mate",
    "im not suicidal ffs",
    "I am not in danger!!",
    "im ok honestly wrong end of stick",
    "No, no, I'm perfectly safe, thank you",
    "thats not what i meant",
    "you got it wrong, i'm fine",
    "na dwi'n iawn diolch",
]
AND_MORE = [
    ("no!! god no. i just mean i dont want the meeting unless its with a woman", "i dont want the meeting unless its with a woman"),
    ("no i only meant the bus", "the bus"),
    ("no no im fine i just want a lady to talk to about jobs", "i just want a lady to talk to about jobs"),
    ("no no i am ok. i have job", "i have job"),
    ("I'm not suicidal, can I come at 10:30?", "can I come at 10:30?"),
]
NOT = [
    "i just mean it, i will do it",
    "i only feel safe unless he comes",
    "no i just meant unless he drinks",
    "no",
    "yes",
    "no im not fine",
    "no i am not ok",
    "no im not safe",
    "no im not really ok",
    "im fine until he gets home",
    "im ok for now",
    "im not in danger but she is",
    "im fine thats what i tell everyone",
    "i am not suicidal yet",
    "im ok i think",
    "im fine but i cant go on",
    "i want to be safe",
    "im good at lying",
]


@pytest.mark.parametrize("said", ONLY)
def test_it_is_taken_back_and_nothing_more_is_said(said: str) -> None:
    assert gone_on_with(said) == ""


@pytest.mark.parametrize(("said", "rest"), AND_MORE)
def test_what_stands_beside_it_is_gone_on_with_as_it_was_typed(said: str, rest: str) -> None:
    assert gone_on_with(said) == rest


@pytest.mark.parametrize("said", NOT)
def test_other_words_take_nothing_back(said: str) -> None:
    assert gone_on_with(said) is None
