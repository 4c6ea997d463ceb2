"""The second layer: what a classifier on sentence vectors makes of a message. Pure once loaded."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from casework.reading.language import ENGLISH, language_of
from casework.safeguarding.rules import Noticed, reader
from encoder import ADAPTED, Encoder
from encoder.wording import Wording, wording

FILE = "safety.npz"
PART = re.compile(r"[.!?;\n]+|\bbut\b|\balso\b", re.IGNORECASE)
FEWEST_LETTERS = 3
MOST_PARTS = 12
HINTED = 0.95
MEANT, WORDED, LEAST = 0.3, 3.0, 1e-6
ARRAYS = ("inner", "inner_level", "outer", "outer_level", "rarity", "tells", "urgent", "urgent_tells")
NUMBERS = ("offset", "line", "urgent_level")


@dataclass(frozen=True)
class Guess:
    """A danger the classifier reads in `words`. `share` is the class's share; `now` says that life is at risk now."""

    class_: str
    share: float
    words: str
    now: bool = False


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


class Learned:
    """Thread-safe. `home` is the folder that `handrail prepare` filled."""

    def __init__(self, home: Path) -> None:
        self._taught = Taught.load(home / FILE)
        self._encoder = Encoder(home / "encoder", graph=ADAPTED)

    def guess(self, text: str, noticed: Noticed) -> Guess | None:
        """The most dangerous part of the message, if it is beyond the line; a hint of the patterns moves the line.

        It was taught in English and says nothing of other languages, whose plain phrases the patterns hold.
        """
        said = list(parts(text, noticed)) if language_of(text) == ENGLISH else []
        if not said:
            return None
        vectors = self._encoder.vectors(said)
        wordings = [wording(reader().plain(part), self._taught.rarity) for part in said]
        meant = self._taught.meant(vectors)
        scores = self._taught.scores(meant, wordings)
        worst = int(np.argmax(scores))
        if scores[worst] <= self._taught.line - (HINTED if noticed.hints else 0.0):
            return None
        name, share = self._taught.class_of(meant[worst])
        return Guess(name, share, said[worst], self._taught.happening_now(vectors[worst], wordings[worst]))


def parts(text: str, noticed: Noticed) -> Iterator[str]:
    """The message and each of its clauses, without figures of speech and without what is denied."""
    clauses = list(_clauses(text))
    kept = [span for span in clauses if _meets(span, noticed.dangers) or not _meets(span, noticed.denials)]
    if len(kept) == len(clauses):
        kept = [(0, len(text)), *kept] if len(clauses) > 1 else kept
    for span in kept[:MOST_PARTS]:
        words = _without(text, span, noticed.figures)
        if sum(map(str.isalpha, words)) >= FEWEST_LETTERS:
            yield words


def _clauses(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for stop in PART.finditer(text):
        if text[start : stop.start()].strip():
            yield start, stop.start()
        start = stop.end()
    if text[start:].strip():
        yield start, len(text)


def _meets(span: tuple[int, int], places: Sequence[tuple[int, int]]) -> bool:
    return any(start < span[1] and span[0] < end for start, end in places)


def _without(text: str, span: tuple[int, int], places: Sequence[tuple[int, int]]) -> str:
    """The words of a span, save those of the places."""
    out, at = [], span[0]
    for start, end in sorted(places):
        if start < span[1] and span[0] < end:
            out.append(text[at : max(at, start)])
            at = max(at, min(end, span[1]))
    return " ".join("".join([*out, " ", text[at : span[1]]]).split())
