"""How far two tokens stand apart, as the large network's attention weighs it."""

from collections.abc import Mapping
from typing import Any

import numpy as np

from encoder.shape import Shape

NAME = "encoder.relative_attention_bias.weight"
LONGEST, FARTHEST = 256, 128


def weights(given: "Mapping[str, np.ndarray[Any, np.dtype[Any]]]", shape: Shape) -> Any:
    """[1, heads, LONGEST, LONGEST], added to each layer's scores; None for a network that does not weigh it."""
    if NAME not in given:
        return None
    table = given[NAME]
    assert table.shape[1] == shape.heads
    return np.ascontiguousarray(table[_steps(len(table))].transpose(2, 0, 1)[None])


def _steps(many: int) -> Any:
    """Which of the table's rows stands for each two places: near ones have a row each, far ones share."""
    places = np.arange(LONGEST)
    behind = places[:, None] - places[None, :]
    half, exact = many // 2, many // 4
    far = np.abs(behind)
    shared = exact + np.log(np.maximum(far, 1) / exact) / np.log(FARTHEST / exact) * (half - exact)
    return np.where(behind < 0, half, 0) + np.where(far < exact, far, np.minimum(shared.astype(int), half - 1))
