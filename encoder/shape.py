"""The two networks: a small one that reads every message, a large one that reads what may be grave once more."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Shape:
    """`start` and `end` are the marks of the vocabulary around a text, `veil` stands for a word that is hidden."""

    layers: int
    heads: int
    width: int
    epsilon: float
    start: str
    end: str
    veil: str


SMALL = Shape(layers=6, heads=12, width=384, epsilon=1e-12, start="[CLS]", end="[SEP]", veil="[MASK]")
"""all-MiniLM-L6-v2."""
LARGE = Shape(layers=12, heads=12, width=768, epsilon=1e-5, start="<s>", end="</s>", veil="<mask>")
"""all-mpnet-base-v2, whose attention knows besides how far two tokens stand apart."""


@dataclass(frozen=True)
class Kind:
    """A built graph: its file and its vocabulary's, in the encoder's folder."""

    shape: Shape
    file: str
    vocabulary: str

    @property
    def stamp(self) -> str:
        """The file that says what the graph was made of."""
        return f"{self.file}.sha256"


OFFICIAL = Kind(SMALL, "encoder.onnx", "vocab.txt")
"""The small weights as published."""
ADAPTED = Kind(SMALL, "adapted.onnx", "vocab.txt")
"""The small weights with what was learnt from this assistant's messages."""
CLOSE = Kind(LARGE, "close.onnx", "close_vocab.txt")
"""The large weights with what was learnt of danger."""
