"""An age in years, in digits or words, or one of the answers that are not an age."""

import re

from casework.reading.yes_no import UNCLEAR, plain, read_yes_no

OLDEST = 110
TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
ONES = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine"]
TEENS = [
    "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"
]  # fmt: skip
UNITS = {word: n for n, word in enumerate(ONES, 1)}
WHOLE = {word: n for n, word in enumerate(TEENS, 10)} | {word: 10 * n for n, word in enumerate(TENS, 2)}


def read_age(text: str) -> int | str:
    """Completed years, or not_sure, prefer_not_to_say, unclear. Two different numbers are unclear."""
    said = read_yes_no(text)
    if said in ("not_sure", "prefer_not_to_say"):
        return said
    found = {*_digits(text), *_words(plain(text))}
    ages = [age for age in found if age <= OLDEST]
    return ages[0] if len(found) == 1 and ages else UNCLEAR


def _digits(text: str) -> list[int]:
    return [int(number) for number in re.findall(r"(?<![\d.,/])\d{1,3}(?![\d/])", text)]


def _words(words: list[str]) -> list[int]:
    found = []
    for word, following in zip(words, [*words[1:], ""], strict=True):
        if word in WHOLE:
            tens = word in TENS
            found.append(WHOLE[word] + (UNITS.get(following, 0) if tens else 0))
    return found
