"""What every reader shares: not knowing, not saying, and numbers in words."""

import re
from functools import cache
from typing import Any

from casework.reading.answers.text import STOP, fold, load, words
from casework.reading.answers.yes_no import lexicon

Answer = dict[str, Any]
STATUSES = {"not_sure": "not_sure", "prefer_not": "prefer_not_to_say", "alone_prefer": "prefer_not_to_say"}
SHORT = 4
WORD = re.compile(r"[a-z]+")
HALVES = re.compile(r"(\d)\s*(?:½|(?<=\s)1/2(?!\d))")


def nothing(status: str = "unclear") -> Answer:
    return {"value": None, "status": status}


def between(low: int | None, high: int | None) -> Answer:
    """No single value; whichever ends are known."""
    ends = {"min": low, "max": high}
    return {"value": None} | {name: end for name, end in ends.items() if end is not None}


def unsaid(text: str) -> str | None:
    """not_sure or prefer_not_to_say, where the reply says so."""
    tokens = [token for token in words(text) if token != STOP]
    labels = [one.label for one in lexicon().find(tokens) if one.label != "alone_prefer" or len(tokens) < SHORT]
    found = [STATUSES[label] for label in labels if label in STATUSES]
    return "prefer_not_to_say" if "prefer_not_to_say" in found else found[0] if found else None


@cache
def phrase(label: str) -> re.Pattern[str]:
    """Any of the words a list of numbers.yml gives, whole."""
    return alternatives(load("numbers.yml")[label])


def alternatives(names: Any) -> re.Pattern[str]:
    longest_first = sorted(names, key=len, reverse=True)
    return re.compile(r"(?<![\w])(?:" + "|".join(map(re.escape, longest_first)) + r")(?![\w])")


def numbered(text: str) -> str:
    """The reply folded, with numbers in words as digits: "forty-two and a half" is "42 and a half"."""
    text = HALVES.sub(r"\1.5", text).replace("½", "half")
    plain = fold(text).replace("'", "")
    plain = re.sub(r"\b([a-z]+)-(?=[a-z]+\b)", r"\1 ", plain)
    return _join_digits(WORD.sub(_digits, plain))


def _digits(found: re.Match[str]) -> str:
    names = load("numbers.yml")
    word = found[0]
    if word in ("won", "too", "tree", "ate") and found.string.strip() != word:
        return word
    return names["ones"].get(word) or names["tens"].get(word) or _run_together(word) or word


def _run_together(word: str) -> str | None:
    """"fortytwo"."""
    names = load("numbers.yml")
    for ten, value in names["tens"].items():
        one = names["ones"].get(word.removeprefix(ten)) if word.startswith(ten) else None
        if one and int(one) < 10:
            return str(int(value) + int(one))
    return None


def _join_digits(text: str) -> str:
    """"40 2" from words is 42; "20" before a bare unit only."""
    return re.sub(
        r"(?<![\d/.,-])([2-9]0) ([1-9])(?![\d/.,-]|\s*(?:and|or|years?|months?|yrs?|weeks?)?\s*\d)",
        _sum, text)


def _sum(found: re.Match[str]) -> str:
    return str(int(found[1]) + int(found[2]))
