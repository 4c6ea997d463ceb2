"""Text to sentence vector: the all-MiniLM-L6-v2 weights, run with numpy and onnxruntime only."""

from encoder.model import ADAPTED, OFFICIAL, SIZE, Encoder, known_words

__all__ = ["ADAPTED", "OFFICIAL", "SIZE", "Encoder", "known_words"]
