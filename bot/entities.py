"""`python -m bot.entities FOLDER` builds the spaCy pipeline package `en_handrail` there, from data/patterns."""

import sys
from pathlib import Path
from tempfile import TemporaryDirectory

import spacy
from spacy.cli.package import package
from spacy.language import Language

PATTERNS = Path(__file__).resolve().parents[1] / "data" / "patterns" / "entities.jsonl"
NAME, VERSION = "handrail", "1.0.0"


def pipeline() -> Language:
    """Blank English with the patterns as an entity ruler: no trained model is needed or fetched."""
    nlp = spacy.blank("en")
    nlp.add_pipe("entity_ruler", config={"phrase_matcher_attr": "LOWER"}).from_disk(PATTERNS)
    nlp.meta.update(name=NAME, version=VERSION)
    return nlp


def build(folder: Path) -> Path:
    """The package's own folder, ready for pip."""
    folder.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory() as scratch:
        pipeline().to_disk(scratch)
        package(Path(scratch), folder, create_sdist=False, create_wheel=False, force=True, silent=True)
    return folder / f"en_{NAME}-{VERSION}"


if __name__ == "__main__":
    print(build(Path(sys.argv[1])))
