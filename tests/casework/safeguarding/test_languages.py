"""Plain danger in other languages."""

import pytest

from casework.safeguarding.data import load
from casework.safeguarding.rules import read

SAID = [
    "dwi eisiau marw",
    "Chcę umrzeć!",
    "quiero morir",
    "أريد أن أموت",
    "ਮੈਂ ਮਰਨਾ ਚਾਹੁੰਦਾ ਹਾਂ",
    "ami morte chai",
    "می‌خواهم بمیرم",
]


@pytest.mark.parametrize("text", SAID)
def test_a_wish_to_die_is_read(text: str) -> None:
    found = read(text)
    assert found
    assert found.class_ == "suicide_thoughts"


def test_the_phrases_say_that_native_speakers_must_review_them() -> None:
    assert load("languages.yml")["review"] == "native review needed"


def test_every_phrase_is_read_as_its_own_class() -> None:
    for classes in load("languages.yml")["languages"].values():
        for danger, phrases in classes.items():
            for phrase in phrases:
                found = read(phrase)
                assert found, phrase
                assert danger in (found.class_, *found.also), phrase
