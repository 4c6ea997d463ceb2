"""Intents by how a message is worded: runs of letters and of words, which misspelling and dialect leave standing."""

import re
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import List, Sequence

import numpy as np
from encoder.wording import Wording, rarity, wording
from scipy.sparse import csr_matrix
from sklearn.svm import LinearSVC

PLACES = 2**16
WORD = re.compile(r"[^\W_]+(?:'[a-z]+)?|[^\w\s\u200b]")
SHARPNESS = 3.0


@dataclass(frozen=True)
class Tells:
    """`weights` has a row for each place and a column for each intent, `offsets` one number for each intent."""

    rarity: np.ndarray
    weights: np.ndarray
    offsets: np.ndarray

    @classmethod
    def learnt(cls, texts: Sequence[str], labels: np.ndarray) -> "Tells":
        """`labels` numbers the intents from 0; every number up to the highest occurs."""
        said = [words(text) for text in texts]
        rare = rarity(said, PLACES)
        model = LinearSVC(C=1.0, class_weight="balanced", random_state=0)
        model.fit(_rows([wording(one, rare) for one in said]), labels)
        return cls(rare, np.ascontiguousarray(model.coef_.T, dtype=np.float32), model.intercept_.astype(np.float32))

    @classmethod
    def load(cls, file: Path) -> "Tells":
        with np.load(file) as kept:
            return cls(**kept)

    def save(self, file: Path) -> None:
        np.savez(file, **asdict(self))

    def shares(self, texts: Sequence[str]) -> np.ndarray:
        """One row for each text, one column for each intent; each row adds up to 1."""
        said = [wording(words(text), self.rarity) for text in texts]
        scores = np.stack([one.weights @ self.weights[one.places] for one in said]) + self.offsets
        shares = np.exp(SHARPNESS * (scores - scores.max(axis=1, keepdims=True)))
        return shares / shares.sum(axis=1, keepdims=True)


def words(text: str) -> List[str]:
    return WORD.findall(text.lower().replace("’", "'"))


def _rows(worded: Sequence[Wording]) -> csr_matrix:
    ends = np.cumsum([0, *(len(one.places) for one in worded)])
    weights, places = (np.concatenate([getattr(one, name) for one in worded]) for name in ("weights", "places"))
    return csr_matrix((weights, places, ends), shape=(len(worded), PLACES))
