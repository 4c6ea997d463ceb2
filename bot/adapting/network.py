"""The encoder in TensorFlow, which can learn: the official weights stand still, thin matrices beside them move."""

from typing import Dict, List, Mapping

import numpy as np
import tensorflow as tf
from encoder import apart
from encoder.shape import Shape

STRENGTH = 2.0
DROPPED, DROPPED_THIN = 0.1, 0.05


class Network:
    """`weights` as encoder.weights gives them; `rank` is the width of the thin matrices.

    The lowest layers stand `still`. `rough`: the fixed matrices are multiplied in half the bits, twice as fast.
    """

    def __init__(
        self, weights: Dict[str, np.ndarray], shape: Shape, rank: int, still: int = 0, rough: bool = False, seed: int = 0
    ) -> None:
        chance = np.random.RandomState(seed)
        self._shape, self._still, self._kind = shape, still, tf.bfloat16 if rough else tf.float32
        given = {name: value for name, value in weights.items() if name.startswith(("encoder.", "emb"))}
        self._fixed = {name: tf.constant(value) for name, value in given.items()}
        self._matrices = {name: tf.cast(value, self._kind) for name, value in self._fixed.items() if _is_matrix(name)}
        weighed = apart.weights(weights, shape)
        self._apart = None if weighed is None else tf.constant(weighed)
        self._in: Dict[str, tf.Variable] = {}
        self._out: Dict[str, tf.Variable] = {}
        for name in self._matrices:
            if int(name.split(".")[2]) >= still:
                rows, columns = given[name].shape
                first = chance.randn(rank, columns) / np.sqrt(columns)
                self._in[name] = tf.Variable(first.astype(np.float32))
                self._out[name] = tf.Variable(np.zeros((rows, rank), np.float32))

    @property
    def width(self) -> int:
        return self._shape.width

    @property
    def moving(self) -> List[tf.Variable]:
        return [*self._in.values(), *self._out.values()]

    def go_on_from(self, thin: Mapping[str, np.ndarray]) -> None:
        """Where learning stood when `thin()` gave these; of the same rank and still layers."""
        for name in self._in:
            self._in[name].assign(thin[f"{name}.in"].astype(np.float32))
            self._out[name].assign(thin[f"{name}.out"].astype(np.float32) / STRENGTH)

    def thin(self) -> Dict[str, np.ndarray]:
        """What encoder.adapter reads."""
        inner = {f"{name}.in": value.numpy().astype(np.float16) for name, value in self._in.items()}
        outer = {f"{name}.out": (STRENGTH * value).numpy().astype(np.float16) for name, value in self._out.items()}
        return {**inner, **outer}

    def vectors(self, tokens: tf.Tensor, mask: tf.Tensor, learning: bool) -> tf.Tensor:
        """One row of length 1 for each row of tokens; as encoder.graph, but words drop out while learning."""
        x = self._embedded(tokens, learning)
        hidden = (1 - mask)[:, None, None, :] * -1e9
        if self._apart is not None:
            hidden += self._apart[:, :, : tf.shape(tokens)[1], : tf.shape(tokens)[1]]
        for layer in range(self._shape.layers):
            x = self._layer(x, hidden, f"encoder.layer.{layer}", learning and layer >= self._still)
            x = tf.stop_gradient(x) if layer + 1 == self._still else x
        weighed = mask[:, :, None]
        return tf.math.l2_normalize(tf.reduce_sum(x * weighed, 1) / tf.reduce_sum(weighed, 1), 1)

    def _embedded(self, tokens: tf.Tensor, learning: bool) -> tf.Tensor:
        part = lambda name: self._fixed[f"embeddings.{name}_embeddings.weight"]  # noqa: E731
        words = tf.gather(part("word"), tokens) + part("position")[: tf.shape(tokens)[1]] + part("token_type")[0]
        return _drop(self._norm(words, "embeddings.LayerNorm"), DROPPED, learning and not self._still)

    def _layer(self, x: tf.Tensor, hidden: tf.Tensor, name: str, learning: bool) -> tf.Tensor:
        attended = self._linear(self._attention(x, hidden, name, learning), f"{name}.attention.output.dense", learning)
        x = self._norm(_drop(attended, DROPPED, learning) + x, f"{name}.attention.output.LayerNorm")
        widened = tf.nn.gelu(self._linear(x, f"{name}.intermediate.dense", learning))
        narrowed = self._linear(widened, f"{name}.output.dense", learning)
        return self._norm(_drop(narrowed, DROPPED, learning) + x, f"{name}.output.LayerNorm")

    def _attention(self, x: tf.Tensor, hidden: tf.Tensor, name: str, learning: bool) -> tf.Tensor:
        shape = tf.shape(x)
        heads, width = self._shape.heads, self._shape.width
        split = [shape[0], shape[1], heads, width // heads]
        query, key, value = (
            tf.transpose(tf.reshape(self._linear(x, f"{name}.attention.self.{part}", learning), split), [0, 2, 1, 3])
            for part in ("query", "key", "value")
        )
        scores = tf.matmul(query, key, transpose_b=True) / np.float32(np.sqrt(width // heads)) + hidden
        mixed = tf.matmul(_drop(tf.nn.softmax(scores), DROPPED, learning), value)
        return tf.reshape(tf.transpose(mixed, [0, 2, 1, 3]), [shape[0], shape[1], width])

    def _linear(self, x: tf.Tensor, name: str, learning: bool) -> tf.Tensor:
        key = f"{name}.weight"
        fixed = tf.matmul(tf.cast(x, self._kind), self._matrices[key], transpose_b=True)
        fixed = tf.cast(fixed, tf.float32) + self._fixed[f"{name}.bias"]
        if key not in self._in:
            return fixed
        inner = tf.matmul(_drop(x, DROPPED_THIN, learning), self._in[key], transpose_b=True)
        return fixed + STRENGTH * tf.matmul(inner, self._out[key], transpose_b=True)

    def _norm(self, x: tf.Tensor, name: str) -> tf.Tensor:
        mean, variance = tf.nn.moments(x, [-1], keepdims=True)
        scaled = (x - mean) * tf.math.rsqrt(variance + self._shape.epsilon)
        return scaled * self._fixed[f"{name}.weight"] + self._fixed[f"{name}.bias"]


def _is_matrix(name: str) -> bool:
    return name.startswith("encoder.layer.") and name.endswith((".dense.weight", ".query.weight", ".key.weight", ".value.weight"))


def _drop(x: tf.Tensor, share: float, learning: bool) -> tf.Tensor:
    return tf.nn.dropout(x, share) if learning else x
