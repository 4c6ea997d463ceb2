"""What is told in the words of a new job and is none of theirs: somebody else's, a hope, an interview. Pure."""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from casework.base.patterns import compiled, faults_in
from casework.base.plain import plain
from casework.base.yamlfile import DataModel, Known, Where, load_yaml

LONGEST, ASKED, INTERVIEW = 300, "asked", "interview"


class Told(DataModel):
    parts: dict[str, str]
    theirs: tuple[str, ...]
    hoped: tuple[str, ...]
    won: tuple[str, ...]
    said: dict[str, tuple[str, ...]]

    def problems(self, known: Known) -> Iterator[tuple[Where, str]]:
        for name in ("theirs", "hoped", "won"):
            yield from faults_in((name,), getattr(self, name), self.parts)
        for name, patterns in self.said.items():
            yield from faults_in(("said", name), patterns, self.parts)


def no_job_of_theirs(text: str) -> str | None:
    """`others`, `asked` or `interview`; None where it may be their own job that they tell of: in doubt they are asked."""
    said = plain(text)[:LONGEST]
    found = next((name for name, patterns in _told().said.items() if _finds(patterns, said)), None)
    if found == INTERVIEW:
        sure = _sure(said)
        return None if _finds((*_told().theirs, *_told().won), sure) else found
    return None if found != ASKED and _finds(_told().theirs, said) else found


def _sure(said: str) -> str:
    """What is left without hopes, and without the start of something that is no job."""
    for one in _compiled(_told().hoped):
        said = one.sub(" ", said)
    return " ".join(said.split())


def _finds(patterns: tuple[str, ...], said: str) -> bool:
    return any(one.search(said) for one in _compiled(patterns))


@cache
def _told() -> Told:
    return load_yaml(Path(__file__).with_name("told.yml"), Told)


@cache
def _compiled(patterns: tuple[str, ...]) -> tuple[re.Pattern[str], ...]:
    return compiled(patterns, _told().parts)
