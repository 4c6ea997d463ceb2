"""What people are asked to write about a meeting by text."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from casework.base.settings import ROOT

OBEYED_BY_THE_CARRIER = ("stop", "stopall", "unsubscribe", "cancel", "end", "quit", "start", "unstop")
"""One of these alone in a text ends or begins all texts from a number, whoever asked for it."""
TOPIC: Path = ROOT / "domain" / "appointments.yml"


def _by_text() -> Iterator[tuple[str, list[str]]]:
    """Each response as a phone gets it: its words and titles."""
    for name, variants in yaml.safe_load(TOPIC.read_text("utf-8"))["responses"].items():
        for one in [one for one in variants if one.get("channel") == "sms"] or variants:
            yield name, [one["text"], *(button["title"] for button in one.get("buttons", ()))]


@pytest.mark.parametrize(("name", "said"), _by_text(), ids=lambda value: value if isinstance(value, str) else "")
def test_no_word_is_asked_for_that_the_carrier_obeys(name: str, said: list[str]) -> None:
    words, *titles = said
    asked = [*titles, *re.findall(r"(?:reply|text|send|say|write|type) (?:us )?[\"']?(\w+)", words, re.IGNORECASE)]
    assert [one for one in asked if one.strip(" .!").casefold() in OBEYED_BY_THE_CARRIER] == []
    assert not re.search(r"\b(STOP|CANCEL|END)\b", " ".join(said))
