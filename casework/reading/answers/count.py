"""How many things on a list are true: an exact small number, or a least number."""

import re

from casework.reading.answers.common import Answer, between, nothing, numbered, unsaid
from casework.reading.answers.yes_no import read_yes_no

NONE = re.compile(r"\b(?:none|nothing|zero|nil|nowt|zilch|not any|not 1)\b|(?<!\d)0(?!\d)")
MORE = re.compile(
    r"\b(?:few|several|couple|both|lots?|loads|many|most|all|plenty|some|more than 1|multiple|quite a few)\b"
)
NUMBER = re.compile(r"(?<!\d)(\d{1,2})(?!\d)\s*(\+|or more|at least|plus)?")
LEAST = re.compile(r"\bat least (\d{1,2})\b")


def read_count(text: str) -> Answer:
    """`value` a number, or `min` and `max`: "a few" is two or more, "two or three" is 2 to 3."""
    said = numbered(text)
    status = unsaid(text)
    if status and not NUMBER.search(said):
        return nothing(status)
    if found := LEAST.search(said):
        return between(int(found[1]), None)
    numbers = [(int(number), more) for number, more in NUMBER.findall(said)]
    if MORE.search(said) and not (numbers and numbers[0][0] > 1):
        return between(2, None)
    if numbers:
        return _numbers(numbers, said)
    if NONE.search(said) or read_yes_no(text)["value"] == "no":
        return {"value": 0}
    return between(1, None) if read_yes_no(text)["value"] == "yes" else nothing()


def _numbers(numbers: list[tuple[int, str]], said: str) -> Answer:
    first, more = numbers[0]
    if more:
        return between(first, None)
    if len(numbers) > 1 and re.search(r"\d\s*(?:or|to|-|maybe|and|,)\s*(?:maybe )?\d", said):
        return between(min(numbers)[0], max(numbers)[0])
    if re.search(r"\bmaybe\b|\bi think\b|\bprobably\b|\bperhaps\b", said) and first == 1:
        return between(0, 1)
    return {"value": first}
