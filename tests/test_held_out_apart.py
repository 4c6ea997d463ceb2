"""No held-out message stands among those that teach: what is measured on them is measured on unseen words."""

import json
import re
from collections.abc import Iterator
from pathlib import Path

import yaml

from casework.base.settings import ROOT

DATA, TESTS = ROOT / "data", ROOT / "tests"
MARKED = re.compile(r"\[([^\]]*)\](\([^)]*\)|\{[^}]*\})")


def bare(text: str) -> str:
    return " ".join(re.sub(r"[^a-z0-9 ]", "", text.lower()).split())


def lines(folder: Path, names: str) -> Iterator[str]:
    for file in folder.glob(names):
        yield from (json.loads(line)["text"] for line in file.read_text("utf-8").splitlines())


def intents() -> Iterator[str]:
    for file in (DATA / "nlu").glob("**/*.yml"):
        for block in yaml.safe_load(file.read_text("utf-8"))["nlu"]:
            said = block.get("examples", "").splitlines() if "intent" in block else []
            yield from (MARKED.sub(r"\1", line[2:]) for line in said if line.startswith("- "))


TEACHING = {bare(text) for text in [*intents(), *lines(DATA / "safeguarding", "*/*.jsonl")]} - {""}


def test_intents() -> None:
    held_out = list(lines(TESTS / "bot" / "heldout", "**/*.jsonl"))
    assert len(held_out) > 1400
    assert [text for text in held_out if bare(text) in TEACHING] == []


def test_danger() -> None:
    held_out = list(lines(TESTS / "casework" / "safeguarding" / "heldout", "*.jsonl"))
    assert len(held_out) > 1400
    assert [text for text in held_out if bare(text) in TEACHING] == []
