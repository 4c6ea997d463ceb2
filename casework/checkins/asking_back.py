"""Questions that are put back instead of an answer: what is this for, who are you, must I, is it a robot. Pure."""

from collections.abc import Iterator
from pathlib import Path
from re import Pattern
from typing import Literal

from casework.base.once import once
from casework.base.patterns import compiled, faults_in
from casework.base.plain import plain
from casework.base.yamlfile import DataModel, Known, Where, load_yaml

FILE = Path(__file__).with_suffix(".yml")
LONGEST = 200
Back = Literal["who", "robot", "must", "why", "secret", "sick_pay", "unclear", "p45"]


class AskedBack(DataModel):
    parts: dict[str, str]
    who_sees: tuple[str, ...]
    from_work: str
    asked: dict[Back, tuple[str, ...]]

    def problems(self, known: Known) -> Iterator[tuple[Where, str]]:
        """Whoever answers may write anything: no pattern may take for ever over it."""
        yield from faults_in(("who_sees",), self.who_sees, self.parts)
        yield from faults_in(("from_work",), (self.from_work,), self.parts)
        for name, patterns in self.asked.items():
            yield from faults_in(("asked", name), patterns, self.parts)


@once
def _patterns() -> dict[Back, tuple[Pattern[str], ...]]:
    told = load_yaml(FILE, AskedBack)
    return {name: compiled(patterns, told.parts) for name, patterns in told.asked.items()}


def asks_back(text: str) -> Back | None:
    """Which question the whole text is, if it is one of these and no answer."""
    said = plain(text[:LONGEST])
    return next((name for name, some in _patterns().items() if any(one.search(said) for one in some)), None)


@once
def _who_sees() -> tuple[Pattern[str], ...]:
    told = load_yaml(FILE, AskedBack)
    return compiled(told.who_sees, told.parts)


def asks_who_sees(text: str) -> bool:
    """Whether the whole text asks who sees what they tell us."""
    said = plain(text[:LONGEST])
    return any(one.search(said) for one in _who_sees())


@once
def _from_work() -> tuple[Pattern[str], ...]:
    told = load_yaml(FILE, AskedBack)
    return compiled((told.from_work,), told.parts)


def keeps_from_work(text: str) -> bool:
    """Whether the words behind an answer ask that nobody at work hears of it, and no more."""
    said = plain(text[:LONGEST])
    return any(one.search(said) for one in _from_work())
