"""What teaching left of a reader: how far sentence vectors and wording lie on the side of danger. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from encoder.wording import Wording

MEANT, WORDED, LEAST = 0.3, 3.0, 1e-6
ARRAYS = ("inner", "inner_level", "outer", "outer_level", "rarity", "tells", "urgent", "urgent_tells")
NUMBERS = ("offset", "line", "urgent_level")


@dataclass(frozen=True)
class Taught:
    """What teaching left: a small network from vectors to calm and each class, and the weight of each piece of wording.

    `names` are the network's columns, calm first; `line` is the score beyond which a part of a message is dangerous.
    """

    inner: Any
    inner_level: Any
    outer: Any
    outer_level: Any
    rarity: Any
    tells: Any
    offset: float
    line: float
    names: tuple[str, ...]
    urgent: Any
    urgent_tells: Any
    urgent_level: float

    @classmethod
    def load(cls, file: Path) -> "Taught":
        with np.load(file) as kept:
            numbers = {name: float(kept[name]) for name in NUMBERS}
            arrays = {name: kept[name] for name in ARRAYS}
            return cls(**arrays, **numbers, names=tuple(map(str, kept["names"])))

    def save(self, file: Path) -> None:
        np.savez_compressed(file, **self.__dict__)

    def meant(self, vectors: Any) -> Any:
        """The logarithm of each column's share, one row for each vector."""
        hidden = np.maximum(vectors @ self.inner + self.inner_level, 0)
        raw = hidden @ self.outer + self.outer_level
        raw = raw - raw.max(axis=1, keepdims=True)
        return raw - np.log(np.exp(raw).sum(axis=1, keepdims=True))

    def scores(self, meant: Any, said: Sequence[Wording]) -> Any:
        """How far each row lies on the danger side, by what it means and how it is worded."""
        odds = np.log(np.maximum(np.exp(meant[:, 1:]).sum(axis=1), LEAST)) - np.maximum(meant[:, 0], np.log(LEAST))
        return odds * MEANT + self.offset + [float(self.tells[one.places] @ one.weights) for one in said]

    def class_of(self, meant: Any) -> tuple[str, float]:
        """The likeliest danger of one row, and its share among the dangers."""
        shares = np.exp(meant[1:] - meant[1:].max())
        best = int(np.argmax(shares))
        return self.names[best + 1], float(shares[best] / shares.sum())

    def urgency(self, vector: Any, said: Wording) -> float:
        """How much it reads like the messages of people whose life is at risk now."""
        return float(vector @ self.urgent) + WORDED * float(self.urgent_tells[said.places] @ said.weights)

    def happening_now(self, vector: Any, said: Wording) -> bool:
        return self.urgency(vector, said) > self.urgent_level
