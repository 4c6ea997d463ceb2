"""Points for early support. Staff see them with their reasons; they can only raise what is offered."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Annotated

from pydantic import Field

from casework.base.once import once
from casework.base.settings import ROOT
from casework.base.yamlfile import DataModel, Known, Where, load_yaml
from casework.programmes.loading import shared_facts
from casework.programmes.logic import Truth
from casework.programmes.packs import Facts
from casework.programmes.tree import compare
from casework.programmes.values import value_of

FILE = ROOT / "programmes" / "segmentation.yml"


class Point(DataModel):
    if_: Annotated[str, Field(alias="if")]
    points: Annotated[int, Field(gt=0)]
    why: str


class Segmentation(DataModel):
    on: bool
    enough: Annotated[int, Field(gt=0)]
    points: tuple[Point, ...]

    def problems(self, known: Known) -> Iterator[tuple[Where, str]]:
        for place, one in enumerate(self.points):
            if one.if_ not in shared_facts().conditions:
                yield ("points", place, "if"), f"{one.if_} is not a condition"


@dataclass(frozen=True)
class Points:
    total: int
    why: tuple[str, ...]
    raises: bool


@once
def segmentation() -> Segmentation:
    return load_yaml(FILE, Segmentation)


def points(facts: Mapping[str, object], given: Segmentation | None = None) -> Points | None:
    """What the plain answers add up to; None where the council has it off."""
    given = given or segmentation()
    if not given.on:
        return None
    met = [one for one in given.points if _is_met(one.if_, facts, shared_facts())]
    total = sum(one.points for one in met)
    return Points(total, tuple(one.why for one in met), total >= given.enough)


def _is_met(name: str, facts: Mapping[str, object], bank: Facts) -> bool:
    condition = bank.conditions[name]
    value = value_of(condition.fact, bank.facts[condition.fact], facts)
    return compare(condition, value) is Truth.TRUE
