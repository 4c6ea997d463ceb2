"""That they will not be there, or need the meeting no more, in own words. Pure."""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from casework.appointments.words.noting import leaves_out
from casework.appointments.words.saying import is_with_others
from casework.appointments.words.wording import has
from casework.base.once import once
from casework.base.patterns import faults_in, pattern_fault, with_parts
from casework.base.plain import folded
from casework.base.yamlfile import DataModel, Known, Where, load_yaml

MOST_WORDS, MOST_LETTERS = 16, 120


class NotComing(DataModel):
    not_mine: str
    parts: dict[str, str]
    mine: tuple[str, ...]
    cannot: tuple[str, ...]
    unless: tuple[str, ...]
    unsure: tuple[str, ...]

    def problems(self, known: Known) -> Iterator[tuple[Where, str]]:
        """Whoever writes to us may write anything: no pattern may take for ever over it."""
        for name in ("mine", "cannot", "unless", "unsure"):
            yield from faults_in((name,), getattr(self, name), self.parts)
        if fault := pattern_fault(self.not_mine):
            yield ("not_mine",), fault


def will_not_be_there(text: str) -> bool:
    """Whether they say that they do not come, or need it no more, and ask for no other time."""
    said = folded(text)
    if len(said) > MOST_LETTERS or len(said.split()) > MOST_WORDS or has(said, not_coming().unless) or leaves_out(text):
        return False
    return _say_it(_any(not_coming().mine), said) and not is_with_others(said)


def cannot_come(text: str) -> bool:
    """Whether they say that they will not be there, be it beside something else."""
    return _say_it(_any(not_coming().cannot), folded(text))


def beside_not_coming(text: str) -> str:
    """What else they say: the day of the meeting, say."""
    return " ".join(_any(not_coming().mine).sub(" ", folded(text)).split())


def has_second_thoughts(text: str) -> bool:
    """Whether they think otherwise now, and do not say how."""
    return has(text, not_coming().unsure)


def _say_it(pattern: re.Pattern[str], said: str) -> bool:
    """Of themselves, and of nobody else."""
    found = pattern.search(said)
    return found is not None and not _others().search(said[: found.start()])


@cache
def _any(patterns: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile("|".join(rf"\b(?:{with_parts(one, not_coming().parts)})\b" for one in patterns))


@once
def _others() -> re.Pattern[str]:
    return re.compile(rf"\b{not_coming().not_mine}\s*$")


@once
def not_coming() -> NotComing:
    return load_yaml(Path(__file__).with_name("not_coming.yml"), NotComing)
