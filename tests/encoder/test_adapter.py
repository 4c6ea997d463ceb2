"""What was learnt is added to the official weights, and nothing else is."""

import json
from pathlib import Path

import numpy as np
import pytest
from sklearn.linear_model import LogisticRegression

from casework.base.settings import ROOT
from encoder import ADAPTED, CLOSE, OFFICIAL, Encoder
from encoder.adapter import LARGE, SMALL, adapted, kept_back
from tests.encoder.test_encoder import BUILT


def test_a_product_is_added_to_its_matrix_alone(tmp_path: Path) -> None:
    file = tmp_path / "adapter.npz"
    thin = {"a.weight.out": np.ones((2, 1), np.float16), "a.weight.in": np.full((1, 3), 0.5, np.float16)}
    np.savez(file, **thin)
    given = {"a.weight": np.zeros((2, 3), np.float32), "b.weight": np.ones(2, np.float32)}
    changed = adapted(given, file)
    assert np.allclose(changed["a.weight"], 0.5)
    assert changed["b.weight"] is given["b.weight"]
    assert np.allclose(given["a.weight"], 0)


@pytest.mark.parametrize("file", [SMALL, LARGE])
def test_an_adapter_for_other_weights_is_refused(file: Path) -> None:
    with pytest.raises(KeyError):
        adapted({"a.weight": np.zeros((2, 3), np.float32)}, file)


def told_apart(encoder: Encoder) -> float:
    """The share of messages that nothing learnt from of which a plain regression tells whether they are dangerous."""
    files = sorted((ROOT / "data" / "safeguarding" / "corpus").glob("*.jsonl"))
    rows = [json.loads(line) for file in files for line in file.read_text("utf-8").splitlines()]
    unseen, known = ([row for row in rows if kept_back(row["text"]) == back] for back in (True, False))
    known, unseen = known[::12], unseen[::3]
    model = LogisticRegression(C=30, max_iter=300).fit(encoder.vectors(texts(known)), grave(known))
    return float(model.score(encoder.vectors(texts(unseen)), grave(unseen)))


def texts(rows: list[dict[str, str]]) -> list[str]:
    return [row["text"] for row in rows]


def grave(rows: list[dict[str, str]]) -> list[bool]:
    return [row["class"] is not None for row in rows]


def test_each_adapted_encoder_tells_danger_from_calm_better() -> None:
    official, small, close = (told_apart(Encoder(BUILT, 2, kind)) for kind in (OFFICIAL, ADAPTED, CLOSE))
    assert official + 0.02 < small < close - 0.02
