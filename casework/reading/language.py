"""Which language a message is in, as far as a few words can tell. English where nothing says otherwise."""

import re
from functools import cache
from pathlib import Path
from typing import Any

import yaml

FILE = Path(__file__).with_name("languages.yml")
ENGLISH = "en"
FEWEST_WORDS = 2


@cache
def _known() -> dict[str, Any]:
    data: dict[str, Any] = yaml.safe_load(FILE.read_text("utf-8"))
    return data


def language_of(text: str) -> str:
    """An ISO 639-1 code."""
    return _by_script(text) or _by_letters(text) or _by_words(text) or ENGLISH


def is_welsh(text: str) -> bool:
    """Whether most of its words are Welsh, however few they are."""
    words = _words(text)
    return 2 * sum(word in _known()["welsh"] for word in words) > len(words)


def _by_script(text: str) -> str | None:
    for code, (first, last) in _known()["scripts"].items():
        if any(first <= letter <= last for letter in text):
            return str(code)
    return None


def _by_letters(text: str) -> str | None:
    """Cyrillic and Arabic are shared; a few letters of their own tell the languages apart."""
    letters = _known()["letters"]
    if re.search("[\u0400-\u04ff]", text):
        return "uk" if set(text.casefold()) & set(letters["uk"]) else "ru"
    if re.search("[\u0600-\u06ff]", text):
        return next((code for code in ("ur", "fa") if set(text) & set(letters[code])), "ar")
    return None


def _by_words(text: str) -> str | None:
    words = set(_words(text))
    counts = {code: sum(word in known for word in words) for code, known in _known()["words"].items()}
    best = max(counts, key=lambda code: counts[code])
    enough = counts[best] >= FEWEST_WORDS and counts[best] * 3 >= len(words)
    return str(best) if enough else None


def _words(text: str) -> list[str]:
    return re.findall(r"[^\W\d_]+", text.casefold())
