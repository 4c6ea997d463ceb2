""""Cancel the second one": which of the meetings they have, by its place. Never one of the times shown. Pure."""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path

from casework.base.once import once
from casework.base.patterns import pattern_fault, with_parts
from casework.base.plain import folded
from casework.base.yamlfile import DataModel, Known, Where, load_yaml


class Placing(DataModel):
    places: dict[str, int]
    parts: dict[str, str]
    off: str
    moved: str
    unless: str

    def problems(self, known: Known) -> Iterator[tuple[Where, str]]:
        """Whoever writes to us may write anything: no pattern may take for ever over it."""
        for name in ("off", "moved", "unless"):
            if fault := pattern_fault(with_parts(getattr(self, name), self.all_parts())):
                yield (name,), fault

    def all_parts(self) -> dict[str, str]:
        return {**self.parts, "places": "|".join(self.places)}


def place_named(text: str) -> int | None:
    """From 0, -1 the last, of what is to be called off or moved."""
    said = folded(text)
    found = None if _said("unless").search(said) else _said("off").search(said) or _said("moved").search(said)
    return placing().places[found["place"]] if found else None


def calls_off(text: str) -> bool:
    """Whether it is to be called off, and not moved."""
    return _said("off").search(folded(text)) is not None


def at_place[M](meetings: Sequence[M], text: str) -> list[M]:
    """The one at the place they name; all where they name none, or there is none."""
    place = place_named(text)
    if place is None or not meetings or place >= len(meetings):
        return list(meetings)
    return [meetings[place]]


def without_place(text: str) -> str:
    """The rest of the words, which may say when to."""
    return text if place_named(text) is None else _said("moved").sub("move it", folded(text))


@cache
def _said(name: str) -> re.Pattern[str]:
    return re.compile(with_parts(getattr(placing(), name), placing().all_parts()))


@once
def placing() -> Placing:
    return load_yaml(Path(__file__).with_name("placing.yml"), Placing)
