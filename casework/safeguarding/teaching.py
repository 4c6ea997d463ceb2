"""`python -m casework.safeguarding.teaching HOME` teaches the second layer from the labelled messages of this repository.

Its lines are drawn on the eighth of the messages that neither encoders nor readers learn from: the quick reader lets pass
what lies where nearly no danger lies; the close one alarms where no more calm messages that hold danger words lie
beyond than `ALARMED` says, since a stricter line misses more of what is said indirectly.
"""

import json
import sys
import warnings
from collections.abc import Callable, Iterator, Sequence
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

from casework.safeguarding.business import Business
from casework.safeguarding.data import FOLDER, LOADER, everyday_files, load
from casework.safeguarding.learned import BUSINESS_FILE, CLOSE_FILE, QUICK_FILE, parts
from casework.safeguarding.rules import Noticed, reader
from casework.safeguarding.taught import Taught
from casework.safeguarding.teaching_business import teach_business
from encoder import ADAPTED, CLOSE, Encoder
from encoder.adapter import kept_back
from encoder.wording import Wording, rarity, wording

HIDDEN, ROUNDS, SCALE, WORDING = 128, 12, 8.0, 0.6
PASSED_ON, ALARMED = 0.98, 0.05
TAKEN_AT_ONCE = 0.98
EVERYDAY = 2
"""Of the everyday messages, the close reader learns from every second: it takes long to encode."""
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


def messages(every: int = 1) -> Iterator[Said]:
    """All about danger, and of the everyday ones every so many."""
    yield from _about_danger()
    yield from list(_everyday())[::every]


def _about_danger() -> Iterator[Said]:
    for file in sorted(file for folder in FOLDERS for file in FOLDER.glob(f"{folder}/*.jsonl")):
        for row in map(json.loads, file.read_text("utf-8").splitlines()):
            yield Said(row["text"], row["class"], row["class"] is None, row["priority"] == "P0")


def _everyday() -> Iterator[Said]:
    unsure = load("unsure_intents.yml")
    for file in everyday_files():
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


def lesson(every: int = 1) -> Lesson:
    """From all messages; those about danger are read as the running service reads them, without figures of speech.

    Every part of a calm message is calm; which part of a dangerous one is dangerous nobody has marked.
    """
    rows = []
    for number, said in enumerate(messages(every)):
        noticed = reader().notice(said.text) if said.danger or said.hard else NOTHING
        seen = list(parts(said.text, noticed))
        rows += [(part, said, number) for part in (seen[:1] if said.danger else seen)]
    return Lesson([part for part, _, _ in rows], [said for _, said, _ in rows], np.array([n for _, _, n in rows]))


Line = Callable[[Taught, Rows, Any], float]
"""Where to draw it: by what was drawn, from rows that nothing has learnt from, and which message each is part of."""


def teach(encoder: Encoder, given: Lesson, line: Line) -> Taught:
    unseen = np.array([kept_back(said.text) for said in given.said])
    words = [reader().plain(part) for part in given.parts]
    weights = rarity(words, PLACES)
    rows = Rows(encoder.vectors(given.parts), [wording(said, weights) for said in words], given.said)
    drawn, known = _drawn(rows.some(~unseen), weights), rows.some(unseen)
    level = _urgent_level(drawn, known.some(known.now))
    return replace(drawn, line=line(drawn, known, given.whole[unseen]), urgent_level=level)


def passing(drawn: Taught, rows: Rows, whole: Any) -> float:
    """Beyond which `PASSED_ON` of the dangers lie."""
    scores = drawn.scores(drawn.meant(rows.vectors), rows.wordings)
    line = float(np.quantile(scores[rows.grave], 1 - PASSED_ON))
    _say("passed on", scores > line, rows)
    return line


def alarming(drawn: Taught, rows: Rows, whole: Any) -> float:
    """Where `ALARMED` of the calm messages that hold danger words lie beyond; the worst part of each stands for it."""
    scores = drawn.scores(drawn.meant(rows.vectors), rows.wordings)
    worst = {number: scores[(whole == number) & rows.hard].max() for number in np.unique(whole[rows.hard])}
    line = float(np.quantile(list(worst.values()), 1 - ALARMED))
    _say("alarmed", scores > line, rows)
    return line


def _say(what: str, beyond: Any, rows: Rows) -> None:
    plain = ~rows.grave & ~rows.hard
    shares = (("dangers", rows.grave), ("life at risk", rows.now), ("calm with danger words", rows.hard), ("everyday", plain))
    print(f"{what}: " + ", ".join(f"{name} {beyond[kind].mean():.1%}" for name, kind in shares), flush=True)


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
    for file, kind, every, line in ((QUICK_FILE, ADAPTED, 1, passing), (CLOSE_FILE, CLOSE, EVERYDAY, alarming)):
        print(f"teaching {file}", flush=True)
        teach(Encoder(home / "encoder", threads=2, kind=kind), lesson(every), line).save(home / file)
    print(f"teaching {BUSINESS_FILE}", flush=True)
    business(home).save(home / BUSINESS_FILE)


def business(home: Path) -> Business:
    said = list(messages())
    everyday = sorted({one.text for one in said if not one.danger and not one.hard})
    encoder = Encoder(home / "encoder", threads=2, kind=ADAPTED)
    return teach_business(encoder, everyday, [one.text for one in said if one.hard], [one.text for one in said if one.danger])


if __name__ == "__main__":
    main(sys.argv[1:])
