"""The second layer: what two readers that were taught make of a message. Pure once loaded.

The quick one reads all. Where it does not find a message plainly calm, the close one, six times slower, reads the part
that it finds worst, and decides.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from casework.reading.language import ENGLISH, is_welsh, language_of
from casework.safeguarding.business import Business, pieces
from casework.safeguarding.rules import Noticed, reader
from casework.safeguarding.taught import Taught
from encoder import ADAPTED, CLOSE, Encoder
from encoder.shape import Kind
from encoder.wording import Wording, wording

QUICK_FILE, CLOSE_FILE, BUSINESS_FILE = FILES = ("safety_quick.npz", "safety_close.npz", "safety_business.npz")
PART = re.compile(r"[.!?;\n]+|\bbut\b|\balso\b", re.IGNORECASE)
FEWEST_LETTERS = 3
MOST_PARTS = 12
FEWEST_WORDS, KNOWN_OF = 3, 3
HINTED, NOW, BORNE_OUT = 0.75, 0.5, 2.0
"""How much nearer the lines lie for what a pattern hints at, and the close reader's where life is at risk now; and for a part of what is alarming as a whole."""
DILUTED = 1.5
"""How far short of the quick reader's line a message may lie whose danger business hides from it."""
ALONE = 0.75
"""How far beyond the close reader's line what stands beside business must lie: "can someone come to me, i dont go out" is a reason."""


@dataclass(frozen=True)
class Guess:
    """A danger that is read in `words`. `share` is the class's share; `now` says that life is at risk now."""

    class_: str
    share: float
    words: str
    now: bool = False


@dataclass(frozen=True)
class Seen:
    """One row for each part that was read; `scores` say how far each lies on the side of danger."""

    vectors: Any
    wordings: Sequence[Wording]
    meant: Any
    scores: Any


@dataclass(frozen=True)
class First:
    """The parts of a message, and how far beyond its line the quick reader finds each."""

    said: Sequence[str]
    scores: Any

    @property
    def worst(self) -> float:
        return float(self.scores.max())


class Reader:
    def __init__(self, taught: Taught, encoder: Encoder) -> None:
        self.taught, self._encoder = taught, encoder

    @classmethod
    def load(cls, home: Path, file: str, kind: Kind) -> "Reader":
        return cls(Taught.load(home / file), Encoder(home / "encoder", kind=kind))

    def vectors(self, said: Sequence[str]) -> Any:
        return self._encoder.vectors(said)

    def read(self, said: Sequence[str]) -> Seen:
        vectors = self.vectors(said)
        wordings = [wording(reader().plain(part), self.taught.rarity) for part in said]
        meant = self.taught.meant(vectors)
        return Seen(vectors, wordings, meant, self.taught.scores(meant, wordings))


class Learned:
    """Thread-safe. `home` is the folder that `handrail prepare` filled."""

    def __init__(self, home: Path) -> None:
        self._quick = Reader.load(home, QUICK_FILE, ADAPTED)
        self._close = Reader.load(home, CLOSE_FILE, CLOSE)
        self._business = Business.load(home / BUSINESS_FILE)

    def first(self, text: str, noticed: Noticed) -> First:
        """They were taught in English and say nothing of other languages, whose plain phrases the patterns hold; nor of a
        clause in Welsh, however short.
        """
        said = [one for one in parts(text, noticed) if not is_welsh(one)] if _is_in_english(text) else []
        return First(said, self._quick.read(said).scores - self._quick.taught.line if said else np.array([-np.inf]))

    def guess(self, first: First, noticed: Noticed, beyond: float = 0.0) -> Guess | None:
        """The most dangerous part of the message, if it is so far beyond the line; a hint of the patterns moves the line."""
        nearer = HINTED if noticed.hints else 0.0
        if first.worst <= -nearer:
            return None
        return self._decided(first.said[int(np.argmax(first.scores))], nearer - beyond)

    def beside_business(self, text: str, first: First) -> str | None:
        """What else is plainly dangerous by itself in a message that is business in part; None where nothing is."""
        said = pieces(text)[:MOST_PARTS]
        if len(said) < 2 or first.worst <= -DILUTED:
            return None
        plain = self._business.is_business(self._quick.vectors(said))
        if plain.all() or not plain.any():
            return None
        left = ", ".join(one for one, is_plain in zip(said, plain, strict=True) if not is_plain)
        noticed = reader().notice(left)
        return left if self.guess(self.first(left, noticed), noticed, ALONE) else None

    def bears_out(self, text: str, noticed: Noticed) -> bool:
        """Whether some part of the message reads as danger by itself, or nearly: one that has no parts is its own."""
        said = list(parts(text, noticed))
        if len(said) < 2 or said[1] not in said[0]:
            return True
        return float(self._close.read(said[1:]).scores.max()) > self._close.taught.line - BORNE_OUT

    def _decided(self, said: str, nearer: float) -> Guess | None:
        taught, seen = self._close.taught, self._close.read([said])
        now = taught.happening_now(seen.vectors[0], seen.wordings[0])
        if seen.scores[0] <= taught.line - nearer - (NOW if now else 0):
            return None
        return Guess(*taught.class_of(seen.meant[0]), said, now)


def _is_in_english(text: str) -> bool:
    """Nothing tells of another language, and of three words or more a third at least are ones we know."""
    words = [word for word in reader().plain(text) if word.isalpha() and len(word) > 1]
    known = sum(word in reader().words.spelling.safe for word in words)
    return language_of(text) == ENGLISH and (len(words) < FEWEST_WORDS or known * KNOWN_OF >= len(words))


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
