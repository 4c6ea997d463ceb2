"""Which language a message is in, as far as a few words can tell. English where nothing says otherwise."""

import re
from pathlib import Path
from typing import Any

import yaml

from casework.base.once import once
from casework.base.plain import bare_words

FILE = Path(__file__).with_name("languages.yml")
# Words of the Welsh pack, with small words and everyday ones, that are in no English message of ours.
WELSH = Path(__file__).with_name("welsh_words.txt")
SHORTENED = re.compile(r"(?<=[^\W\d_])['’](?:n|r|m|w|u|i|ch|th)\b")
CHANGED = (("ngh", "c"), ("mh", "p"), ("nh", "t"), ("dd", "d"), ("ng", "g"))
STROKES = str.maketrans("łı", "li")
LONG = 4
ENGLISH = "en"
FEWEST_WORDS, FEWEST_ENGLISH = 2, 3


@once
def _known() -> dict[str, Any]:
    data: dict[str, Any] = yaml.safe_load(FILE.read_text("utf-8"))
    return data


def language_of(text: str) -> str:
    """An ISO 639-1 code."""
    return _by_script(text) or _by_letters(text) or _by_words(text) or ENGLISH


def is_english(text: str) -> bool:
    """Whether it is plainly English, and no word or two that may be of either."""
    words = set(_words(text.replace("'", "").replace("’", "")))
    mixed = len(words & _welsh()) >= FEWEST_WORDS or is_welsh(text)
    return not mixed and len(words & set(_known()["english"])) >= FEWEST_ENGLISH


def is_welsh(text: str) -> bool:
    """Whether most of its words are Welsh, however few they are; `dwi'n` is the one word `dwi`."""
    words = [word for word in _words(SHORTENED.sub("", text.casefold())) if len(word) > 1]
    return 2 * sum(map(_is_welsh_word, words)) > len(words)


def leans_to_welsh(text: str) -> bool:
    """Whether half of its words are Welsh, two at least, and none of the others is a common English one."""
    words = [word for word in _words(SHORTENED.sub("", text.casefold())) if len(word) > 1]
    welsh = [word for word in words if _is_welsh_word(word)]
    english = set(words).difference(welsh) & set(_known()["english"])
    return len(welsh) >= FEWEST_WORDS and 2 * len(welsh) >= len(words) and not english


@once
def _welsh() -> frozenset[str]:
    return frozenset(WELSH.read_text("utf-8").split())


def _is_welsh_word(word: str) -> bool:
    """As it stands, or with its beginning changed by the word before, where English does not begin so."""
    return word in _welsh() or any(
        word.startswith(changed) and plain + word.removeprefix(changed) in _welsh() for changed, plain in CHANGED
    )


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
    counts = {code: sum(word in known for word in words) for code, known in _small_words().items()}
    best = max(counts, key=lambda code: counts[code])
    enough = counts[best] >= FEWEST_WORDS and counts[best] * 3 >= len(words)
    return str(best) if enough else None


@once
def _small_words() -> dict[str, frozenset[str]]:
    """As they are spelt, and the longer ones as they are typed without accents, where that makes no English word."""
    english = set(_known()["english"])
    return {
        code: frozenset(words) | {bare for word in words if len(bare := _bare(word)) >= LONG and bare not in english}
        for code, words in _known()["words"].items()
    }


def _bare(word: str) -> str:
    return "".join(bare_words(word.translate(STROKES)))


def _words(text: str) -> list[str]:
    return re.findall(r"[^\W\d_]+", text.casefold())
