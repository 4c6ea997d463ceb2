"""Models to compare: what they are taught with, and which vectors they read."""

import os
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Dict, Iterator, List, Sequence, Tuple

from encoder import ADAPTED, OFFICIAL
from encoder.model import FOLDER
from rasa.model_training import train_nlu
from rasa.shared.nlu.training_data.loading import load_data
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData
from rasa.shared.utils.io import read_yaml_file, write_yaml

from bot.evaluation.reading import ROOT

OUR_CONFIG, STOCK_CONFIG = ROOT / "config.yml", Path(__file__).parent / "stock.yml"
OF_UNDERSTANDING = ("recipe", "assistant_id", "language", "pipeline")


def messages() -> List[Tuple[str, str]]:
    """Every training text with its intent."""
    return [(one.get("text"), one.get("intent")) for one in load_data(str(ROOT / "data" / "nlu")).intent_examples]


def taught(config: Path, cases: Sequence[Tuple[str, str]], folder: Path) -> Path:
    """A model in `folder`: the pipeline of `config`, taught with `cases` alone."""
    folder.mkdir()
    given, data = folder / "config.yml", folder / "nlu.yml"
    write_yaml(_of_understanding(config), given)
    TrainingData([Message.build(text, intent) for text, intent in cases]).persist_nlu(str(data))
    model = train_nlu(config=str(given), nlu_data=str(data), output=str(folder))
    if not model:
        raise SystemExit(f"the pipeline of {config.name} could not be trained")
    return Path(model)


@contextmanager
def published_vectors(folder: Path) -> Iterator[None]:
    """The encoder as it was published: the adapter has learnt from all messages, not from a sample alone."""
    folder.mkdir()
    built = Path(os.environ[FOLDER]).resolve()
    for name, file in ((ADAPTED.file, OFFICIAL.file), (ADAPTED.stamp, OFFICIAL.stamp), (OFFICIAL.vocabulary,) * 2):
        (folder / name).symlink_to(built / file)
    os.environ[FOLDER] = str(folder)
    try:
        yield
    finally:
        os.environ[FOLDER] = str(built)


def _of_understanding(config: Path) -> Dict[str, Any]:
    whole = read_yaml_file(config)
    return {name: whole[name] for name in OF_UNDERSTANDING if name in whole}
