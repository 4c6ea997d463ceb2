"""`python -m encoder.build FOLDER` makes there the graphs and vocabularies of both networks, each once."""

import hashlib
import sys
from collections.abc import Sequence
from pathlib import Path

import onnx

from encoder import adapter, graph, weights
from encoder.shape import ADAPTED, CLOSE, OFFICIAL, Kind

GIVEN = {OFFICIAL: weights.small, ADAPTED: weights.small, CLOSE: weights.large}
CORRECTED_BY = {ADAPTED: adapter.SMALL, CLOSE: adapter.LARGE}


def build(folder: Path) -> None:
    """Makes what is missing, or was made with other corrections; a graph appears under its name only when whole."""
    folder.mkdir(parents=True, exist_ok=True)
    for kind in (OFFICIAL, ADAPTED, CLOSE):
        stamp, wanted = folder / kind.stamp, _made_of(kind)
        files = [stamp, folder / kind.file, folder / kind.vocabulary]
        if not all(file.exists() for file in files) or stamp.read_text() != wanted:
            _build(kind, folder)
            stamp.write_text(wanted)


def _build(kind: Kind, folder: Path) -> None:
    print(f"building {kind.file}", flush=True)
    parts, vocabulary = GIVEN[kind]()
    (folder / kind.vocabulary).write_text(vocabulary, "utf-8")
    corrections = CORRECTED_BY.get(kind)
    model = graph.build(adapter.adapted(parts, corrections) if corrections else parts, kind.shape)
    onnx.checker.check_model(model)
    target = folder / kind.file
    partial = target.with_suffix(".partial")
    onnx.save(model, str(partial))
    partial.rename(target)
    print(f"wrote {target.name}, {target.stat().st_size / 1e6:.0f} MB", flush=True)


def _made_of(kind: Kind) -> str:
    corrections = CORRECTED_BY.get(kind)
    return hashlib.sha256(corrections.read_bytes()).hexdigest() if corrections else weights.SMALL_SHA256


def main(arguments: Sequence[str]) -> None:
    if len(arguments) != 1:
        sys.exit("usage: python -m encoder.build FOLDER")
    try:
        build(Path(arguments[0]))
    except weights.WrongWeights as error:
        sys.exit(f"the encoder was not built: {error}")


if __name__ == "__main__":
    main(sys.argv[1:])
