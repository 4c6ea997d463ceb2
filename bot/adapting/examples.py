"""What there is to learn from: messages with an intent, with a danger (or none), or with both."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Callable, Collection, Iterator, List, Sequence

import numpy as np
import yaml
from encoder.adapter import kept_back

ROOT = Path(__file__).resolve().parents[2]
UNKNOWN, CALM = -1, "calm"

@dataclass(frozen=True)
class Example:
    text: str
    intent: str = ""
    danger: str = ""


@dataclass(frozen=True)
class Lessons:
    """`intents` and `dangers` hold a number for each text, UNKNOWN where there is nothing to learn of the kind."""

    texts: List[str]
    intents: np.ndarray
    dangers: np.ndarray


def lessons(intents: bool = True, calm: int = 1) -> Lessons:
    """Without `intents`, of the messages that have one only every so many, as `calm` says."""
    messages = list(_messages())
    if not intents:
        messages = [Example(one.text, danger=one.danger) for one in messages[::calm] if one.danger]
    return _lessons([*messages, *_dangers()])


def more(files: Collection[str]) -> Lessons:
    """Of danger alone: what stands in the files of those names, and of all else some, lest it be forgotten."""
    new, known = list(_dangers(lambda name: name in files)), list(_dangers(lambda name: name not in files))
    calm = [Example(one.text, danger=one.danger) for one in _messages() if one.danger]
    return _lessons([*new, *known[::3], *calm[::8]])


def _lessons(found: Sequence[Example]) -> Lessons:
    return Lessons(
        [one.text for one in found],
        _numbered([one.intent for one in found]),
        _numbered([one.danger for one in found]),
    )


def _numbered(labels: List[str]) -> np.ndarray:
    """Calm is 0."""
    names = sorted(set(labels) - {""}, key=lambda name: (name != CALM, name))
    return np.array([names.index(label) if label else UNKNOWN for label in labels])


def _messages() -> Iterator[Example]:
    unsure = yaml.safe_load((ROOT / "data" / "safeguarding" / "unsure_intents.yml").read_text("utf-8"))
    for file in sorted((ROOT / "data" / "nlu").glob("**/*.yml")):
        for block in yaml.safe_load(file.read_text("utf-8"))["nlu"]:
            for line in block.get("examples", "").splitlines():
                if "intent" in block and line.startswith("- "):
                    danger = "" if block["intent"] in unsure else CALM
                    yield Example(line[2:].strip(), block["intent"], danger)


def _dangers(wanted: Callable[[str], bool] = lambda name: True) -> Iterator[Example]:
    folder = ROOT / "data" / "safeguarding"
    files = sorted(file for name in ("corpus", "dev", "tuning") for file in folder.glob(f"{name}/*.jsonl"))
    for file in filter(lambda one: wanted(one.stem), files):
        for row in map(json.loads, file.read_text("utf-8").splitlines()):
            if not kept_back(row["text"]):
                yield Example(row["text"], danger=row["class"] or CALM)
