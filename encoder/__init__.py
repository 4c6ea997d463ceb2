"""Text to sentence vector: published weights, run with numpy and onnxruntime only."""

from encoder.model import SIZE, Encoder, known_words
from encoder.shape import ADAPTED, CLOSE, OFFICIAL

__all__ = ["ADAPTED", "CLOSE", "OFFICIAL", "SIZE", "Encoder", "known_words"]
