"""How they must not be reached, said beside the wish to meet: "dont text me", "my ex cant know". Pure."""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from casework.base.patterns import compiled, faults_in
from casework.base.plain import folded
from casework.base.yamlfile import DataModel, Known, Where, load_yaml

MOST_LETTERS = 300


class Quietly(DataModel):
    ways: tuple[str, ...]
    secret: tuple[str, ...]
    beside: tuple[str, ...]

    def problems(self, known: Known) -> Iterator[tuple[Where, str]]:
        """Whoever writes to us may write anything: no pattern may take for ever over it."""
        for name in ("ways", "secret", "beside"):
            yield from faults_in((name,), getattr(self, name))


def keeps_quiet(text: str) -> bool:
    """Whether we must not write or ring, or nobody may know."""
    said = folded(text)[:MOST_LETTERS]
    return any(one.search(said) for one in (*_of("ways"), *_of("secret")))


def without_quiet(text: str) -> str:
    """The rest of the words."""
    said = folded(text)[:MOST_LETTERS]
    for one in (*_of("ways"), *_of("secret"), *_of("beside")):
        said = one.sub(" ", said)
    return " ".join(said.split())


@cache
def _of(name: str) -> tuple[re.Pattern[str], ...]:
    return compiled(getattr(load_yaml(Path(__file__).with_name("quietly.yml"), Quietly), name), {})
