"""The second layer: what a classifier on sentence vectors makes of a message. Pure once loaded."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from casework.reading.language import ENGLISH, language_of
from casework.safeguarding.rules import Noticed, reader
from casework.safeguarding.wording import Wording, wording
from encoder import ADAPTED, Encoder

FILE = "safety.npz"
PART = re.compile(r"[.!?;\n]+|\bbut\b|\balso\b", re.IGNORECASE)
FEWEST_LETTERS = 3
MOST_PARTS = 12
HINTED = 0.95
ARRAYS = ("examples", "pull", "rarity", "tells", "slopes", "levels", "urgent_examples", "urgent_pull")
Vectors = "np.ndarray[Any, np.dtype[np.float32]]"


@dataclass(frozen=True)
class Guess:
    """A danger the classifier reads in `words`. `share` is the class's share; `now` says that life is at risk now."""

    class_: str
    share: float
    words: str
    now: bool = False


@dataclass(frozen=True)
class Taught:
    """What teaching left: the examples that draw the line between calm and danger, and a reader of the class."""

    examples: Any
    pull: Any
    offset: float
    width: float
    rarity: Any
    tells: Any
    line: float
    names: tuple[str, ...]
    slopes: Any
    levels: Any
    urgent_examples: Any
    urgent_pull: Any
    urgent_offset: float

    @classmethod
    def load(cls, file: Path) -> "Taught":
        with np.load(file) as kept:
            numbers = {name: float(kept[name]) for name in ("offset", "width", "line", "urgent_offset")}
            arrays = {name: kept[name] for name in ARRAYS}
            return cls(**arrays, **numbers, names=tuple(map(str, kept["names"])))

    def save(self, file: Path) -> None:
        np.savez_compressed(file, **self.__dict__)

    def scores(self, vectors: Any, said: Sequence[Wording]) -> Any:
        """How far each row lies on the danger side."""
        meant = _near(vectors, self.examples, self.width) @ self.pull + self.offset
        return meant + [float(self.tells[one.places] @ one.weights) for one in said]

    def classes(self, vectors: Any) -> Any:
        """The share of each class of danger, one row for each vector."""
        raw = vectors @ self.slopes.T + self.levels
        shares = np.exp(raw - raw.max(axis=1, keepdims=True))
        return shares / shares.sum(axis=1, keepdims=True)

    def happening_now(self, vectors: Any) -> bool:
        """Whether one of them reads like the messages of people whose life is at risk now."""
        near = _near(vectors, self.urgent_examples, self.width)
        return bool((near @ self.urgent_pull + self.urgent_offset > 0).any())


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
        scores = self._taught.scores(vectors, wordings)
        worst = int(np.argmax(scores))
        if scores[worst] <= self._taught.line - (HINTED if noticed.hints else 0.0):
            return None
        shares = self._taught.classes(vectors[worst : worst + 1])[0]
        best = int(np.argmax(shares))
        now = self._taught.happening_now(vectors[worst : worst + 1])
        return Guess(self._taught.names[best], float(shares[best]), said[worst], now)


def _near(vectors: Any, examples: Any, width: float) -> Any:
    """How near each vector lies to each example, 1 where they are the same; vectors have length 1."""
    return np.exp(-width * (2 - 2 * vectors @ examples.T))


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
