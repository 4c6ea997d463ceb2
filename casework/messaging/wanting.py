"""Whether somebody asks for a person, read without the assistant. Pure."""

from pathlib import Path

from casework.base.once import once
from casework.base.plain import plain
from casework.base.words import words
from casework.messaging.said_unless import Patterns, read_patterns


def to_person() -> str:
    """What the choice of a person stands for: the assistant reads it as one."""
    return words("utter_safety_safe_yes").choices[0]["text"]


def wants_person(said: str) -> bool:
    if said.casefold() == to_person().casefold():
        return True
    return _patterns().is_said(plain(said))


@once
def _patterns() -> Patterns:
    return read_patterns(Path(__file__).with_name("wanting.yml"))
