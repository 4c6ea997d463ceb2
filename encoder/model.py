"""The encoder itself: a folder with graphs and vocabularies, made by encoder.build."""

import os
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import onnxruntime

from encoder.shape import OFFICIAL, SMALL, Kind
from encoder.wordpiece import WordPiece, whole_words

SIZE = SMALL.width
BATCH = 64
FOLDER = "HANDRAIL_ENCODER"


class Encoder:
    """Loads once; `vectors` may then be called from any thread. `kind` says which graph of the folder."""

    def __init__(self, folder: Path | None = None, threads: int = 1, kind: Kind = OFFICIAL) -> None:
        folder = folder or Path(os.environ[FOLDER])
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = threads
        options.inter_op_num_threads = 1
        self._session = onnxruntime.InferenceSession(str(folder / kind.file), options, providers=["CPUExecutionProvider"])
        self._wordpiece = WordPiece(folder / kind.vocabulary, kind.shape)
        self._width = kind.shape.width

    def ids(self, text: str) -> list[int]:
        """The text as numbers of the vocabulary, as the network reads it."""
        return self._wordpiece.ids(text)

    def vectors(self, texts: Sequence[str]) -> "np.ndarray[Any, np.dtype[np.float32]]":
        """One row of floats of length 1 for each text, in order; 384 of the small network, 768 of the large."""
        ids = [self.ids(text) for text in texts]
        order = sorted(range(len(ids)), key=lambda n: len(ids[n]))
        found = np.zeros((len(ids), self._width), dtype=np.float32)
        for start in range(0, len(order), BATCH):
            batch = order[start : start + BATCH]
            found[batch] = self._run([ids[n] for n in batch])
        return found

    def _run(self, ids: list[list[int]]) -> Any:
        longest = max(map(len, ids))
        tokens = np.zeros((len(ids), longest), dtype=np.int64)
        mask = np.zeros((len(ids), longest), dtype=np.float32)
        for row, line in enumerate(ids):
            tokens[row, : len(line)] = line
            mask[row, : len(line)] = 1.0
        return self._session.run(None, {"tokens": tokens, "mask": mask})[0]


def known_words(folder: Path | None = None) -> frozenset[str]:
    """About 24,000 everyday English words: those of the vocabulary, in lower case."""
    return whole_words((folder or Path(os.environ[FOLDER])) / OFFICIAL.vocabulary)
