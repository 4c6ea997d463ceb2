"""Language packs: `languages/<code>/` says what `domain/` and the data files say, each string reviewed or not.

A pack is checked as it is read: a name, a placeholder or a number of buttons that English has not, a file that is
missing. What a pack leaves out is said in English, and counted by `handrail languages check`.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from string import Formatter

from casework.base.domain import Wordings, originals
from casework.base.packfile import Phrases, Topic, Wording, places_of
from casework.base.settings import ROOT
from casework.base.yamlfile import DataError, load_yaml

LANGUAGES = ROOT / "languages"


@dataclass(frozen=True)
class Pack:
    topics: dict[str, Topic]
    phrase_files: dict[str, Phrases]

    @property
    def responses(self) -> dict[str, Wordings]:
        """In the shape of the English ones, and with their payloads."""
        return {
            name: _filled_out(wordings, originals()[stem][name])
            for stem, topic in self.topics.items()
            for name, wordings in topic.responses.items()
        }

    @property
    def phrases(self) -> dict[str, str]:
        return {one.en: one.said for file in self.phrase_files.values() for one in file.phrases}


def load(folder: Path) -> Pack:
    """Raises DataError with every fault of every file, by line."""
    faults: list[str] = []
    topics: dict[str, Topic] = {}
    phrase_files: dict[str, Phrases] = {}
    for stem in originals():
        path = folder / f"{stem}.yml"
        if not path.exists():
            faults.append(f"{folder.name}/{stem}.yml line 1: is missing")
            continue
        try:
            topics[stem] = load_yaml(path, Topic, {"file": [stem]})
        except DataError as error:
            faults.append(f"{folder.name}/{error}")
    faults += [f"{folder.name}/{path.name} line 1: mirrors no file of domain/" for path in _others(folder)]
    for path in sorted((folder / "phrases").glob("*.yml")):
        try:
            phrase_files[path.stem] = load_yaml(path, Phrases)
        except DataError as error:
            faults.append(f"{folder.name}/phrases/{error}")
    faults += [f"{folder.name}/phrases/{fault}" for fault in _said_twice(phrase_files)]
    if faults:
        raise DataError("\n".join(faults))
    return Pack(topics, phrase_files)


@cache
def pack(language: str) -> Pack:
    return load(LANGUAGES / language)


@cache
def wordings_of(language: str) -> dict[str, Wordings]:
    return pack(language).responses


@cache
def phrases_of(language: str) -> dict[str, str]:
    return pack(language).phrases


@cache
def templates_of(language: str) -> list[tuple[re.Pattern[str], str]]:
    """The sentences with something to fill in, as patterns of the filled ones."""
    return [(_pattern(en), said) for en, said in phrases_of(language).items() if places_of(en)]


def _pattern(text: str) -> re.Pattern[str]:
    pieces = (
        re.escape(before) + (f"(?P<{name}>.+?)" if name else "") for before, name, _, _ in Formatter().parse(text)
    )
    return re.compile("".join(pieces), re.DOTALL)


def _said_twice(files: Mapping[str, Phrases]) -> Iterator[str]:
    """A sentence of two data files must be said in one way, since nobody asks which file it came from."""
    before: dict[str, str] = {}
    for name, file in files.items():
        for place, one in enumerate(file.phrases):
            if before.setdefault(one.en, one.said) != one.said:
                yield f"{name}.yml: phrases[{place}]: {one.en} is said in another way in another file"


def _others(folder: Path) -> list[Path]:
    known = {*originals(), "moments", "services"}
    return [path for path in sorted(folder.glob("*.yml")) if path.stem not in known]


def _filled_out(wordings: Sequence[Wording], english: Wordings) -> Wordings:
    return [
        {
            "text": one.text,
            **({"channel": one.channel} if one.channel else {}),
            "buttons": [
                {"title": title, "payload": button["payload"]}
                for title, button in zip(one.buttons, original.get("buttons", ()), strict=True)
            ],
        }
        for one, original in zip(wordings, english, strict=True)
    ]
