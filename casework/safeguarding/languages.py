"""Plain phrases of danger in the other languages most spoken in England and Wales."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

import yaml

from casework.base.once import once
from casework.base.settings import ROOT
from casework.safeguarding.data import load

LINES = ROOT / "data" / "languages.yml"


@dataclass(frozen=True)
class Said:
    class_: str
    voice: str
    language: str


class Languages:
    def __init__(self) -> None:
        self.phrases = [
            (_fold(phrase), Said(class_, "self", language))
            for language, classes in load("languages.yml")["languages"].items()
            for class_, phrases in classes.items()
            for phrase in phrases
        ]

    def find(self, text: str) -> Iterator[Said]:
        folded = _fold(text)
        return (said for phrase, said in self.phrases if phrase in folded)


def spoken(text: str) -> str | None:
    """The ISO 639-1 code of the language in which the text says something dangerous, where we have a line in it."""
    said = next(_known().find(text), None)
    return _codes().get(said.language) if said else None


@once
def _known() -> Languages:
    return Languages()


@once
def _codes() -> dict[str, str]:
    rows = yaml.safe_load(LINES.read_text("utf-8"))["languages"]
    return {row["name"]: code for code, row in rows.items()}


def _fold(text: str) -> str:
    """Case, accents, vowel points, joiners and punctuation taken away; spaces around each word or Chinese sign."""
    text = unicodedata.normalize("NFKD", text.casefold().replace("ł", "l").replace("ı", "i"))
    text = re.sub(r"([\u4e00-\u9fff])", r" \1 ", text)
    text = "".join("" if unicodedata.category(letter) in ("Mn", "Cf") else letter for letter in text)
    return f" {' '.join(re.split(r'[^\w\u0900-\u0d7f]+|_', text))} "
