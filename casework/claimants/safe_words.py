"""The words in which people say when it is safe, as data: `safe.yml`. Pure."""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from pydantic import Field

from casework.base.once import once
from casework.base.patterns import faults_in
from casework.base.yamlfile import DataModel, Known, Where, load_yaml


class Wording(DataModel):
    no_calls: str
    before: tuple[tuple[str, str], ...]
    means: tuple[tuple[str, str], ...]
    unwanted: tuple[str, ...] = Field(alias="not")
    excepted: tuple[str, ...] = Field(alias="except")
    others: tuple[str, ...]
    beside: tuple[str, ...]
    elsewhere: tuple[str, ...]
    shared: tuple[str, ...]
    reads_along: tuple[str, ...]
    unseen: tuple[str, ...]
    seen_again: tuple[str, ...]
    near: tuple[str, ...]
    back_again: tuple[str, ...]
    not_back: tuple[str, ...]
    apart: tuple[str, ...]
    wished: tuple[str, ...]
    rung: tuple[str, ...]
    parts: dict[str, str]
    readers: tuple[str, ...]
    discreet: tuple[str, ...]
    all_said: tuple[str, ...]
    asked: tuple[str, ...]
    partner: tuple[str, ...]
    feared: tuple[str, ...]
    somebody: tuple[str, ...]
    watched: tuple[str, ...]
    texting: tuple[str, ...]
    bare: tuple[str, ...]
    unsafe: tuple[str, ...]
    any: tuple[str, ...]
    time: tuple[str, ...]
    fits: tuple[str, ...]
    perhaps: tuple[str, ...]
    varies: tuple[str, ...]
    means_what: tuple[str, ...]
    known: tuple[str, ...]
    at_work_then: tuple[str, ...]

    def problems(self, known: Known) -> Iterator[tuple[Where, str]]:
        """Whoever texts us may write anything: no pattern may take for ever over it."""
        for name in ("readers", "discreet", "all_said", "asked", "partner", "feared", "somebody", "watched", "texting", "reads_along", "unseen", "seen_again", "near", "back_again", "not_back", "apart", "wished", "rung"):
            yield from faults_in((name,), getattr(self, name), self.parts)


@once
def wording() -> Wording:
    return load_yaml(Path(__file__).with_name("safe.yml"), Wording)


def says(said: str, patterns: Iterable[str]) -> bool:
    return any(re.search(one, said) for one in patterns)


def plain(text: str) -> str:
    said = re.sub(r"['’]", "", text.casefold())
    for pattern, words in wording().before:
        said = re.sub(pattern, words, said)
    return said


def meant(said: str) -> str:
    for pattern in wording().shared:
        said = re.sub(pattern, " ", said)
    for pattern, words in wording().means:
        said = re.sub(pattern, words, said)
    return said
