"""`python -m encoder.build FOLDER` makes encoder.onnx, adapted.onnx and vocab.txt there, once."""

import hashlib
import shutil
import sys
from collections.abc import Sequence
from pathlib import Path

import onnx

from encoder import adapter, graph, weights
from encoder.model import ADAPTED, MADE_OF, OFFICIAL


def build(folder: Path) -> None:
    """Does nothing where the folder is complete; a graph appears under its name only when whole."""
    made_of = folder / MADE_OF
    wanted = hashlib.sha256(adapter.FILE.read_bytes()).hexdigest()
    if (folder / OFFICIAL).exists() and made_of.exists() and made_of.read_text() == wanted:
        return
    print("building the sentence encoder", flush=True)
    source = weights.folder()
    folder.mkdir(parents=True, exist_ok=True)
    shutil.copy(source / "vocab.txt", folder / "vocab.txt")
    official = weights.load(source / "model.safetensors")
    _write(official, folder / OFFICIAL)
    _write(adapter.adapted(official), folder / ADAPTED)
    made_of.write_text(wanted)


def _write(parts: adapter.Weights, target: Path) -> None:
    model = graph.build(dict(parts))
    onnx.checker.check_model(model)
    partial = target.with_suffix(".partial")
    onnx.save(model, str(partial))
    partial.rename(target)
    print(f"wrote {target.name}, {target.stat().st_size / 1e6:.0f} MB", flush=True)


def main(arguments: Sequence[str]) -> None:
    if len(arguments) != 1:
        sys.exit("usage: python -m encoder.build FOLDER")
    try:
        build(Path(arguments[0]))
    except weights.WrongWeights as error:
        sys.exit(f"the encoder was not built: {error}")


if __name__ == "__main__":
    main(sys.argv[1:])
