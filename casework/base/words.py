"""The words casework says by itself, read from the same `domain/` files that Rasa reads."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from casework.base.settings import ROOT

DOMAIN = ROOT / "domain"


@dataclass(frozen=True)
class Words:
    text: str
    choices: list[dict[str, str]]


@cache
def responses(folder: Path = DOMAIN) -> dict[str, list[dict[str, Any]]]:
    """Every response of the domain by name. Raises KeyError where two files give the same name."""
    found: dict[str, list[dict[str, Any]]] = {}
    for path in sorted(folder.glob("*.yml")):
        for name, wordings in (yaml.safe_load(path.read_text("utf-8")).get("responses") or {}).items():
            if name in found:
                raise KeyError(f"{path.name}: {name} has its words in another file already")
            found[name] = wordings
    return found


def words(name: str, channel: str = "web", before: Sequence[str] = (), /, **values: object) -> Words:
    """One wording of a response for a channel, filled in: the one said longest ago of the texts `before`."""
    said = [_filled(wording, values) for wording in _for_channel(responses()[name], channel)]
    openings = [text.split("\n")[0] for text in before]
    return min(said, key=lambda one: _last(openings, one.text.split("\n")[0]))


def choice_texts(name: str) -> list[str]:
    """What the buttons of a response say for the person, in their order."""
    return [button["payload"] for wording in responses()[name] for button in wording.get("buttons", ())]


def _last(openings: list[str], opening: str) -> int:
    """Where it was said last; -1 if never."""
    return max((n for n, one in enumerate(openings) if one == opening), default=-1)


def _for_channel(wordings: list[dict[str, Any]], channel: str) -> list[dict[str, Any]]:
    own = [wording for wording in wordings if wording.get("channel") == channel]
    return own or [wording for wording in wordings if "channel" not in wording]


def _filled(wording: dict[str, Any], values: dict[str, object]) -> Words:
    choices = [{"title": b["title"], "text": b["payload"]} for b in wording.get("buttons", ())]
    return Words(wording["text"].format(**values).strip(), choices)
