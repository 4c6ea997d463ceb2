"""WordPiece as BERT's uncased vocabulary expects it, in plain Python."""

import unicodedata
from pathlib import Path

from encoder.shape import SMALL, Shape

LONGEST_WORD = 100
CJK = (
    (0x4E00, 0x9FFF),
    (0x3400, 0x4DBF),
    (0x20000, 0x2A6DF),
    (0x2A700, 0x2B73F),
    (0x2B740, 0x2B81F),
    (0x2B820, 0x2CEAF),
    (0xF900, 0xFAFF),
    (0x2F800, 0x2FA1F),
)


class WordPiece:
    """Turns text into ids of the vocabulary, with the marks for start and end around them."""

    def __init__(self, vocabulary: Path, shape: Shape = SMALL, longest: int = 256) -> None:
        self._ids = {token: n for n, token in enumerate(vocabulary.read_text("utf-8").splitlines())}
        self._longest = longest
        self._start, self._end, self._unknown = (self._ids[mark] for mark in (shape.start, shape.end, "[UNK]"))
        self.veil = self._ids[shape.veil]

    def ids(self, text: str) -> list[int]:
        pieces = [piece for word in _words(text) for piece in self._pieces(word)]
        return [self._start, *pieces[: self._longest - 2], self._end]

    def _pieces(self, word: str) -> list[int]:
        """The longest known pieces from the left; a word that cannot be covered is one unknown."""
        if len(word) > LONGEST_WORD:
            return [self._unknown]
        found: list[int] = []
        start = 0
        while start < len(word):
            end = self._longest_known(word, start)
            if end == start:
                return [self._unknown]
            found.append(self._ids[_piece(word, start, end)])
            start = end
        return found

    def _longest_known(self, word: str, start: int) -> int:
        return next((end for end in range(len(word), start, -1) if _piece(word, start, end) in self._ids), start)


def whole_words(vocabulary: Path) -> frozenset[str]:
    """The words that are one piece."""
    return frozenset(
        token for token in vocabulary.read_text("utf-8").splitlines() if len(token) > 1 and token.isalpha()
    )


def _piece(word: str, start: int, end: int) -> str:
    return ("##" if start else "") + word[start:end]


def _words(text: str) -> list[str]:
    plain = unicodedata.normalize("NFD", "".join(_cleaned(c) for c in text))
    lowered = "".join(c for c in plain if unicodedata.category(c) != "Mn").lower()
    return "".join(f" {c} " if _stands_alone(c) else c for c in lowered).split()


def _cleaned(c: str) -> str:
    if c in "\t\n\r" or unicodedata.category(c) == "Zs":
        return " "
    if ord(c) in (0, 0xFFFD) or unicodedata.category(c).startswith("C"):
        return ""
    return c


def _stands_alone(c: str) -> bool:
    code = ord(c)
    symbol = 33 <= code <= 47 or 58 <= code <= 64 or 91 <= code <= 96 or 123 <= code <= 126
    return symbol or unicodedata.category(c).startswith("P") or any(low <= code <= high for low, high in CJK)
