"""What of a message is business and nothing else: "can i book a meeting", "is there a bus to the library". Pure once loaded.

Danger is told beside business, and what was taught on whole messages finds it diluted: the rest is read as if it stood alone.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

PIECE = re.compile(r"[.!?;,\n]+|\s[-–—]+\s|\bbut\b|\balso\b|\band\s+(?=(?:i|my|he|she|we|they|there)(?:\b|['’]|m\b|s\b|ve\b))", re.IGNORECASE)
FEWEST_WORDS = 2
ARRAYS = ("inner", "inner_level", "outer", "outer_level")


@dataclass(frozen=True)
class Business:
    """A small network from a sentence vector to how much it is business; beyond `line` it is nothing else."""

    inner: Any
    inner_level: Any
    outer: Any
    outer_level: Any
    line: float

    @classmethod
    def load(cls, file: Path) -> "Business":
        with np.load(file) as kept:
            return cls(**{name: kept[name] for name in ARRAYS}, line=float(kept["line"]))

    def save(self, file: Path) -> None:
        np.savez_compressed(file, **self.__dict__)

    def scores(self, vectors: Any) -> Any:
        """The odds of business, as a logarithm, one for each row."""
        hidden = np.maximum(vectors @ self.inner + self.inner_level, 0)
        return (hidden @ self.outer + self.outer_level)[:, 0]

    def is_business(self, vectors: Any) -> Any:
        return self.scores(vectors) > self.line


def pieces(text: str) -> Sequence[str]:
    """The clauses of a message, also those between commas; a single word stays with what is before it."""
    found: list[str] = []
    for piece in filter(None, map(str.strip, PIECE.split(text))):
        if found and len(piece.split()) < FEWEST_WORDS:
            found[-1] += f", {piece}"
        else:
            found.append(piece)
    return found
