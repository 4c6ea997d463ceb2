"""Yes, no, not sure, rather not say, in people's own words; anything else is unclear, never guessed."""

import re
from functools import cache
from pathlib import Path

import yaml

FILE = Path(__file__).with_name("answers.yml")
KINDS = ("prefer_not_to_say", "not_sure", "hedged", "no", "yes")
UNCLEAR = "unclear"
LONGEST_WITHOUT_OPENING = 8


@cache
def phrases() -> dict[str, frozenset[tuple[str, ...]]]:
    data = yaml.safe_load(FILE.read_text("utf-8"))
    return {kind: frozenset(tuple(plain(line)) for line in data[kind]) for kind in KINDS}


def plain(text: str) -> list[str]:
    """The words of a text: lower case, no punctuation, apostrophes dropped, long repeats cut, symbols kept."""
    lowered = re.sub(r"[’'`]", "", text.casefold())
    shortened = re.sub(r"(.)\1{2,}", r"\1\1", lowered)
    spaced = re.sub(r"[\U0001F3FB-\U0001F3FF\uFE0F]", "", shortened)
    return re.findall(r"[a-z0-9]+|[^\W\da-z]+|[\U0001F300-\U0001FAFF✅✔❌]", spaced)


def read_yes_no(text: str) -> str:
    """yes, no, not_sure, prefer_not_to_say or unclear."""
    words = plain(text)
    found = _kinds(words)
    for kind in ("prefer_not_to_say", "not_sure"):
        if kind in found:
            return kind
    if "hedged" in found:
        return UNCLEAR
    opening = _opening(words)
    if opening:
        return opening
    if len(words) > LONGEST_WITHOUT_OPENING or len(found) != 1:
        return UNCLEAR
    return found.pop()


def is_plain_answer(text: str, longest: int = 4) -> bool:
    """Whether a text is an answer and hardly anything else."""
    return len(plain(text)) <= longest and read_yes_no(text) != UNCLEAR


def _opening(words: list[str]) -> str | None:
    """The kind of the phrase a message starts with, unless it turns round at once ("no yes i do")."""
    for kind in ("no", "yes"):
        other = "yes" if kind == "no" else "no"
        length = max((len(one) for one in phrases()[kind] if tuple(words[: len(one)]) == one), default=0)
        turned = any(tuple(words[length : length + len(one)]) == one for one in phrases()[other])
        if length and not turned:
            return kind
    return None


def _kinds(words: list[str]) -> set[str]:
    return {kind for kind in KINDS if any(_holds(words, phrase) for phrase in phrases()[kind])}


def _holds(words: list[str], phrase: tuple[str, ...]) -> bool:
    size = len(phrase)
    return any(tuple(words[n : n + size]) == phrase for n in range(len(words) - size + 1))
