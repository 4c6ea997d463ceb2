"""What the encoder learnt from the assistant's own messages: small corrections to the official weights.

`make adapt` makes a file for each network: for each matrix two thin ones, `name.out` [rows, rank] and `name.in`
[rank, columns], whose product is added to it. docs/decisions/0007 and 0008 have what it brings.
"""

from collections.abc import Mapping
from pathlib import Path
from typing import Any
from zlib import crc32

import numpy as np

SMALL, LARGE = (Path(__file__).parent / name for name in ("adapter.npz", "adapter_large.npz"))
KEPT_BACK = 8
Weights = Mapping[str, "np.ndarray[Any, np.dtype[Any]]"]


def kept_back(text: str) -> bool:
    """Whether nothing is learnt from this message about danger: one in eight, on which lines can then be drawn."""
    return crc32(text.encode()) % KEPT_BACK == 0


def adapted(weights: Weights, file: Path) -> "dict[str, np.ndarray[Any, np.dtype[Any]]]":
    """The weights with their corrections. Raises KeyError where the adapter was made for other weights."""
    changed = dict(weights)
    with np.load(file) as kept:
        for name in {key.rsplit(".", 1)[0] for key in kept.files}:
            thin = (kept[f"{name}.{side}"].astype(np.float32) for side in ("out", "in"))
            changed[name] = changed[name] + np.matmul(*thin)
    return changed
