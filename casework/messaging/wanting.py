"""Whether somebody asks for a person, read without the assistant. Pure."""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from casework.base.patterns import compiled, faults_in
from casework.base.plain import plain
from casework.base.words import words
from casework.base.yamlfile import DataModel, Where, load_yaml


class Wanting(DataModel):
    said: tuple[str, ...]
    unless: tuple[str, ...]

    def faults(self) -> Iterator[tuple[Where, str]]:
        for kind in ("said", "unless"):
            yield from faults_in((kind,), getattr(self, kind))


def to_person() -> str:
    """What the choice of a person stands for: the assistant reads it as one."""
    return words("utter_safety_safe_yes").choices[0]["text"]


def wants_person(said: str) -> bool:
    if said.casefold() == to_person().casefold():
        return True
    bare = plain(said)
    return any(one.search(bare) for one in _patterns("said")) and not any(one.search(bare) for one in _patterns("unless"))


@cache
def _patterns(kind: str) -> tuple[re.Pattern[str], ...]:
    return compiled(getattr(load_yaml(Path(__file__).with_name("wanting.yml"), Wanting), kind))
