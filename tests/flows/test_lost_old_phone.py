"""Who has no more the phone that the code went to is not turned away: a reference, and a person, in any case."""

import pytest

from casework.identity.rules import has_lost
from tests.flows.conftest import Assistant
from tests.flows.phones import known, waits_for_a_person
from tests.flows.test_new_phone import NEW, acts, hears

PHONE = "+447700900462"
LOST = [
    "i havent got the old phone any more",
    "dont have that number now",
    "lost it",
    "my old phone is broken",
    "i cant get into that email",
    "no longer have the sim",
    "the old one was stolen",
    "sold my old phone",
]


@pytest.mark.parametrize("words", LOST)
def test_it_is_understood(words: str) -> None:
    assert has_lost(words)


@pytest.mark.parametrize("words", ["123456", "07700 900462", "i havent got the code", "my new phone is great", "who is my key worker", "no"])
def test_other_words_are_not(words: str) -> None:
    assert not has_lost(words)


@pytest.mark.parametrize("words", LOST[:4])
@pytest.mark.parametrize("step", ["old", "code"])
async def test_a_person_sorts_it_and_a_reference_is_asked_for(clean: None, assistant: Assistant, words: str, step: str) -> None:
    await known("Ada", PHONE)
    await acts("new number")
    if step == "code":
        await hears("07700 900462")
    said, open_ = await hears(words)
    assert said == ["utter_identity_lost"]
    assert open_ == "reference"
    assert await waits_for_a_person(NEW) == "lost_number"
