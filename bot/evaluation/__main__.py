"""`python -m bot.evaluation MODEL` reads the held-out messages with our model, and beside it compares the pipelines.

All messages would keep the stock pipeline busy for hours, so both are taught with one equal sample of them, in half an
hour. `--whole` teaches the stock pipeline with all of them instead; `--alone` compares nothing.
"""

import argparse
import asyncio
import logging
import os
import tempfile
import warnings
from pathlib import Path
from typing import Dict, Optional

from rasa.utils.log_utils import configure_structlog

from bot.evaluation import report
from bot.evaluation.figures import Measured
from bot.evaluation.reading import ROOT, Cases, held_out, read, with_more_beside
from bot.evaluation.sample import drawn
from bot.evaluation.teaching import OUR_CONFIG, STOCK_CONFIG, messages, published_vectors, taught
from bot.train import HOME

FOLDER = ROOT / "docs" / "understanding"
OURS, STOCK = "ours", "stock Rasa"
BESIDE = f"{OURS}, messages with more beside"
SAMPLED, PUBLISHED = f"{OURS} {report.ON_SAMPLE}", f"{OURS} {report.ON_SAMPLE}, published vectors"
STOCK_SAMPLED = f"{STOCK} {report.ON_SAMPLE}"


def measured(model: Path, count: int, cases: Optional[Cases] = None) -> Measured:
    readings, speed = asyncio.run(read(model, cases or held_out()))
    return Measured(readings, speed, count)


def learnt(name: str, config: Path, cases: Cases, folder: Path) -> Measured:
    print(f"teaching {name}: {len(cases)} messages", flush=True)
    return measured(taught(config, cases, folder), len(cases))


def on_the_sample(cases: Cases, folder: Path) -> Dict[str, Measured]:
    found = {SAMPLED: learnt(SAMPLED, OUR_CONFIG, cases, folder / "sampled")}
    with published_vectors(folder / "encoder"):
        found[PUBLISHED] = learnt(PUBLISHED, OUR_CONFIG, cases, folder / "published")
    return {**found, STOCK_SAMPLED: learnt(STOCK_SAMPLED, STOCK_CONFIG, cases, folder / "stock")}


def compared(given: argparse.Namespace, cases: Cases, folder: Path) -> Dict[str, Measured]:
    if given.alone:
        return {}
    if given.whole:
        return {STOCK: learnt(STOCK, STOCK_CONFIG, cases, folder / "stock")}
    return on_the_sample(drawn(cases), folder)


def _given() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m bot.evaluation")
    parser.add_argument("model", type=Path)
    how = parser.add_mutually_exclusive_group()
    how.add_argument("--whole", action="store_true")
    how.add_argument("--alone", action="store_true")
    return parser.parse_args()


def main() -> None:
    given = _given()
    logging.disable(logging.WARNING)
    configure_structlog(logging.ERROR)
    warnings.simplefilter("ignore")
    os.environ.setdefault("RASA_CACHE_DIRECTORY", str(HOME / "rasa-cache"))
    cases = messages()
    with tempfile.TemporaryDirectory() as folder:
        ours = {OURS: measured(given.model, len(cases)), BESIDE: measured(given.model, len(cases), with_more_beside())}
        found = {**ours, **compared(given, cases, Path(folder))}
    print(report.write(FOLDER, found))


if __name__ == "__main__":
    main()
