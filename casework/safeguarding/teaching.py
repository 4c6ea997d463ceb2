"""`python -m casework.safeguarding.teaching HOME` teaches the second layer from the labelled messages of this repository.

The line between calm and danger is drawn where, in cross-validation, as many calm messages that hold danger words
are alarmed as `ALARMED` says; a stricter one misses more of what is said indirectly.
"""

import json
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
import yaml
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold, cross_val_predict
from sklearn.svm import SVC, LinearSVC

from casework.base.settings import ROOT
from casework.safeguarding.data import FOLDER, LOADER, load
from casework.safeguarding.learned import FILE, Taught, parts
from casework.safeguarding.rules import Noticed, reader
from casework.safeguarding.wording import PLACES, Wording, places, wording
from encoder import ADAPTED, Encoder

WIDTH, PATIENCE, WORDING, SHARPNESS = 1.0, 4.0, 0.6, 6.0
FOLDS = 3
ALARMED = 0.05
TAKEN_AT_ONCE = 0.97
FOLDERS = ("corpus", "dev", "tuning")
NOTHING = Noticed({})


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
    """`vectors` has one row for each part."""
    grave = np.array([said.danger is not None for said in given.said])
    hard = np.array([said.hard for said in given.said])
    dangers = [said for said in given.said if said.danger]
    words = [reader().plain(part) for part in given.parts]
    rarity = _rarity(words)
    worded = [wording(said, rarity) for said in words]
    names, slopes, levels = _classes(vectors[grave], [str(said.danger) for said in dangers])
    urgent = _urgent(vectors[grave], np.array([said.now for said in dangers]))
    drawn = _drawn(vectors, worded, grave, rarity)
    scores = np.zeros(len(grave))
    for known, unseen in GroupKFold(FOLDS).split(vectors, grave, given.whole):
        fold = _drawn(vectors[known], [worded[at] for at in known], grave[known], rarity)
        scores[unseen] = fold.scores(vectors[unseen], [worded[at] for at in unseen])
    line = _line(scores[hard], given.whole[hard])
    return replace(drawn, names=names, slopes=slopes, levels=levels, line=line, **urgent)


def _line(scores: Any, whole: Any) -> float:
    """Where `ALARMED` of the messages lie beyond; the worst part of a message stands for it."""
    worst = {number: scores[whole == number].max() for number in np.unique(whole)}
    return float(np.quantile(list(worst.values()), 1 - ALARMED))


def _rarity(words: Sequence[Sequence[str]]) -> Any:
    """A piece of wording weighs the more, the fewer messages hold it."""
    seen = np.zeros(PLACES)
    for said in words:
        seen[list(places(said))] += 1
    return (1 + np.log((1 + len(words)) / (1 + seen))).astype(np.float32)


def _drawn(vectors: Any, worded: Sequence[Wording], grave: Any, rarity: Any) -> Taught:
    """The line's two halves: what messages mean, and how they are worded."""
    meant = SVC(C=PATIENCE, gamma=WIDTH, class_weight="balanced").fit(vectors, grave)
    pull = meant.dual_coef_[0].astype(np.float32)
    said = LinearSVC(C=WORDING, class_weight="balanced").fit(_rows(worded), grave)
    tells, offset = said.coef_[0].astype(np.float32), float(meant.intercept_[0] + said.intercept_[0])
    return Taught(meant.support_vectors_, pull, offset, WIDTH, rarity, tells, 0.0, (), None, None, None, None, 0.0)


def _rows(worded: Sequence[Wording]) -> Any:
    ends = np.cumsum([0, *(len(one.places) for one in worded)])
    columns = (np.concatenate([getattr(one, name) for one in worded]) for name in ("weights", "places"))
    return csr_matrix((*columns, ends), shape=(len(worded), PLACES))


def _classes(vectors: Any, names: Sequence[str]) -> tuple[tuple[str, ...], Any, Any]:
    model = LogisticRegression(max_iter=1000, class_weight="balanced").fit(vectors * SHARPNESS, names)
    return tuple(map(str, model.classes_)), model.coef_ * SHARPNESS, model.intercept_


def _urgent(vectors: Any, now: Any) -> dict[str, Any]:
    """The line beyond which life is at risk now: in cross-validation `TAKEN_AT_ONCE` of such messages lie beyond."""
    model = SVC(C=PATIENCE, gamma=WIDTH, class_weight="balanced")
    unseen = cross_val_predict(model, vectors, now, cv=FOLDS, method="decision_function")
    level = np.quantile(unseen[now], 1 - TAKEN_AT_ONCE)
    model.fit(vectors, now)
    return {
        "urgent_examples": model.support_vectors_,
        "urgent_pull": model.dual_coef_[0].astype(np.float32),
        "urgent_offset": float(model.intercept_[0] - level),
    }


def main(arguments: Sequence[str]) -> None:
    home = Path(arguments[0])
    print("teaching the second safety layer", flush=True)
    learnt = teach(Encoder(home / "encoder", threads=2, graph=ADAPTED))
    learnt.save(home / FILE)
    print(f"{len(learnt.examples)} examples draw the line at {learnt.line:.2f}", flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
