"""The words casework says by itself, and those the assistant named: one place for a name and a language."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from string import Formatter
from typing import Any

from casework.base.domain import Wordings, responses
from casework.base.packs import phrases_of, templates_of, wordings_of
from casework.base.speaking import ENGLISH, discreet, spoken

__all__ = ["Words", "button", "capital", "choice_texts", "has_words", "neutral_of", "phrase", "responses", "words"]
NEUTRAL = "_neutral"


@dataclass(frozen=True)
class Words:
    """`language` is the one they are in: English where the pack of the one spoken has none."""

    text: str
    choices: list[dict[str, str]]
    language: str = ENGLISH


def words(name: str, channel: str = "web", before: Sequence[str] = (), /, **values: object) -> Words:
    """One wording of a response for a channel, filled in: the one said longest ago of the texts `before`.

    Spoken discreetly it is that of `name`_neutral, where there is one.
    """
    name = neutral_of(name)
    language = spoken() if has_words(name) else ENGLISH
    wordings = _for_channel(_wordings(language)[name], channel)
    openings = [text.split("\n")[0] for text in before]
    return _filled(min(wordings, key=lambda one: _last(openings, one["text"].split("\n")[0])), values, language)


def neutral_of(name: str) -> str:
    """The name of the response that says it now: where we are discreet, one that does not tell what it is about."""
    neutral = f"{name}{NEUTRAL}"
    return neutral if discreet() and neutral in responses() else name


def has_words(name: str) -> bool:
    """Whether the language spoken now has its own words for the response."""
    return name in _wordings(spoken())


def phrase(text: str) -> str:
    """A sentence of a data file in the language spoken now; as it stands where that has none."""
    if spoken() == ENGLISH:
        return text
    return phrases_of(spoken()).get(text) or _filled_phrase(text) or text


def _filled_phrase(text: str) -> str | None:
    """A sentence in which something stands already, such as the name of an area."""
    for pattern, said in templates_of(spoken()):
        if found := pattern.fullmatch(text):
            return said.format(**found.groupdict())
    return None


def choice_texts(name: str) -> list[str]:
    """What the buttons of a response say for the person, in their order; the same in every language."""
    return [one["payload"] for wording in responses()[name] for one in wording.get("buttons", ())]


def button(name: str) -> dict[str, str]:
    """A response as something to tap: shown in the language spoken, told in English, which the assistant knows."""
    return {"title": words(name).text, "payload": responses()[name][0]["text"]}


def _wordings(language: str) -> dict[str, Wordings]:
    return responses() if language == ENGLISH else wordings_of(language)


def _last(openings: list[str], opening: str) -> int:
    """Where it was said last, whatever was filled in then; -1 if never."""
    pattern = _opens(opening.strip())
    return max((n for n, one in enumerate(openings) if pattern.fullmatch(one)), default=-1)


@cache
def _opens(opening: str) -> re.Pattern[str]:
    parts = [(text, field) for text, field, _, _ in Formatter().parse(opening)]
    return re.compile("".join(re.escape(text) if field is None else f"{re.escape(text.rstrip())}.*" for text, field in parts))


def _for_channel(wordings: Wordings, channel: str) -> Wordings:
    own = [wording for wording in wordings if wording.get("channel") == channel]
    return own or [wording for wording in wordings if "channel" not in wording]


def _filled(wording: dict[str, Any], values: dict[str, object], language: str) -> Words:
    choices = [{"title": b["title"].format(**values), "text": b["payload"]} for b in wording.get("buttons", ())]
    return Words(wording["text"].format(**values).strip(), choices, language)


def capital(text: str) -> str:
    """As a line or a sentence begins."""
    return f"{text[:1].upper()}{text[1:]}"
