"""Where answers point beyond the programmes."""

from collections.abc import Iterator, Mapping
from typing import Annotated, Literal

from pydantic import Field

from casework.base.once import once
from casework.base.settings import ROOT
from casework.base.yamlfile import DataModel, Known, Where, load_yaml
from casework.programmes.loading import shared_facts
from casework.programmes.values import Kind, value_of

FILE = ROOT / "programmes" / "elsewhere.yml"


class Place(DataModel):
    """A need of the directory, or national services by id, or fixed words."""

    need: str | None = None
    contacts: tuple[str, ...] = ()
    words: str | None = None


class Pointing(Place):
    fact: str
    is_: Annotated[Literal["yes", "no"] | None, Field(alias="is")] = None
    at_most: int | None = None

    def fits(self, kind: Kind, facts: Mapping[str, object]) -> bool:
        value = value_of(self.fact, kind, facts)
        if self.is_:
            wanted = 1 if self.is_ == "yes" else 0
            return value.low == value.high == wanted
        return self.at_most is not None and value.high <= self.at_most


class Elsewhere(DataModel):
    shown: tuple[Pointing, ...]
    always: Place

    def problems(self, known: Known) -> Iterator[tuple[Where, str]]:
        for place, one in enumerate(self.shown):
            if one.fact not in shared_facts().facts:
                yield ("shown", place, "fact"), f"{one.fact} is not a fact"


@once
def _elsewhere() -> Elsewhere:
    return load_yaml(FILE, Elsewhere)


def elsewhere(facts: Mapping[str, object], kinds: Mapping[str, Kind]) -> Place | None:
    """The first place that a plain answer points to."""
    return next((one for one in _elsewhere().shown if one.fits(kinds[one.fact], facts)), None)


def always() -> Place:
    return _elsewhere().always
