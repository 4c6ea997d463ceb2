"""The figures of a reading of labelled messages. Pure: lists in, numbers out."""

from collections import Counter
from dataclasses import dataclass
from typing import Dict, List, Sequence, Tuple

FALLBACK, OUTSIDE = "nlu_fallback", "out_of_scope"
REFUSED = frozenset({FALLBACK, OUTSIDE})


@dataclass(frozen=True)
class Reading:
    """One message: what it means, what it was read as with how much confidence, and the best guess below a fallback."""

    text: str
    meant: str
    read: str
    confidence: float
    guess: str


@dataclass(frozen=True)
class Measured:
    """What a model made of the messages, how many it read in a second, and how many it was taught with."""

    readings: List[Reading]
    speed: float
    taught: int


@dataclass(frozen=True)
class Score:
    intent: str
    precision: float
    recall: float
    f1: float
    messages: int


def accuracy(readings: Sequence[Reading]) -> float:
    """The share read as meant; a fallback is never right."""
    return sum(one.read == one.meant for one in readings) / len(readings)


def scores(readings: Sequence[Reading]) -> List[Score]:
    """One row for each intent that was meant, in the order of the alphabet."""
    meant, read = Counter(one.meant for one in readings), Counter(one.read for one in readings)
    right = Counter(one.meant for one in readings if one.read == one.meant)
    return [_score(intent, right[intent], read[intent], meant[intent]) for intent in sorted(meant)]


def _score(intent: str, right: int, read: int, meant: int) -> Score:
    precision, recall = (right / read if read else 0.0), right / meant
    return Score(intent, precision, recall, 2 * right / (read + meant), meant)


def macro_f1(readings: Sequence[Reading]) -> float:
    rows = scores(readings)
    return sum(row.f1 for row in rows) / len(rows)


def confusions(readings: Sequence[Reading]) -> List[Tuple[str, str, int]]:
    """Pairs of meant and read that differ, the most frequent first."""
    pairs = Counter((one.meant, one.read) for one in readings if one.meant != one.read)
    return [(meant, read, count) for (meant, read), count in sorted(pairs.items(), key=lambda kv: (-kv[1], kv[0]))]


def outside(readings: Sequence[Reading]) -> Tuple[float, float]:
    """The share of out-of-scope messages caught, and the share of good ones refused; fallback counts as both."""
    strange = [one.read in REFUSED for one in readings if one.meant == OUTSIDE]
    good = [one.read in REFUSED for one in readings if one.meant != OUTSIDE]
    return sum(strange) / max(len(strange), 1), sum(good) / max(len(good), 1)


def at_threshold(readings: Sequence[Reading], threshold: float) -> List[Reading]:
    """The same readings as if the fallback came below `threshold`, and for no other reason."""
    return [
        Reading(one.text, one.meant, one.guess if one.confidence >= threshold else FALLBACK, one.confidence, one.guess)
        for one in readings
    ]


def calibration(readings: Sequence[Reading], bins: int = 10) -> List[Tuple[float, float, int]]:
    """Mean confidence, share right, and number of messages, for each tenth of confidence that has any."""
    rows: Dict[int, List[Reading]] = {}
    for one in readings:
        rows.setdefault(min(int(one.confidence * bins), bins - 1), []).append(one)
    return [
        (
            sum(one.confidence for one in kept) / len(kept),
            sum(one.guess == one.meant for one in kept) / len(kept),
            len(kept),
        )
        for _, kept in sorted(rows.items())
    ]


def calibration_error(readings: Sequence[Reading]) -> float:
    """Expected calibration error: the mean distance between confidence and share right, weighed by messages."""
    return sum(abs(said - right) * count for said, right, count in calibration(readings)) / len(readings)
