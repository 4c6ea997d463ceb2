"""Whether a message tells a time or a day, with or without how to meet, and nothing else; or names one at all. Pure."""

import re
from collections.abc import Sequence

from casework.base.once import once
from casework.safeguarding.data import load
from casework.safeguarding.notation import BOUNDARY
from casework.safeguarding.rules import reader

MOST_WORDS, LONGEST_WISH = 12, 24
HOUR = re.compile(r"(?:\d|1\d|2[0-3])(?:am|pm|ish)?|\d{3,4}")
CLOCK = re.compile(r"\d{1,4}(?:am|pm|a|p|ish|st|nd|rd|th)?")


def is_only_when(text: str) -> bool:
    words = reader().plain(text)
    told = [word for word in words if word in _when()["when"] or CLOCK.fullmatch(word)]
    return len(words) <= MOST_WORDS and bool(told) and all(word in told or word in _when()["beside"] for word in words)


def names_time(text: str) -> bool:
    """Whether a message as short as a wish for a time names a day, or an hour: "10. no sorry 11", not "2 percent" or "number 12"."""
    words = [one.word for one in reader().words.read(text)]
    return len(words) <= LONGEST_WISH and any(_is_time(words, place) for place in range(len(words)))


def _is_time(words: Sequence[str], place: int) -> bool:
    word, before, after = words[place], words[place - 1] if place else BOUNDARY, (*words, BOUNDARY)[place + 1]
    if word in _when()["days"]:
        return True
    follows = after == BOUNDARY or after in _when()["beside"] or after in _when()["when"]
    return bool(HOUR.fullmatch(word)) and follows and before not in _when()["no_hour_after"]


@once
def _when() -> dict[str, frozenset[str]]:
    return {name: frozenset(words) for name, words in load("only_when.yml").items()}
