"""The large network against vectors that transformers gave for the same weights."""

import json
from pathlib import Path
from typing import Any

import numpy as np
import onnx
import pytest

from encoder import CLOSE, Encoder, graph, weights
from encoder.shape import LARGE, Kind
from tests.encoder.test_encoder import BUILT

REFERENCE: list[dict[str, Any]] = json.loads((Path(__file__).parent / "reference_large.json").read_text("utf-8"))
OFFICIAL = Kind(LARGE, "official.onnx", "vocab.txt")


@pytest.fixture(scope="module")
def encoder(tmp_path_factory: pytest.TempPathFactory) -> Encoder:
    folder = tmp_path_factory.mktemp("large")
    parts, vocabulary = weights.large()
    (folder / OFFICIAL.vocabulary).write_text(vocabulary, "utf-8")
    onnx.save(graph.build(parts, LARGE), str(folder / OFFICIAL.file))
    return Encoder(folder, kind=OFFICIAL)


@pytest.mark.parametrize("row", REFERENCE, ids=lambda row: row["text"][:20])
def test_a_vector_is_the_reference_vector(encoder: Encoder, row: dict[str, Any]) -> None:
    assert encoder.ids(row["text"])[:40] == row["ids"]
    assert float(encoder.vectors([row["text"]])[0] @ np.array(row["vector"])) > 0.99999


def test_a_batch_gives_what_single_texts_give(encoder: Encoder) -> None:
    texts = [row["text"] for row in REFERENCE]
    single = np.concatenate([encoder.vectors([text]) for text in texts])
    assert np.allclose(encoder.vectors(texts), single, atol=1e-5)


def test_what_was_learnt_changes_it(encoder: Encoder) -> None:
    text = ["i have given my dog to my sister, she'll be better with her"]
    assert float(encoder.vectors(text)[0] @ Encoder(BUILT, kind=CLOSE).vectors(text)[0]) < 0.95
