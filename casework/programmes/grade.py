"""How hard a text is to read: the Flesch-Kincaid grade, good enough to catch a long word or sentence."""

import re
from collections.abc import Iterable

SENTENCE = re.compile(r"[^.!?:;]*[^\s.!?:;][^.!?:;]*")
WORD = re.compile(r"[A-Za-z0-9']+")
VOWELS = re.compile(r"[aeiouy]+")
SILENT = re.compile(r"(?:[^laeiouy]e|[^aeiouydt]ed|[^aeiouyscxz]es)$")


def grade(text: str, familiar: Iterable[str] = ()) -> float:
    """The US school grade; names in `familiar` count as one easy word each."""
    for name in familiar:
        text = re.sub(rf"\b{re.escape(name)}\b", "it", text, flags=re.IGNORECASE)
    words = WORD.findall(text.lower())
    sentences = len(SENTENCE.findall(text)) or 1
    if not words:
        return 0.0
    return 0.39 * len(words) / sentences + 11.8 * sum(map(_syllables, words)) / len(words) - 15.59


def _syllables(word: str) -> int:
    groups = len(VOWELS.findall(word))
    return max(1, groups - bool(groups > 1 and SILENT.search(word)))
