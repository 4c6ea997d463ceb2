"""What a text is made of, as numbers: its runs of letters and its runs of words. Pure."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any
from zlib import crc32

import numpy as np

LETTERS = range(2, 6)
WORDS = range(1, 4)


@dataclass(frozen=True)
class Wording:
    """Which of the places its pieces fall on, and how much each weighs; both kinds weigh the same together."""

    places: Any
    weights: Any


def wording(words: Sequence[str], rarity: Any) -> Wording:
    """`rarity`: the weight of each place; a piece said twice weighs less than twice."""
    kinds = [_weighed(pieces, rarity) for pieces in (_letters(words), _words(words))]
    return Wording(*(np.concatenate(column) for column in zip(*kinds, strict=True)))


def rarity(texts: Sequence[Sequence[str]], places: int) -> Any:
    """The weight of each of `places`: the more, the fewer texts fall on it."""
    seen = np.zeros(places)
    for words in texts:
        seen[list({_place(piece, places) for kind in (_letters(words), _words(words)) for piece in kind})] += 1
    return (1 + np.log((1 + len(texts)) / (1 + seen))).astype(np.float32)


def _weighed(pieces: Iterator[str], rarity: Any) -> tuple[Any, Any]:
    counted = Counter(_place(piece, len(rarity)) for piece in pieces)
    found = np.fromiter(counted, dtype=np.int64, count=len(counted))
    weights = (1 + np.log(np.fromiter(counted.values(), dtype=np.float32, count=len(counted)))) * rarity[found]
    return found, weights / max(float(np.linalg.norm(weights)), 1e-9)


def _letters(words: Sequence[str]) -> Iterator[str]:
    for word in words:
        padded = f" {word} "
        for size in LETTERS:
            yield from (padded[at : at + size] for at in range(max(1, len(padded) - size + 1)))


def _words(words: Sequence[str]) -> Iterator[str]:
    for size in WORDS:
        yield from ("_".join(words[at : at + size]) for at in range(len(words) - size + 1))


def _place(piece: str, places: int) -> int:
    return crc32(piece.encode()) % places
