"""`python -m casework.safeguarding.teaching HOME` teaches the second layer from the labelled messages of this repository.

The line between calm and danger is drawn where, in cross-validation, as many calm messages that hold danger words
are alarmed as `ALARMED` says.
"""

import json
import sys
from collections.abc import Iterator, Sequence
from dataclasses import replace
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


def messages() -> Iterator[tuple[str, str | None, bool]]:
    """Each text with its class of danger or None, and whether it is calm talk that holds danger words."""
    for file in sorted([*FOLDER.glob("corpus/*.jsonl"), *FOLDER.glob("dev/*.jsonl")]):
        for row in map(json.loads, file.read_text("utf-8").splitlines()):
            yield row["text"], row["class"], row["class"] is None
    unsure = load("unsure_intents.yml")
    for file in sorted((ROOT / "data" / "nlu").glob("**/*.yml")):
        for block in yaml.load(file.read_text("utf-8"), Loader=LOADER)["nlu"]:
            if block.get("intent") and block["intent"] not in unsure:
                yield from (
                    (line[2:].strip(), None, False) for line in block["examples"].splitlines() if line[:2] == "- "
                )


def teach(encoder: Encoder) -> Taught:
    """From all messages; those about danger are read as the running service reads them, without figures of speech."""
    said, dangers, hard = [], [], []
    for text, class_, is_hard in messages():
        about_danger = class_ is not None or is_hard
        whole = next(parts(text, reader().notice(text) if about_danger else NOTHING), None)
        if whole:
            said.append(whole)
            dangers.append(class_)
            hard.append(is_hard)
    return taught(encoder.vectors(said), dangers, np.array(hard))


def taught(vectors: Any, dangers: Sequence[str | None], hard: Any) -> Taught:
    """`vectors` one row for each message, `dangers` its class or None, `hard` whether it is calm with danger words."""
    grave = np.array([class_ is not None for class_ in dangers])
    names, slopes, levels = _classes(vectors[grave], [class_ for class_ in dangers if class_])
    drawn = replace(_drawn(vectors, grave), names=names, slopes=slopes, levels=levels)
    scores = np.zeros(len(grave))
    for known, unseen in StratifiedKFold(FOLDS, shuffle=True, random_state=0).split(vectors, grave):
        scores[unseen] = _drawn(vectors[known], grave[known]).scores(vectors[unseen])
    return replace(drawn, line=float(np.quantile(scores[hard], 1 - ALARMED)))


def _drawn(vectors: Any, grave: Any) -> Taught:
    model = SVC(C=PATIENCE, gamma=WIDTH, class_weight="balanced").fit(vectors, grave)
    pull = model.dual_coef_[0].astype(np.float32)
    return Taught(model.support_vectors_, pull, float(model.intercept_[0]), WIDTH, 0.0, (), None, None)


def _classes(vectors: Any, names: Sequence[str]) -> tuple[tuple[str, ...], Any, Any]:
    model = LogisticRegression(max_iter=1000, class_weight="balanced").fit(vectors * SHARPNESS, names)
    return tuple(map(str, model.classes_)), model.coef_ * SHARPNESS, model.intercept_


def main(arguments: Sequence[str]) -> None:
    home = Path(arguments[0])
    print("teaching the second safety layer", flush=True)
    learnt = teach(Encoder(home / "encoder", threads=2, graph=ADAPTED))
    learnt.save(home / FILE)
    print(f"{len(learnt.examples)} examples draw the line at {learnt.line:.2f}", flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
