"""What people ask or say of a meeting they have, in one part of a message, with a remark beside it. Pure."""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path

from casework.appointments.words.asking import asks_something, asks_us
from casework.appointments.words.having import having, plainly_changes_way
from casework.appointments.words.making_it import makes_it
from casework.appointments.words.not_coming import cannot_come, will_not_be_there
from casework.appointments.words.wording import has
from casework.base.once import once
from casework.base.patterns import compiled, faults_in, pattern_fault
from casework.base.plain import folded
from casework.base.yamlfile import DataModel, Known, Where, load_yaml

MOST_WORDS, MOST_LETTERS = 34, 200
NEEDS_A_REASON = "what_now"


class Booked(DataModel):
    parts: str
    wishes: tuple[str, ...]
    grave: tuple[str, ...]
    worker: str
    asks: dict[str, tuple[str, ...]]
    whole: tuple[str, ...]
    of_worker: tuple[str, ...]
    whom: tuple[str, ...]
    of_it: tuple[str, ...]
    came_up: tuple[str, ...]

    def problems(self, known: Known) -> Iterator[tuple[Where, str]]:
        """Whoever writes to us may write anything: no pattern may take for ever over it."""
        for name in ("wishes", "grave", "whom", "of_it", "came_up"):
            yield from faults_in((name,), getattr(self, name))
        for name, patterns in self.asks.items():
            yield from faults_in(("asks", name), patterns, {"worker": self.worker, "time": having().time})
        for name in ("parts", "worker"):
            if fault := pattern_fault(getattr(self, name)):
                yield (name,), fault


def asked_of_booked(text: str) -> str | None:
    """What they would know or have of it, where nothing else is wished for beside it; None: nothing of that."""
    said = folded(text).strip()
    if len(said) > MOST_LETTERS or len(said.split()) > MOST_WORDS or has(said, booked().grave):
        return None
    parts = [part for one in re.split(booked().parts, said) if (part := one.strip(" .!?,;…"))]
    asked = [_asks(one, said) for one in parts]
    topic = next(filter(None, asked), None)
    others = [one for one, of in zip(parts, asked, strict=True) if of is None]
    return None if topic is None or (others and topic in booked().whole) or any(map(_wishes, others)) else topic


def is_of_worker(topic: str, text: str, name: str) -> bool:
    """Whether it is of whom they meet, if it is of anybody: by their own name, or as theirs."""
    first = re.escape(folded(name).split()[0])
    return topic not in booked().of_worker or has(text, (*booked().whom, rf"{first}(?:'?s)?"))


def may_be_of_booked(text: str, name: str, places: Sequence[str]) -> bool:
    """Whether it is a question that may be of the meeting, of whom they meet or of the place, by their names too."""
    said = folded(text)
    named = {folded(name).split()[0], *(folded(one) for one in places)}
    return (asks_us(text) or asks_something(text)) and not has(said, booked().grave) and (has(said, booked().of_it) or any(one in said for one in named))


def _asks(part: str, said: str) -> str | None:
    topic = next((name for name, patterns in _whole().items() if any(one.fullmatch(part) for one in patterns)), None)
    return None if topic == NEEDS_A_REASON and not has(said, booked().came_up) else topic


def _wishes(part: str) -> bool:
    """Whether it asks for something else."""
    return has(part, booked().wishes) or makes_it(part) or plainly_changes_way(part) or cannot_come(part) or will_not_be_there(part)


@cache
def _whole() -> dict[str, tuple[re.Pattern[str], ...]]:
    named = {"worker": booked().worker, "time": having().time}
    around = f"{having().before}(?:", f"){having().after}"
    return {name: compiled([around[0] + pattern + around[1] for pattern in patterns], named) for name, patterns in booked().asks.items()}


@once
def booked() -> Booked:
    return load_yaml(Path(__file__).with_name("booked.yml"), Booked)
