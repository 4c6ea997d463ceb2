"""The files of a language pack: what may stand in them, and how each is checked against the English words."""

from collections.abc import Collection, Iterator, Sequence
from datetime import date
from functools import cache
from pathlib import Path
from string import Formatter
from typing import Annotated, Any, Literal

import yaml
from pydantic import BeforeValidator, StringConstraints

from casework.base.domain import Wordings, originals
from casework.base.settings import ROOT
from casework.base.yamlfile import DataModel, Known, Where

# The keys of data files under which stands what people are told.
SAID = frozenset(
    {"text", "label", "help", "why", "who_sees", "say", "title", "list", "bring", "opening", "nameless"}
    | {"what", "then", "summary", "note", "warning", "met", "not_met", "not_known"}
)
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
