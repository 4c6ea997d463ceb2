"""What other limits would have done to labelled readings. Pure: lists in, counts out."""

from collections import Counter
from typing import Any, Container, Dict, List, NamedTuple, Sequence, Tuple

from bot.doubt import settled
from bot.evaluation.figures import FALLBACK, OUTSIDE, REFUSED, Reading

LOWEST = 0.1
TRIED = (LOWEST, 0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5, 0.6, 0.7)
FOLDS = 10


class Outcome(NamedTuple):
    """Messages answered rightly and wrongly; refused though read right; refused and so spared a wrong answer."""

    right: int
    wrong: int
    lost: int
    spared: int


class Asked(NamedTuple):
    """Messages at which the two-option question comes, and which of the two was meant."""

    times: int
    first: int
    second: int
    neither: int


class Weighed(NamedTuple):
    """Out-of-scope messages caught and missed; good ones turned away that had been read right, and read wrong."""

    caught: int
    missed: int
    lost: int
    spared: int


def outcome(readings: Sequence[Reading], lines: Dict[str, float], line: float = LOWEST) -> Outcome:
    """As if each meaning were refused below its own of `lines`, or `line` where it has none."""
    counts = Counter(_fate(one, lines.get(one.guess, line)) for one in readings)
    return Outcome(*(counts[name] for name in Outcome._fields))


def fitted(readings: Sequence[Reading]) -> Dict[str, float]:
    """For each meaning that is guessed, the lowest line with the most right answers over wrong ones."""
    guessed: Dict[str, List[Reading]] = {}
    for one in readings:
        guessed.setdefault(one.guess, []).append(one)
    return {guess: max(TRIED, key=lambda line: (_worth(kept, line), -line)) for guess, kept in guessed.items()}


def left_out(readings: Sequence[Reading], folds: int = FOLDS) -> Outcome:
    """Lines of each meaning's own, each message judged by lines that the other folds chose."""
    parts = [
        outcome(readings[fold::folds], fitted([one for n, one in enumerate(readings) if n % folds != fold]))
        for fold in range(folds)
    ]
    return Outcome(*map(sum, zip(*parts)))


def asked(
    parsed: Sequence[Dict[str, Any]], meant: Sequence[str], responses: Container[str], sure: float, likely: float
) -> Asked:
    """How often two meanings are offered with these limits of `bot.doubt`."""
    offered = [
        (*_two(one), truth).index(truth)
        for one, truth in zip(parsed, meant)
        if settled(one, responses, sure, likely) is not one
    ]
    return Asked(len(offered), *(offered.count(place) for place in range(3)))


def weighed(parsed: Sequence[Dict[str, Any]], meant: Sequence[str], weight: float) -> Weighed:
    """As if the confidence of `out_of_scope` were worth `weight` times that of other meanings."""
    counts = Counter(_turned(one["intent_ranking"], truth, weight) for one, truth in zip(parsed, meant))
    return Weighed(*(counts[name] for name in Weighed._fields))


def _turned(ranking: Sequence[Dict[str, Any]], truth: str, weight: float) -> str:
    """One of the fields of Weighed, or nothing where a good message is read as before."""
    known = {one["name"]: one["confidence"] for one in ranking if one["name"] != FALLBACK}
    first = max(known, key=known.__getitem__)
    turned = known.get(OUTSIDE, 0.0) * weight >= known[first]
    if truth == OUTSIDE:
        return "caught" if turned or ranking[0]["name"] == FALLBACK else "missed"
    return "" if not turned or first == OUTSIDE else "lost" if first == truth else "spared"


def _fate(one: Reading, line: float) -> str:
    """What is out of scope is answered rightly by a refusal."""
    right = one.guess == one.meant
    if one.read != FALLBACK and one.confidence >= line:
        return "right" if right else "wrong"
    return "right" if one.meant in REFUSED else "lost" if right else "spared"


def _two(parsed: Dict[str, Any]) -> Tuple[str, str]:
    first, second = parsed["intent_ranking"][:2]
    return first["name"], second["name"]


def _worth(readings: Sequence[Reading], line: float) -> int:
    return sum(1 if one.guess == one.meant else -1 for one in readings if one.confidence >= line)
