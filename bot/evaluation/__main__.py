"""`python -m bot.evaluation MODEL` reads the held-out messages with our model, then with the stock pipeline too.

`--alone` leaves the stock pipeline out, whose training takes the better part of an hour.
"""

import asyncio
import logging
import os
import sys
import tempfile
import warnings
from pathlib import Path
from typing import Optional

from rasa.model_training import train_nlu
from rasa.utils.log_utils import configure_structlog

from bot.evaluation import report
from bot.evaluation.reading import ROOT, held_out, read

STOCK = Path(__file__).parent / "stock.yml"
FOLDER = ROOT / "docs" / "understanding"
OURS, STOCK_NAME = "ours", "stock Rasa"


def stock_model(folder: str) -> Path:
    print("training the stock pipeline on the same messages; this takes the better part of an hour", flush=True)
    trained = train_nlu(config=str(STOCK), nlu_data=str(ROOT / "data" / "nlu"), output=folder)
    if not trained:
        raise SystemExit("the stock pipeline could not be trained")
    return Path(trained)


async def evaluate(ours: Path, stock: Optional[Path]) -> str:
    cases = held_out()
    measured = {OURS: await read(ours, cases)}
    if stock:
        measured[STOCK_NAME] = await read(stock, cases)
    readings, speeds = ({name: pair[part] for name, pair in measured.items()} for part in (0, 1))
    return report.write(FOLDER, readings, speeds)


def main() -> None:
    logging.disable(logging.WARNING)
    configure_structlog(logging.ERROR)
    warnings.simplefilter("ignore")
    model, alone = Path(sys.argv[1]), "--alone" in sys.argv
    print(asyncio.run(evaluate(model, None)), flush=True)
    if not alone:
        with tempfile.TemporaryDirectory() as folder:
            print(asyncio.run(evaluate(model, stock_model(folder))))


if __name__ == "__main__":
    main()
