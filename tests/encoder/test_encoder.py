"""The encoder against vectors that transformers and PyTorch gave for the same weights."""

import json
import os
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from encoder import SIZE, Encoder
from encoder.weights import SMALL_SHA256, WrongWeights, load

REFERENCE: list[dict[str, Any]] = json.loads((Path(__file__).parent / "reference.json").read_text("utf-8"))
BUILT = Path(os.environ.get("HANDRAIL_ENCODER", ".handrail/encoder"))


@pytest.fixture(scope="module")
def encoder() -> Encoder:
    return Encoder(BUILT)


@pytest.mark.parametrize("row", REFERENCE, ids=lambda row: row["text"][:20])
def test_a_vector_is_the_reference_vector(encoder: Encoder, row: dict[str, Any]) -> None:
    assert float(encoder.vectors([row["text"]])[0] @ np.array(row["vector"])) > 0.99999


@pytest.mark.parametrize("row", REFERENCE, ids=lambda row: row["text"][:20])
def test_words_are_cut_as_the_reference_cuts_them(encoder: Encoder, row: dict[str, Any]) -> None:
    assert encoder._wordpiece.ids(row["text"])[:40] == row["ids"]


def test_a_batch_gives_what_single_texts_give(encoder: Encoder) -> None:
    texts = [row["text"] for row in REFERENCE]
    single = np.concatenate([encoder.vectors([text]) for text in texts])
    assert np.allclose(encoder.vectors(texts), single, atol=1e-5)


def test_vectors_have_length_one(encoder: Encoder) -> None:
    found = encoder.vectors(["hello", ""])
    assert found.shape == (2, SIZE)
    assert np.allclose(np.linalg.norm(found, axis=1), 1)


def test_other_weights_are_refused() -> None:
    with pytest.raises(WrongWeights):
        load(b"something else", SMALL_SHA256)
