"""The word somebody meant: short forms, number-letters, stretched, run-together and misspelt words."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import product

from casework.safeguarding.data import lines, load

LONGEST = 24
SHORTEST_CORRECTED = 5
FAR = 8
LETTERS = {
    "0": "o",
    "1": "il",
    "3": "e",
    "4": "a",
    "5": "s",
    "7": "t",
    "8": "b",
    "9": "g",
    "@": "a",
    "$": "s",
    "!": "il",
    "*": "aeiou",
    "+": "t",
}


class Spelling:
    """`known` are the words patterns use: nothing else is ever guessed at."""

    def __init__(self, known: Iterable[str]) -> None:
        data = load("words.yml")
        self.short = {word: tuple(meant.split()) for word, meant in data["short"].items()}
        self.core = frozenset(data["core"])
        self.glue = frozenset(data["glue"]) | self.core
        ordinary = frozenset(lines("ordinary_words.txt"))
        self.known = frozenset(known) | self.glue | self.short.keys()
        self.safe = self.known | ordinary
        self.squeezed = {_squeeze(word): word for word in sorted(self.known, key=len, reverse=True)}
        self.near = _deletes(word for word in self.known - self.short.keys() if len(word) >= SHORTEST_CORRECTED)
        self.meant = lru_cache(maxsize=20_000)(self._meant)

    def _meant(self, word: str) -> tuple[str, ...]:
        """The plain words for one word as typed, which may be itself."""
        if word in self.short:
            return self.short[word]
        if word in self.safe or len(word) > LONGEST * 2:
            return (word,)
        guess = self._numbers(word) or self._stretched(word) or self._nearest(word) or self._run_together(word)
        return guess or (word,)

    def _numbers(self, word: str) -> tuple[str, ...]:
        if word.isalpha() or not re.search(r"[a-z]", word) or len(word) > 12:
            return ()
        tries = ("".join(way) for way in product(*(LETTERS.get(letter, letter) for letter in word)))
        return self._first(tries, self.core | self.short.keys())

    def _stretched(self, word: str) -> tuple[str, ...]:
        if not re.search(r"(.)\1", word):
            return ()
        found = self.squeezed.get(_squeeze(word)) if re.search(r"(.)\1\1", word) else None
        return self.short.get(found, (found,)) if found else ()

    def _nearest(self, word: str) -> tuple[str, ...]:
        if not word.isalpha() or len(word) < SHORTEST_CORRECTED:
            return ()
        close = {key for piece in _cuts(word) for key in self.near.get(piece, ())}
        ranked = sorted((distance(word, key), word[0] != key[0], key) for key in close)
        if ranked and ranked[0][0] <= (2 if len(word) >= FAR else 1):
            return (ranked[0][2],)
        return ()

    def _run_together(self, word: str) -> tuple[str, ...]:
        if not 6 <= len(word) <= LONGEST * 2 or not any(core in word for core in self.core):
            return ()
        ways: dict[int, tuple[str, ...]] = {0: ()}
        for end in range(1, len(word) + 1):
            pieces = [
                (*ways[start], word[start:end])
                for start in range(max(0, end - LONGEST), end)
                if start in ways and word[start:end] in self.glue
            ]
            if pieces:
                ways[end] = min(pieces, key=len)
        return ways.get(len(word), ())

    def letters(self, word: str) -> tuple[str, ...]:
        """Words spelt out one letter at a time, `k i l l m y s e l f`."""
        return self._run_together(word) or self.meant(word)

    def _first(self, tries: Iterable[str], allowed: Iterable[str]) -> tuple[str, ...]:
        found = next((word for word in tries if word in allowed), None)
        return self.short.get(found, (found,)) if found else ()


def distance(left: str, right: str) -> int:
    """Edits between two words, a swap of neighbours counting as one."""
    before: list[int] = []
    above = list(range(len(right) + 1))
    for i, letter in enumerate(left, 1):
        row = [i]
        for j, other in enumerate(right, 1):
            cost = min(above[j] + 1, row[j - 1] + 1, above[j - 1] + (letter != other))
            if i > 1 and j > 1 and letter == right[j - 2] and left[i - 2] == other:
                cost = min(cost, before[j - 2] + 1)
            row.append(cost)
        before, above = above, row
    return above[-1]


def _squeeze(word: str) -> str:
    return re.sub(r"(.)\1+", r"\1", word)


def _cuts(word: str) -> Iterator[str]:
    """The word, and the word without one letter: two words that share a cut are close."""
    yield word
    for at in range(len(word)):
        yield word[:at] + word[at + 1 :]


def _deletes(words: Iterable[str]) -> dict[str, set[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for word in words:
        for cut in _cuts(word):
            found[cut].add(word)
    return found
