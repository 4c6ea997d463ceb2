"""`python -m encoder.build FOLDER` makes encoder.onnx and vocab.txt there, once."""

import shutil
import sys
from collections.abc import Sequence
from pathlib import Path

import onnx

from encoder import graph, weights


def build(folder: Path) -> None:
    """Does nothing where the folder is complete; the graph appears under its name only when whole."""
    target = folder / "encoder.onnx"
    if target.exists():
        return
    print("building the sentence encoder", flush=True)
    source = weights.folder()
    folder.mkdir(parents=True, exist_ok=True)
    shutil.copy(source / "vocab.txt", folder / "vocab.txt")
    model = graph.build(weights.load(source / "model.safetensors"))
    onnx.checker.check_model(model)
    partial = folder / "encoder.onnx.partial"
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
