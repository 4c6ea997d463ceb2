"""The development set chooses thresholds, so none of its messages may teach: they would look better known than they are."""

import json

from casework.base.settings import ROOT
from tests.test_held_out_apart import TEACHING, bare

ROWS = [json.loads(line) for line in (ROOT / "bot" / "evaluation" / "dev.jsonl").read_text("utf-8").splitlines()]


def test_none_of_it_teaches() -> None:
    assert len(ROWS) > 300
    assert [row["text"] for row in ROWS if bare(row["text"]) in TEACHING] == []


def test_each_message_is_there_once() -> None:
    said = [bare(row["text"]) for row in ROWS]
    assert len(said) == len(set(said))
