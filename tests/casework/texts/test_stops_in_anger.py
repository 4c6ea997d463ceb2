"""A STOP in rude words is one; rude words about somebody else are none."""

import pytest

from casework.texts import order_of


@pytest.mark.parametrize(
    "words",
    [
        "f off", "leave me alone", "stop bloody texting me", "do one", "lose my number", "leave me the fuck alone", "stop fucking texting",
        "bugger off with ur texts", "no more fucking texts", "stop effing messaging me",
    ],
)  # fmt: skip
def test_it_is_a_stop(words: str) -> None:
    assert order_of(words, quiet=False) == "stop"


@pytest.mark.parametrize(
    "words",
    [
        "my boss told me to f off", "he wont leave me alone", "the manager said do one", "i lose my number all the time", "i bloody love it",
        "stop fucking me about with my hours", "my fucking boss wont stop texting me", "im bleeding from my hand stop it",
    ],
)  # fmt: skip
def test_it_is_none(words: str) -> None:
    assert order_of(words, quiet=False) != "stop"
