"""Language packs: `languages/<code>/` says what `domain/` and the data files say, each string reviewed or not.

A pack is checked as it is read: a name, a placeholder or a number of buttons that English has not, a file that is
missing. What a pack leaves out is said in English, and counted by `handrail languages check`.
"""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from string import Formatter
from typing import Annotated, Any, Literal, NamedTuple

import yaml
from pydantic import BeforeValidator, StringConstraints

from casework.base.domain import Wordings, originals
from casework.base.settings import ROOT
from casework.base.yamlfile import DataError, DataModel, Known, Where, load_yaml

LANGUAGES = ROOT / "languages"
# The keys of data files under which stands what people are told.
SAID = frozenset({"text", "label", "help", "why", "who_sees", "say", "title", "list", "bring", "opening", "nameless"})
Named = Annotated[str, StringConstraints(min_length=2)]


class Review(DataModel):
    """Who of those who grew up with the language has read it, and when."""

    by: Named
    on: date


def _reviewed(given: object) -> object:
    if given is True:
        raise ValueError("needs who and when: {by: a name, on: a day}")
    return None if given is False else given


Reviewed = Annotated[Review | None, BeforeValidator(_reviewed)]


class Wording(DataModel):
    """`buttons` are titles, in the order of the English ones, whose meaning they keep."""

    text: str
    channel: Literal["sms"] | None = None
    buttons: tuple[str, ...] = ()
    reviewed: Reviewed


class Topic(DataModel):
    """One file of `domain/` in another language. `leave` names what stays in English on purpose."""

    leave: tuple[str, ...] = ()
    responses: dict[str, tuple[Wording, ...]]

    def problems(self, known: Known) -> Iterator[tuple[Where, str]]:
        (stem,) = known["file"]
        english = originals()[stem]
        for place, name in enumerate(self.leave):
            if name not in english:
                yield ("leave", place), f"English has no {name} in {stem}.yml"
        for name, wordings in self.responses.items():
            if name not in english:
                yield ("responses", name), f"English has no such words in {stem}.yml"
            else:
                yield from ((("responses", name, *where), what) for where, what in _unlike(wordings, english[name]))


class Phrase(DataModel):
    """A sentence of a data file, word for word, and how it is said."""

    en: str
    said: str
    reviewed: Reviewed


class Phrases(DataModel):
    """The sentences of one data file, `of` the project."""

    of: str
    phrases: tuple[Phrase, ...]

    def problems(self, known: Known) -> Iterator[tuple[Where, str]]:
        said = sentences(ROOT / self.of)
        for place, phrase in enumerate(self.phrases):
            if phrase.en not in said:
                yield ("phrases", place, "en"), f"{self.of} says no such thing"
            elif _places(phrase.said) != places_of(phrase.en):
                yield ("phrases", place, "said"), _must_have(places_of(phrase.en))


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


class Count(NamedTuple):
    """Wordings or sentences. What is missing is said in English."""

    reviewed: int
    unreviewed: int
    missing: int


def counts(of: Pack) -> dict[str, Count]:
    """How far each file is, by its path in the pack."""
    topics = {f"{stem}.yml": _topic_count(topic, originals()[stem]) for stem, topic in of.topics.items()}
    return topics | {f"phrases/{name}.yml": _phrase_count(file) for name, file in of.phrase_files.items()}


def _topic_count(topic: Topic, english: Mapping[str, Wordings]) -> Count:
    reviews = [one.reviewed for wordings in topic.responses.values() for one in wordings]
    missing = sum(len(english[name]) for name in english.keys() - topic.responses.keys() - set(topic.leave))
    return Count(len(reviews) - reviews.count(None), reviews.count(None), missing)


def _phrase_count(file: Phrases) -> Count:
    reviews = [one.reviewed for one in file.phrases]
    missing = len(sentences(ROOT / file.of) - {one.en for one in file.phrases})
    return Count(len(reviews) - reviews.count(None), reviews.count(None), missing)


def places_of(text: str) -> frozenset[str]:
    """The names of what is filled in. Raises ValueError where a brace is open."""
    return frozenset(name for _, name, _, _ in Formatter().parse(text) if name)


@cache
def sentences(path: Path) -> frozenset[str]:
    """What a data file tells people."""
    return frozenset(_told(yaml.safe_load(path.read_text("utf-8"))))


def _told(data: Any, key: str = "") -> Iterator[str]:
    if isinstance(data, dict):
        for name, value in data.items():
            yield from _told(value, str(name))
    elif isinstance(data, list):
        for value in data:
            yield from _told(value, key)
    elif isinstance(data, str) and key in SAID:
        yield data


def _said_twice(files: Mapping[str, Phrases]) -> Iterator[str]:
    """A sentence of two data files must be said in one way, since nobody asks which file it came from."""
    before: dict[str, str] = {}
    for name, file in files.items():
        for place, one in enumerate(file.phrases):
            if before.setdefault(one.en, one.said) != one.said:
                yield f"{name}.yml: phrases[{place}]: {one.en} is said in another way in another file"


def _others(folder: Path) -> list[Path]:
    known = {*originals(), "moments"}
    return [path for path in sorted(folder.glob("*.yml")) if path.stem not in known]


def _unlike(wordings: Sequence[Wording], english: Wordings) -> Iterator[tuple[Where, str]]:
    channels, wanted = [one.channel for one in wordings], [one.get("channel") for one in english]
    if channels != wanted:
        yield (), f"must have its wordings for {_listed(wanted)}, as English has"
        return
    for place, (one, original) in enumerate(zip(wordings, english, strict=True)):
        buttons = [button["title"] for button in original.get("buttons", ())]
        if len(one.buttons) != len(buttons):
            yield (place, "buttons"), f"must be {len(buttons)}, as in English"
        pairs = [("text", one.text, original["text"]), ("buttons", " ".join(one.buttons), " ".join(buttons))]
        for field, said, meant in pairs:
            if _places(said) != places_of(meant):
                yield (place, field), _must_have(places_of(meant))


def _places(text: str) -> frozenset[str] | None:
    try:
        return places_of(text)
    except ValueError:
        return None


def _must_have(names: Collection[str]) -> str:
    if not names:
        return "must have nothing to fill in, as English has not"
    return f"must have {', '.join(f'{{{name}}}' for name in sorted(names))} to fill in, as English has"


def _listed(channels: Sequence[str | None]) -> str:
    return ", ".join(channel or "any channel" for channel in channels)


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
