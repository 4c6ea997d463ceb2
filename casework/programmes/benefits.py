"""What the benefits a person gets tell about the facts, by the council's choice of mapping."""

from collections.abc import Collection
from typing import Annotated, Literal

from pydantic import Field

from casework.base.once import once
from casework.base.settings import ROOT
from casework.base.yamlfile import DataModel, load_yaml

FILE = ROOT / "programmes" / "benefits.yml"


class Tells(DataModel):
    yes: tuple[str, ...] = ()
    no: tuple[str, ...] = ()


class Equivalence(DataModel):
    value: Literal["today", "as_it_was"]
    allowed: tuple[str, ...]


class Carers(DataModel):
    value: Literal["leave_out", "count"]
    allowed: tuple[str, ...]


class Choices(DataModel):
    modern_equivalence: Equivalence
    carer_benefits_count: Carers


class Benefits(DataModel):
    """Codes are those of the reader of benefits."""

    settings: Choices
    today: dict[str, Tells]
    as_it_was: dict[str, Tells]
    out_of_work: Annotated[tuple[str, ...], Field(min_length=1)]
    carer: tuple[str, ...]

    def tell(self, fact: str, codes: Collection[str]) -> Literal["yes", "no"] | None:
        """What having these benefits says of the fact; None where it says nothing."""
        mapping = self.today if self.settings.modern_equivalence.value == "today" else self.as_it_was
        told = mapping.get(fact, Tells())
        if set(told.yes) & set(codes):
            return "yes"
        return "no" if set(told.no) & set(codes) else None

    def counts_as_out_of_work(self, code: str) -> bool:
        carer = self.settings.carer_benefits_count.value == "count" and code in self.carer
        return carer or code in self.out_of_work


@once
def benefits() -> Benefits:
    return load_yaml(FILE, Benefits)
