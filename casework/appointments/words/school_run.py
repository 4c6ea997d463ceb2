""" "After 9:30 I bring children": they take them somewhere until then, and nobody comes along to the meeting. Pure."""

import re

from casework.appointments.words.too_early import CLOCK
from casework.appointments.words.wording import wording
from casework.base.once import once


def is_school_run(text: str) -> bool:
    """Whether they take children to school, or anywhere, by an hour that they name."""
    return without_school_run(text) != text


def without_school_run(text: str) -> str:
    """The rest of the words: the hour alone."""
    return _beside_hour().sub(r"\g<when>", _to_school().sub(" ", text))


@once
def _beside_hour() -> re.Pattern[str]:
    return re.compile(rf"(?P<when>\b(?:after|before|from|until|till|by) {CLOCK})[ ,.-]+{wording().takes_children}{wording().not_to_us}", re.IGNORECASE)


@once
def _to_school() -> re.Pattern[str]:
    return re.compile(rf"\b{wording().takes_children} {wording().to_school}", re.IGNORECASE)
