"""Teaches what is business and nothing else, from what people come to say and from the messages about danger."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

import numpy as np
from sklearn.neural_network import MLPClassifier

from casework.safeguarding.business import Business, pieces
from encoder import Encoder
from encoder.adapter import kept_back

HIDDEN, ROUNDS, SCALE = 64, 10, 8.0
TAKEN = 0.15
"""Of the clauses of calm messages that hold danger words, and of dangers, which nothing learnt from: many are business indeed."""


def teach_business(encoder: Encoder, everyday: Sequence[str], calm: Sequence[str], grave: Sequence[str]) -> Business:
    """`calm`: messages that hold danger words. Its line lies where `TAKEN` of what is no everyday message lie beyond."""
    rows = list(_rows(everyday, calm, grave))
    vectors = encoder.vectors([text for text, _, _ in rows])
    plain, unseen = (np.array([row[n] for row in rows]) for n in (1, 2))
    network = MLPClassifier((HIDDEN,), alpha=1e-3, batch_size=256, max_iter=ROUNDS, random_state=0)
    network.fit(vectors[~unseen] * SCALE, plain[~unseen])
    arrays = [array.astype(np.float32) for pair in zip(network.coefs_, network.intercepts_, strict=True) for array in pair]
    inner, inner_level, outer, outer_level = arrays
    made = Business(inner * SCALE, inner_level, outer, outer_level, line=0.0)
    scores = made.scores(vectors[unseen])
    line = float(np.quantile(scores[~plain[unseen]], 1 - TAKEN))
    print(f"business: everyday {(scores[plain[unseen]] > line).mean():.1%} beyond the line", flush=True)
    return replace(made, line=line)


def _rows(everyday: Sequence[str], calm: Sequence[str], grave: Sequence[str]) -> Iterator[tuple[str, bool, bool]]:
    """Each with whether it is business, and whether nothing may learn from it."""
    for text in everyday:
        yield text, True, kept_back(text)
    for text in grave:
        yield text, False, kept_back(text)
    for text in calm:
        for piece in pieces(text):
            yield piece, False, kept_back(text)
