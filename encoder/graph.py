"""A network as an ONNX graph: transformer layers, mean pooling, length 1."""

from typing import Any

import numpy as np
from onnx import ModelProto, NodeProto, TensorProto, helper, numpy_helper

from encoder import apart
from encoder.shape import Shape

OPSET = 17


class Graph:
    """Collects nodes; every verb adds one and returns the name of its output."""

    def __init__(self, weights: "dict[str, np.ndarray[Any, np.dtype[Any]]]", shape: Shape) -> None:
        self.weights, self.shape = weights, shape
        self.nodes: list[NodeProto] = []
        self.constants: dict[str, TensorProto] = {}

    def op(self, kind: str, *inputs: str, **attributes: Any) -> str:
        name = f"{kind}_{len(self.nodes)}"
        self.nodes.append(helper.make_node(kind, list(inputs), [name], **attributes))
        return name

    def constant(self, name: str, value: Any) -> str:
        self.constants[name] = numpy_helper.from_array(np.array(value, order="C"), name)
        return name

    def weight(self, name: str) -> str:
        return self.constant(name, self.weights[name])

    def linear(self, x: str, name: str) -> str:
        matrix = self.constant(f"{name}.matrix", self.weights[f"{name}.weight"].T)
        return self.op("Add", self.op("MatMul", x, matrix), self.weight(f"{name}.bias"))

    def norm(self, x: str, name: str) -> str:
        scale, bias = self.weight(f"{name}.weight"), self.weight(f"{name}.bias")
        return self.op("LayerNormalization", x, scale, bias, axis=-1, epsilon=self.shape.epsilon)

    def gelu(self, x: str) -> str:
        halved = self.op("Mul", x, self.constant("half", np.float32(0.5)))
        bent = self.op("Erf", self.op("Mul", x, self.constant("root", np.float32(1 / np.sqrt(2)))))
        return self.op("Mul", halved, self.op("Add", bent, self.constant("one", np.float32(1))))


def build(weights: "dict[str, np.ndarray[Any, np.dtype[Any]]]", shape: Shape) -> ModelProto:
    """Inputs tokens (int64) and mask (float), both [batch, length]; output vectors [batch, width]."""
    graph = Graph(weights, shape)
    x, length = _embedded(graph)
    hidden = _weighed_apart(graph, _hidden_tokens(graph), length)
    for layer in range(shape.layers):
        x = _layer(graph, x, hidden, f"encoder.layer.{layer}")
    output = _pooled(graph, x)
    graph.nodes.append(helper.make_node("Identity", [output], ["vectors"]))
    axes = ["batch", "length"]
    body = helper.make_graph(
        graph.nodes,
        "sentence encoder",
        [
            helper.make_tensor_value_info("tokens", TensorProto.INT64, axes),
            helper.make_tensor_value_info("mask", TensorProto.FLOAT, axes),
        ],
        [helper.make_tensor_value_info("vectors", TensorProto.FLOAT, ["batch", shape.width])],
        list(graph.constants.values()),
    )
    return helper.make_model(body, opset_imports=[helper.make_opsetid("", OPSET)], ir_version=8)


def _embedded(graph: Graph) -> tuple[str, str]:
    """What the first layer reads, and how many tokens that is."""
    words = graph.op("Gather", graph.weight("embeddings.word_embeddings.weight"), "tokens")
    length = graph.op("Gather", graph.op("Shape", "tokens"), graph.constant("axis1", np.int64(1)))
    places = graph.op("Range", graph.constant("zero", np.int64(0)), length, graph.constant("step", np.int64(1)))
    positions = graph.op("Gather", graph.weight("embeddings.position_embeddings.weight"), places)
    kind = graph.constant("first_kind", graph.weights["embeddings.token_type_embeddings.weight"][0])
    summed = graph.op("Add", graph.op("Add", words, positions), kind)
    return graph.norm(summed, "embeddings.LayerNorm"), length


def _hidden_tokens(graph: Graph) -> str:
    """Zero where a token is, hugely negative where only padding is: [batch, 1, 1, length]."""
    mask = graph.op("Unsqueeze", "mask", graph.constant("middle", np.array([1, 2], dtype=np.int64)))
    missing = graph.op("Sub", graph.constant("one", np.float32(1)), mask)
    return graph.op("Mul", missing, graph.constant("never", np.float32(-1e9)))


def _weighed_apart(graph: Graph, hidden: str, length: str) -> str:
    """With what the attention adds for how far two tokens stand apart, in the network that knows it."""
    weighed = apart.weights(graph.weights, graph.shape)
    if weighed is None:
        return hidden
    start = graph.constant("corner", np.array([0, 0], dtype=np.int64))
    end = graph.op("Concat", *[graph.op("Unsqueeze", length, graph.constant("axis0", np.array([0], dtype=np.int64)))] * 2, axis=0)
    axes = graph.constant("both", np.array([2, 3], dtype=np.int64))
    return graph.op("Add", hidden, graph.op("Slice", graph.constant("apart", weighed), start, end, axes))


def _layer(graph: Graph, x: str, hidden: str, name: str) -> str:
    attended = graph.linear(_attention(graph, x, hidden, f"{name}.attention.self"), f"{name}.attention.output.dense")
    x = graph.norm(graph.op("Add", attended, x), f"{name}.attention.output.LayerNorm")
    widened = graph.gelu(graph.linear(x, f"{name}.intermediate.dense"))
    return graph.norm(graph.op("Add", graph.linear(widened, f"{name}.output.dense"), x), f"{name}.output.LayerNorm")


def _attention(graph: Graph, x: str, hidden: str, name: str) -> str:
    query, value = (_heads(graph, graph.linear(x, f"{name}.{part}"), [0, 2, 1, 3]) for part in ("query", "value"))
    key = _heads(graph, graph.linear(x, f"{name}.key"), [0, 2, 3, 1])
    scale = graph.constant("scale", np.float32(1 / np.sqrt(graph.shape.width // graph.shape.heads)))
    scores = graph.op("Add", graph.op("Mul", graph.op("MatMul", query, key), scale), hidden)
    mixed = graph.op("MatMul", graph.op("Softmax", scores, axis=-1), value)
    joined = graph.op("Transpose", mixed, perm=[0, 2, 1, 3])
    return graph.op("Reshape", joined, graph.constant("flat", np.array([0, 0, graph.shape.width], dtype=np.int64)))


def _heads(graph: Graph, x: str, order: list[int]) -> str:
    shape = graph.constant("heads", np.array([0, 0, graph.shape.heads, graph.shape.width // graph.shape.heads], dtype=np.int64))
    return graph.op("Transpose", graph.op("Reshape", x, shape), perm=order)


def _pooled(graph: Graph, x: str) -> str:
    """The mean over real tokens, then length 1."""
    last = graph.constant("last", np.array([2], dtype=np.int64))
    weighed = graph.op("Mul", x, graph.op("Unsqueeze", "mask", last))
    axis = graph.constant("tokens_axis", np.array([1], dtype=np.int64))
    total = graph.op("ReduceSum", weighed, axis, keepdims=0)
    mean = graph.op("Div", total, graph.op("ReduceSum", "mask", axis, keepdims=1))
    return graph.op("Div", mean, graph.op("ReduceL2", mean, axes=[1], keepdims=1))
