"""Words that are plainly English, and those that may be of either language."""

import pytest

from casework.reading import is_english


@pytest.mark.parametrize("text", [
    "i want to see someone about a job", "when is my next meeting please", "can you change it to tuesday", "im sorry but i cant come",
    "is there someone i can call", "hello i need help with money", "Thanks, that time is okay with me", "what do i need to bring to the meeting",
])
def test_plainly_english(text: str) -> None:
    assert is_english(text)


@pytest.mark.parametrize("text", [
    "yes", "ok", "1", "Tuesday morning", "07700 900123", "Sam", "dw i eisiau help gyda job", "mae meeting fi on friday",
    "alla i newid yr appointment i next week", "sut mae cael help", "hello bore da", "Cymraeg",
])
def test_may_be_of_either(text: str) -> None:
    assert not is_english(text)
