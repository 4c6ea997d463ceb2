"""Text to sentence vector: the all-MiniLM-L6-v2 weights, run with numpy and onnxruntime only."""

from encoder.model import SIZE, Encoder, known_words

__all__ = ["SIZE", "Encoder", "known_words"]
