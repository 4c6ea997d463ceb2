"""`python -m casework.safeguarding.teaching HOME` teaches the second layer from the labelled messages of this repository.

The line between calm and danger is drawn where, of the messages that neither the encoder nor the classifier learnt
from, as many calm ones that hold danger words are alarmed as `ALARMED` says; a stricter line misses more of what is
said indirectly.
"""

import json
import sys
import warnings
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
import yaml
from scipy.sparse import csr_matrix
from sklearn.exceptions import ConvergenceWarning
from sklearn.linear_model import LogisticRegression
from sklearn.neural_network import MLPClassifier
from sklearn.svm import LinearSVC

from casework.base.settings import ROOT
from casework.safeguarding.data import FOLDER, LOADER, load
from casework.safeguarding.learned import FILE, Taught, parts
from casework.safeguarding.rules import Noticed, reader
from encoder import ADAPTED, Encoder
from encoder.adapter import kept_back
from encoder.wording import Wording, rarity, wording

HIDDEN, ROUNDS, SCALE, WORDING = 128, 12, 8.0, 0.6
ALARMED = 0.1
TAKEN_AT_ONCE = 0.97
FOLDERS = ("corpus", "dev", "tuning")
NOTHING = Noticed({})
CALM = " calm"
PLACES = 2**18


@dataclass(frozen=True)
class Said:
    """A text with its danger, if any. `hard`: calm talk that holds danger words; `now`: life is at risk now."""

    text: str
    danger: str | None = None
    hard: bool = False
    now: bool = False


def messages() -> Iterator[Said]:
    for file in sorted(file for folder in FOLDERS for file in FOLDER.glob(f"{folder}/*.jsonl")):
        for row in map(json.loads, file.read_text("utf-8").splitlines()):
            yield Said(row["text"], row["class"], row["class"] is None, row["priority"] == "P0")
    unsure = load("unsure_intents.yml")
    for file in sorted((ROOT / "data" / "nlu").glob("**/*.yml")):
        for block in yaml.load(file.read_text("utf-8"), Loader=LOADER)["nlu"]:
            if block.get("intent") and block["intent"] not in unsure:
                lines = block["examples"].splitlines()
                yield from (Said(line[2:].strip()) for line in lines if line.startswith("- "))


@dataclass(frozen=True)
class Rows:
    """The same parts as vectors and as wordings, with what each is part of."""

    vectors: Any
    wordings: Sequence[Wording]
    said: Sequence[Said]

    def some(self, which: Any) -> "Rows":
        places = [int(place) for place in np.flatnonzero(which)]
        return Rows(self.vectors[places], [self.wordings[n] for n in places], [self.said[n] for n in places])

    @property
    def classes(self) -> list[str]:
        return [said.danger or CALM for said in self.said]

    @property
    def grave(self) -> Any:
        return np.array([said.danger is not None for said in self.said])

    @property
    def hard(self) -> Any:
        return np.array([said.hard for said in self.said])

    @property
    def now(self) -> Any:
        return np.array([said.now for said in self.said])


@dataclass(frozen=True)
class Lesson:
    """One row for each part of a message: `danger` names it or is None; `whole` numbers its message."""

    parts: list[str]
    said: list[Said]
    whole: Any


def lesson() -> Lesson:
    """From all messages; those about danger are read as the running service reads them, without figures of speech.

    Every part of a calm message is calm; which part of a dangerous one is dangerous nobody has marked.
    """
    rows = []
    for number, said in enumerate(messages()):
        noticed = reader().notice(said.text) if said.danger or said.hard else NOTHING
        seen = list(parts(said.text, noticed))
        rows += [(part, said, number) for part in (seen[:1] if said.danger else seen)]
    return Lesson([part for part, _, _ in rows], [said for _, said, _ in rows], np.array([n for _, _, n in rows]))


def teach(encoder: Encoder) -> Taught:
    given = lesson()
    return taught(encoder.vectors(given.parts), given)


def taught(vectors: Any, given: Lesson) -> Taught:
    """`vectors` has one row for each part. Lines are drawn on the messages that nothing has learnt from."""
    unseen = np.array([kept_back(said.text) for said in given.said])
    words = [reader().plain(part) for part in given.parts]
    weights = rarity(words, PLACES)
    rows = Rows(vectors, [wording(said, weights) for said in words], given.said)
    first, known = _drawn(rows.some(~unseen), weights), rows.some(unseen)
    line = _line(first, known, given.whole[unseen])
    return replace(_drawn(rows, weights), line=line, urgent_level=_urgent_level(first, known.some(known.now)))


def _line(drawn: Taught, rows: Rows, whole: Any) -> float:
    """Where `ALARMED` of the calm messages that hold danger words lie beyond; the worst part of each stands for it."""
    scores = drawn.scores(drawn.meant(rows.vectors), rows.wordings)
    worst = {number: scores[(whole == number) & rows.hard].max() for number in np.unique(whole[rows.hard])}
    return float(np.quantile(list(worst.values()), 1 - ALARMED))


def _urgent_level(drawn: Taught, rows: Rows) -> float:
    """Beyond which `TAKEN_AT_ONCE` of the rows lie, all of them of life at risk now."""
    pairs = zip(rows.vectors, rows.wordings, strict=True)
    return float(np.quantile([drawn.urgency(vector, said) for vector, said in pairs], 1 - TAKEN_AT_ONCE))


def _drawn(rows: Rows, weights: Any) -> Taught:
    """What messages mean, how they are worded, and whether life is at risk now; the lines are still to be drawn."""
    meant = MLPClassifier((HIDDEN,), alpha=1e-3, batch_size=256, max_iter=ROUNDS, random_state=0)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ConvergenceWarning)
        meant.fit(rows.vectors * SCALE, rows.classes)
    said = LinearSVC(C=WORDING, class_weight="balanced").fit(_sparse(rows.wordings), rows.grave)
    grave = rows.some(rows.grave)
    now = LogisticRegression(C=30, max_iter=300, class_weight="balanced").fit(grave.vectors, grave.now)
    told = LinearSVC(C=WORDING, class_weight="balanced").fit(_sparse(grave.wordings), grave.now)
    (inner, outer), (inner_level, outer_level) = meant.coefs_, meant.intercepts_
    return Taught(
        inner=_small(inner * SCALE),
        inner_level=_small(inner_level),
        outer=_small(outer),
        outer_level=_small(outer_level),
        rarity=weights,
        tells=_small(said.coef_[0]),
        offset=float(said.intercept_[0]),
        line=0.0,
        names=tuple(map(str, meant.classes_)),
        urgent=_small(now.coef_[0]),
        urgent_tells=_small(told.coef_[0]),
        urgent_level=0.0,
    )


def _small(numbers: Any) -> Any:
    return numbers.astype(np.float32)


def _sparse(worded: Sequence[Wording]) -> Any:
    ends = np.cumsum([0, *(len(one.places) for one in worded)])
    columns = (np.concatenate([getattr(one, name) for one in worded]) for name in ("weights", "places"))
    return csr_matrix((*columns, ends), shape=(len(worded), PLACES))


def main(arguments: Sequence[str]) -> None:
    home = Path(arguments[0])
    print("teaching the second safety layer", flush=True)
    learnt = teach(Encoder(home / "encoder", threads=2, graph=ADAPTED))
    learnt.save(home / FILE)
    print(f"the line is at {learnt.line:.2f}", flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
