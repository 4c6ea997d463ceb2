"""Patterns of something that people say, and of what makes it no such thing, kept in one data file. Pure."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from casework.base.patterns import compiled, faults_in
from casework.base.yamlfile import DataModel, Known, Where, load_yaml


class SaidUnless(DataModel):
    parts: dict[str, str] = {}
    said: tuple[str, ...]
    unless: tuple[str, ...]

    def problems(self, known: Known) -> Iterator[tuple[Where, str]]:
        for kind in ("said", "unless"):
            yield from faults_in((kind,), getattr(self, kind), self.parts)


class Patterns(NamedTuple):
    said: tuple[re.Pattern[str], ...]
    unless: tuple[re.Pattern[str], ...]

    def is_said(self, plain: str) -> bool:
        return any(one.search(plain) for one in self.said) and not self.is_ruled_out(plain)

    def is_ruled_out(self, plain: str) -> bool:
        return any(one.search(plain) for one in self.unless)


def read_patterns(file: Path) -> Patterns:
    known = load_yaml(file, SaidUnless)
    return Patterns(compiled(known.said, known.parts), compiled(known.unless, known.parts))
