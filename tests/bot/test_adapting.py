"""Learning moves the thin matrices of the layers that may move, and nothing else."""

from pathlib import Path

import numpy as np
import pytest
from encoder.adapter import adapted
from encoder.shape import Shape
from encoder.wordpiece import WordPiece

from bot.adapting.examples import Lessons
from bot.adapting.learning import Learner, padded, veiled
from bot.adapting.network import Network

SHAPE = Shape(layers=2, heads=2, width=8, epsilon=1e-12, start="[CLS]", end="[SEP]", veil="[MASK]")
WORDS = ["[CLS]", "[SEP]", "[UNK]", "[MASK]", "i", "am", "safe", "not", "well"]
TEXTS = ["i am safe", "i am not safe", "i am well", "i am not well"] * 16
DANGERS = np.array([0, 1, 0, 1] * 16)


def weights(apart: bool) -> dict:
    chance = np.random.RandomState(1)
    wide = {"attention.self.query": (8, 8), "attention.self.key": (8, 8), "attention.self.value": (8, 8),
            "attention.output.dense": (8, 8), "intermediate.dense": (16, 8), "output.dense": (8, 16)}
    made = {f"embeddings.{name}_embeddings.weight": chance.randn(rows, 8)
            for name, rows in (("word", len(WORDS)), ("position", 16), ("token_type", 1))}
    for layer in range(SHAPE.layers):
        for name, shape in wide.items():
            made[f"encoder.layer.{layer}.{name}.weight"] = chance.randn(*shape) / 3
            made[f"encoder.layer.{layer}.{name}.bias"] = np.zeros(shape[0])
    norms = ["embeddings", *(f"encoder.layer.{n}.{part}output" for n in (0, 1) for part in ("attention.", ""))]
    for name in norms:
        made |= {f"{name}.LayerNorm.weight": np.ones(8), f"{name}.LayerNorm.bias": np.zeros(8)}
    if apart:
        made["encoder.relative_attention_bias.weight"] = chance.randn(32, 2)
    return {name: value.astype(np.float32) for name, value in made.items()}


@pytest.fixture(scope="module")
def words(tmp_path_factory: pytest.TempPathFactory) -> WordPiece:
    file = tmp_path_factory.mktemp("words") / "vocab.txt"
    file.write_text("\n".join(WORDS))
    return WordPiece(file, SHAPE)


@pytest.mark.parametrize("rough", [False, True])
def test_it_learns_what_the_words_mean(words: WordPiece, tmp_path: Path, rough: bool) -> None:
    given = weights(apart=rough)
    network = Network(given, SHAPE, rank=2, still=1, rough=rough)
    read = padded([words.ids(text) for text in TEXTS[:4]])
    before = network.vectors(*read, learning=False).numpy()
    Learner(network, words, Lessons(TEXTS, np.full(64, -1), DANGERS), rounds=30, rate=0.01).learn()
    after = network.vectors(*read, learning=False).numpy()
    assert apart(after) > apart(before)
    np.savez(tmp_path / "adapter.npz", **network.thin())
    changed = adapted(given, tmp_path / "adapter.npz")
    moved = {name for name in given if not np.array_equal(given[name], changed[name])}
    assert moved == {name for name in given if name.startswith("encoder.layer.1.") and given[name].ndim == 2}


def test_another_round_goes_on_where_learning_stood(words: WordPiece) -> None:
    given, read = weights(apart=False), padded([words.ids(text) for text in TEXTS[:4]])
    first, second = (Network(given, SHAPE, rank=2) for _ in range(2))
    Learner(first, words, Lessons(TEXTS, np.full(64, -1), DANGERS), rounds=5, rate=0.01).learn()
    before, learnt = (one.vectors(*read, learning=False).numpy() for one in (second, first))
    second.go_on_from(first.thin())
    after = second.vectors(*read, learning=False).numpy()
    assert np.linalg.norm(after - learnt) < np.linalg.norm(before - learnt) / 20


def apart(vectors: np.ndarray) -> float:
    """How far the calm and the dangerous lie from each other, less how far those alike do."""
    return float(np.linalg.norm(vectors[[0, 2]].mean(0) - vectors[[1, 3]].mean(0)) - np.linalg.norm(vectors[0] - vectors[2]))


def test_how_far_words_stand_apart_counts(words: WordPiece) -> None:
    read = padded([words.ids("i am not safe")])
    with_, without = (Network(weights(apart), SHAPE, rank=2).vectors(*read, learning=False).numpy() for apart in (True, False))
    assert not np.allclose(with_, without, atol=1e-3)


def test_some_words_are_veiled_never_the_marks_at_the_ends() -> None:
    seen = [veiled([0, 4, 5, 6, 1], 3, np.random.RandomState(n)) for n in range(200)]
    assert {(one[0], one[-1]) for one in seen} == {(0, 1)}
    assert any(3 in one for one in seen)
    assert any(3 not in one for one in seen)
