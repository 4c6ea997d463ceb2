"""What a key worker is, asked in plain words."""

import pytest

from casework.appointments import plainly_asked


@pytest.mark.parametrize("text", ["what is a key worker", "whats a key worker?", "what does a key worker do", "i dont know what a key worker is", "what's a keyworker"])
def test_it_is_asked(text: str) -> None:
    assert plainly_asked(text) == "key_worker"


@pytest.mark.parametrize("text", ["who is my key worker", "what is my key workers number", "what time is my key worker in", "i am a key worker", "tell my key worker what a day"])
def test_of_their_own_it_is_not(text: str) -> None:
    assert plainly_asked(text) != "key_worker"
