"""Whether somebody takes back what was read as danger, and what they go on with. Pure."""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from casework.base.patterns import compiled, faults_in
from casework.base.plain import plain
from casework.base.yamlfile import DataModel, Known, Where, load_yaml

LONGEST = 160


class TakenBack(DataModel):
    parts: dict[str, str]
    said: tuple[str, ...]
    unless: tuple[str, ...]

    def problems(self, known: Known) -> Iterator[tuple[Where, str]]:
        for kind in ("said", "unless"):
            yield from faults_in((kind,), getattr(self, kind), self.parts)


def gone_on_with(text: str) -> str | None:
    """What they write beside taking it back, which may be nothing; None where they take nothing back."""
    said = plain(text)
    if len(said) > LONGEST or any(one.search(said) for one in _patterns("unless")):
        return None
    found = next(filter(None, (one.search(said) for one in _patterns("said"))), None)
    return None if found is None else _last_words(text, len((found["rest"] or "").split()))


def _last_words(text: str, count: int) -> str:
    """As they were typed: so many of the plain words at the end."""
    kept: list[str] = []
    for word in reversed(text.split()):
        if count <= 0:
            break
        kept.insert(0, word)
        count -= len(plain(word).split())
    return " ".join(kept)


@cache
def _patterns(kind: str) -> tuple[re.Pattern[str], ...]:
    known = load_yaml(Path(__file__).with_name("taken_back.yml"), TakenBack)
    return compiled(getattr(known, kind), known.parts)
