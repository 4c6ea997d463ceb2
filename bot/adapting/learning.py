"""Learning: both kinds of label pull at the same vectors, each through a linear reader of its own."""

import time
from typing import Iterator, List, Tuple

import numpy as np
import tensorflow as tf
from encoder.wordpiece import WordPiece
from sklearn.linear_model import LogisticRegression

from bot.adapting.examples import Lessons
from bot.adapting.network import Network

BATCH, CHUNK = 32, 1280
VEILED = 0.1
WARM_UP, SCALE = 60, 8.0
HEADS_RATE = 3e-3
LONGEST = 64
STARTS_FROM = 4000


class Learner:
    """`rate` is the highest learning rate of the thin matrices; it falls to nothing over the `rounds`.

    The readers start from what a regression makes of some official vectors; from nothing they would spoil them first.
    """

    def __init__(
        self, network: Network, words: WordPiece, lessons: Lessons, rounds: int, rate: float
    ) -> None:
        self._network, self._rounds, self._rate, self._veil = network, rounds, rate, words.veil
        self._ids = [words.ids(text)[:LONGEST] for text in lessons.texts]
        self._lessons = lessons
        some = np.random.RandomState(0).permutation(len(self._ids))[:STARTS_FROM]
        vectors = self._vectors(some) * SCALE
        self._heads = [_head(vectors, labels[some], max(labels.max() + 1, 1)) for labels in (lessons.intents, lessons.dangers)]
        self._slow, self._fast = tf.keras.optimizers.Adam(rate), tf.keras.optimizers.Adam(HEADS_RATE)

    def learn(self) -> None:
        chance = np.random.RandomState(0)
        steps, done, began = self._rounds * (len(self._ids) // BATCH + 1), 0, time.monotonic()
        for round_ in range(self._rounds):
            losses = []
            for places in self._batches(chance):
                done += 1
                share = min(1.0, done / WARM_UP) * max(0.02, 1 - done / steps)
                self._slow.learning_rate.assign(self._rate * share)
                self._fast.learning_rate.assign(HEADS_RATE * share)
                labels = [tf.constant(kind[places], tf.int32) for kind in (self._lessons.intents, self._lessons.dangers)]
                seen = [veiled(self._ids[n], self._veil, chance) for n in places]
                losses.append(float(self._step(*padded(seen), *labels)))
            print(f"round {round_ + 1}: loss {np.mean(losses):.3f} after {time.monotonic() - began:.0f} s", flush=True)

    def _vectors(self, places: np.ndarray) -> np.ndarray:
        found = np.zeros((len(places), self._network.width), np.float32)
        order = sorted(range(len(places)), key=lambda n: len(self._ids[places[n]]))
        for start in range(0, len(order), BATCH):
            batch = order[start : start + BATCH]
            found[batch] = self._read(*padded([self._ids[places[n]] for n in batch]))
        return found

    @tf.function(input_signature=[tf.TensorSpec([None, None], tf.int32), tf.TensorSpec([None, None], tf.float32)])
    def _read(self, tokens: tf.Tensor, mask: tf.Tensor) -> tf.Tensor:
        return self._network.vectors(tokens, mask, learning=False)

    def _batches(self, chance: np.random.RandomState) -> List[np.ndarray]:
        """Texts of like length together, so that little is padding; in a new order each round."""
        order = chance.permutation(len(self._ids))
        batches = list(_alike(order, self._ids))
        chance.shuffle(batches)
        return batches

    @tf.function(
        input_signature=[
            tf.TensorSpec([None, None], tf.int32),
            tf.TensorSpec([None, None], tf.float32),
            tf.TensorSpec([None], tf.int32),
            tf.TensorSpec([None], tf.int32),
        ]
    )
    def _step(self, tokens: tf.Tensor, mask: tf.Tensor, intents: tf.Tensor, dangers: tf.Tensor) -> tf.Tensor:
        heads = [part for head in self._heads for part in head]
        with tf.GradientTape() as tape:
            vectors = self._network.vectors(tokens, mask, learning=True) * SCALE
            scores = [tf.matmul(vectors, head[0], transpose_b=True) + head[1] for head in self._heads]
            loss = _loss(scores[0], intents) + _loss(scores[1], dangers) + _loss(_calm_or_not(scores[1]), tf.minimum(dangers, 1))
        slopes = tape.gradient(loss, self._network.moving + heads)
        slopes, _ = tf.clip_by_global_norm([tf.convert_to_tensor(slope) for slope in slopes], 1.0)
        self._slow.apply_gradients(zip(slopes[: -len(heads)], self._network.moving))
        self._fast.apply_gradients(zip(slopes[-len(heads) :], heads))
        return loss


def veiled(ids: List[int], veil: int, chance: np.random.RandomState) -> List[int]:
    """Some words hidden behind the vocabulary's own mask, so that no single word carries a meaning alone."""
    hidden = chance.random_sample(len(ids)) < VEILED
    return [veil if hide and 0 < at < len(ids) - 1 else one for at, (one, hide) in enumerate(zip(ids, hidden))]


def padded(ids: List[List[int]]) -> Tuple[tf.Tensor, tf.Tensor]:
    """Tokens and mask, both [texts, longest]."""
    longest = max(map(len, ids))
    tokens = np.zeros((len(ids), longest), np.int32)
    mask = np.zeros((len(ids), longest), np.float32)
    for row, line in enumerate(ids):
        tokens[row, : len(line)] = line
        mask[row, : len(line)] = 1
    return tf.constant(tokens), tf.constant(mask)


def _alike(order: np.ndarray, ids: List[List[int]]) -> Iterator[np.ndarray]:
    for start in range(0, len(order), CHUNK):
        chunk = np.array(sorted(order[start : start + CHUNK], key=lambda n: len(ids[n])))
        yield from (chunk[at : at + BATCH] for at in range(0, len(chunk), BATCH))


def _head(vectors: np.ndarray, labels: np.ndarray, many: int) -> Tuple[tf.Variable, tf.Variable]:
    """A row for each of the labels; of zeros where nothing is known of it yet."""
    known = labels >= 0
    weights, levels = np.zeros((many, vectors.shape[1]), np.float32), np.zeros(many, np.float32)
    if known.any():
        model = LogisticRegression(max_iter=50, class_weight="balanced").fit(vectors[known], labels[known])
        weights[model.classes_], levels[model.classes_] = model.coef_, model.intercept_
    return tf.Variable(weights), tf.Variable(levels)


def _calm_or_not(scores: tf.Tensor) -> tf.Tensor:
    """[texts, 2] of [texts, dangers], whose first column is calm: to take one danger for another matters less."""
    return tf.stack([scores[:, 0], tf.reduce_logsumexp(scores[:, 1:], 1)], 1)


def _loss(scores: tf.Tensor, labels: tf.Tensor) -> tf.Tensor:
    """Cross-entropy of those that have a label, over the whole batch."""
    known = tf.cast(labels >= 0, tf.float32)
    each = tf.keras.losses.sparse_categorical_crossentropy(tf.maximum(labels, 0), scores, from_logits=True)
    return tf.reduce_sum(each * known) / BATCH
