"""Whether a message tells a time or a day, with or without how to meet, and nothing else. Pure."""

import re

from casework.base.once import once
from casework.safeguarding.data import load
from casework.safeguarding.rules import reader

MOST_WORDS = 12
CLOCK = re.compile(r"\d{1,4}(?:am|pm|a|p|ish|st|nd|rd|th)?")


def is_only_when(text: str) -> bool:
    words = reader().plain(text)
    told = [word for word in words if word in _when()["when"] or CLOCK.fullmatch(word)]
    return len(words) <= MOST_WORDS and bool(told) and all(word in told or word in _when()["beside"] for word in words)


@once
def _when() -> dict[str, frozenset[str]]:
    return {name: frozenset(words) for name, words in load("only_when.yml").items()}
