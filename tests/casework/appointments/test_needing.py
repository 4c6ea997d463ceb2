"""What is told of a need, or of who comes along, in everyday words."""

import pytest

from casework.appointments.needing import asks_for_adjustments, comes_along, tells_of_adjustments

NEEDS = [
    "my english bad", "i get panic attacks in busy places", "my son will interpret for me", "im scared of lifts",
    "i dont want to be in a room with a man",
]


@pytest.mark.parametrize("said", NEEDS)
def test_a_need_in_own_words(said: str) -> None:
    assert asks_for_adjustments(said)
    assert tells_of_adjustments(said)


@pytest.mark.parametrize("said", ["my mum is comin too", "my brother will be with me", "my mum comes with me"])
def test_who_comes_along(said: str) -> None:
    assert comes_along(said)


@pytest.mark.parametrize("said", ["my mum is ill", "my shift is coming up", "no thats it", "can my mum come too?", "im scared of losing my home"])
def test_what_is_neither(said: str) -> None:
    assert not comes_along(said)
    assert not asks_for_adjustments(said) or "?" in said
