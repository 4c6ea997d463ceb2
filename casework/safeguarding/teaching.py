"""`python -m casework.safeguarding.teaching HOME` teaches the second layer from the labelled messages of this repository.

The line between calm and danger is drawn where, in cross-validation, as many calm messages that hold danger words
are alarmed as `ALARMED` says. A stricter line (1%) alarms 1.6 points less and misses 4 points more of what is indirect.
"""

import json
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
import yaml
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import StratifiedKFold
from sklearn.svm import SVC

from casework.base.settings import ROOT
from casework.safeguarding.data import FOLDER, LOADER, load
from casework.safeguarding.learned import FILE, Taught, parts
from casework.safeguarding.rules import Noticed, reader
from encoder import ADAPTED, Encoder

WIDTH, PATIENCE, SHARPNESS = 1.0, 4.0, 6.0
FOLDS = 3
ALARMED = 0.02
NOTHING = Noticed({})


@dataclass(frozen=True)
class Said:
    """A text with its danger, if any. `hard`: calm talk that holds danger words; `now`: life is at risk now."""

    text: str
    danger: str | None = None
    hard: bool = False
    now: bool = False


def messages() -> Iterator[Said]:
    for file in sorted([*FOLDER.glob("corpus/*.jsonl"), *FOLDER.glob("dev/*.jsonl")]):
        for row in map(json.loads, file.read_text("utf-8").splitlines()):
            yield Said(row["text"], row["class"], row["class"] is None, row["priority"] == "P0")
    unsure = load("unsure_intents.yml")
    for file in sorted((ROOT / "data" / "nlu").glob("**/*.yml")):
        for block in yaml.load(file.read_text("utf-8"), Loader=LOADER)["nlu"]:
            if block.get("intent") and block["intent"] not in unsure:
                lines = block["examples"].splitlines()
                yield from (Said(line[2:].strip()) for line in lines if line.startswith("- "))


def teach(encoder: Encoder) -> Taught:
    """From all messages; those about danger are read as the running service reads them, without figures of speech."""
    kept = []
    for said in messages():
        noticed = reader().notice(said.text) if said.danger or said.hard else NOTHING
        if whole := next(parts(said.text, noticed), None):
            kept.append(replace(said, text=whole))
    return taught(encoder.vectors([said.text for said in kept]), kept)


def taught(vectors: Any, given: Sequence[Said]) -> Taught:
    """`vectors` has one row for each message."""
    grave = np.array([said.danger is not None for said in given])
    hard = np.array([said.hard for said in given])
    dangers = [said for said in given if said.danger]
    names, slopes, levels = _classes(vectors[grave], [str(said.danger) for said in dangers])
    urgent = _urgent(vectors[grave], [said.now for said in dangers])
    drawn = replace(_drawn(vectors, grave), names=names, slopes=slopes, levels=levels, urgent=urgent)
    scores = np.zeros(len(grave))
    for known, unseen in StratifiedKFold(FOLDS, shuffle=True, random_state=0).split(vectors, grave):
        scores[unseen] = _drawn(vectors[known], grave[known]).scores(vectors[unseen])
    return replace(drawn, line=float(np.quantile(scores[hard], 1 - ALARMED)))


def _drawn(vectors: Any, grave: Any) -> Taught:
    model = SVC(C=PATIENCE, gamma=WIDTH, class_weight="balanced").fit(vectors, grave)
    pull = model.dual_coef_[0].astype(np.float32)
    return Taught(model.support_vectors_, pull, float(model.intercept_[0]), WIDTH, 0.0, (), None, None, None)


def _classes(vectors: Any, names: Sequence[str]) -> tuple[tuple[str, ...], Any, Any]:
    model = LogisticRegression(max_iter=1000, class_weight="balanced").fit(vectors * SHARPNESS, names)
    return tuple(map(str, model.classes_)), model.coef_ * SHARPNESS, model.intercept_


def _urgent(vectors: Any, now: Sequence[bool]) -> Any:
    model = LogisticRegression(max_iter=1000, class_weight="balanced").fit(vectors * SHARPNESS, now)
    return np.append(model.coef_[0] * SHARPNESS, model.intercept_[0])


def main(arguments: Sequence[str]) -> None:
    home = Path(arguments[0])
    print("teaching the second safety layer", flush=True)
    learnt = teach(Encoder(home / "encoder", threads=2, graph=ADAPTED))
    learnt.save(home / FILE)
    print(f"{len(learnt.examples)} examples draw the line at {learnt.line:.2f}", flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
