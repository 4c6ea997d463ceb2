"""What a text is made of, as numbers: its runs of letters and its runs of words. Pure."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any
from zlib import crc32

import numpy as np

PLACES = 2**18
LETTERS = range(2, 6)
WORDS = range(1, 4)


@dataclass(frozen=True)
class Wording:
    """Where its pieces stand in a row of PLACES, and how much each weighs; both kinds weigh the same together."""

    places: Any
    weights: Any


def wording(words: Sequence[str], rarity: Any) -> Wording:
    """`rarity`: the weight of each place; a piece said twice weighs less than twice."""
    kinds = [_weighed(pieces, rarity) for pieces in (_letters(words), _words(words))]
    return Wording(*(np.concatenate(column) for column in zip(*kinds, strict=True)))


def places(words: Sequence[str]) -> set[int]:
    return {_place(piece) for kind in (_letters(words), _words(words)) for piece in kind}


def _weighed(pieces: Iterator[str], rarity: Any) -> tuple[Any, Any]:
    counted = Counter(map(_place, pieces))
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


def _place(piece: str) -> int:
    return crc32(piece.encode()) % PLACES
