"""What `programmes/` holds: facts, questions, conditions, and one pack a programme."""

from datetime import date
from functools import cached_property
from typing import Annotated, Any, Literal

from pydantic import Field, model_validator

from casework.base.yamlfile import DataModel
from casework.council import NATIONS, Nation
from casework.programmes.values import Kind, Range

Reads = Literal["yes_no", "age_years", "youngest_child_age", "duration_months", "count", "benefits"]


class Condition(DataModel):
    """One comparison on one fact. `otherwise: unknown` lets a plain no only ask for a person's look."""

    fact: str
    is_: Annotated[Literal["yes", "no"] | None, Field(alias="is")] = None
    at_least: int | None = None
    at_most: int | None = None
    otherwise: Literal["unknown"] | None = None
    rule: str
    met: str
    not_met: str
    not_known: str

    @cached_property
    def wanted(self) -> Range:
        if self.is_:
            return Range(1, 1) if self.is_ == "yes" else Range(0, 0)
        low = float("-inf") if self.at_least is None else self.at_least
        return Range(low, float("inf") if self.at_most is None else self.at_most)

    @model_validator(mode="after")
    def _compares(self) -> "Condition":
        numbers = self.at_least is not None or self.at_most is not None
        if bool(self.is_) == numbers:
            raise ValueError("needs either is, or at_least and at_most")
        return self


class Rule(DataModel):
    """One of all, any, count, not and choose; the leaves are names of conditions."""

    all: tuple["Expression", ...] | None = None
    any: tuple["Expression", ...] | None = None
    count: "Count | None" = None
    not_: Annotated["Expression | None", Field(alias="not")] = None
    choose: str | None = None
    cases: dict[str, "Expression"] | None = None

    @model_validator(mode="after")
    def _one(self) -> "Rule":
        given = [name for name in ("all", "any", "count", "not_", "choose") if getattr(self, name) is not None]
        if len(given) != 1 or (self.cases is None) != (self.choose is None):
            raise ValueError("needs exactly one of all, any, count, not, or choose with its cases")
        return self


Expression = str | Rule


class Count(DataModel):
    at_least: Annotated[int, Field(gt=0)]
    of: tuple[Expression, ...]


class Setting(DataModel):
    value: str
    allowed: tuple[str, ...]


class Pack(DataModel):
    """One programme. No nations or areas given means everywhere."""

    id: str
    name: str
    summary: str
    status: Literal["demo", "live", "closed"]
    note: str
    active_from: date
    active_to: date | None = None
    nations: tuple[Nation, ...] = NATIONS
    areas: tuple[str, ...] = ()
    facts: tuple[str, ...]
    settings: dict[str, Setting] = Field(default={})
    conditions: dict[str, Condition] = Field(default={})
    rule: Rule
    warning: str | None = None
    next_step: str
    sources: Annotated[tuple[str, ...], Field(min_length=1)]

    def runs(self, area: str, nation: Nation, day: date) -> bool:
        """Whether it may be asked about there and then; a demonstration may be shown after its end."""
        ended = self.status == "closed" or (self.active_to is not None and day > self.active_to)
        here = nation in self.nations and (not self.areas or area in self.areas)
        return here and not ended and day >= self.active_from


class Answer(DataModel):
    """One choice: what is said, what is stored, and which yes or no heard in free text stands for it."""

    say: str
    store: str | int
    hears: str | None = None


class Question(DataModel):
    """`reads` are the ways free text is tried; `also` are facts that any plain answer settles.

    `label` names it in a summary, where `unit` follows a number; `called` is how people name it, `bring` is what would
    settle a "not sure".
    """

    id: str
    fact: str
    text: str
    label: str
    called: tuple[str, ...]
    bring: str | None = None
    unit: str | None = None
    help: str
    why: str
    who_sees: str
    sensitive: bool
    reads: Annotated[tuple[Reads, ...], Field(min_length=1)]
    answers: tuple[Answer, ...]
    only_if: Expression | None = None
    list: tuple[str, ...] = ()
    also: dict[str, Any] = Field(default={})


class Joined(DataModel):
    """How the rules are put into words; `several` takes {need}."""

    every: str
    some: str
    several: str
    none: str


class Contradiction(DataModel):
    """Facts that cannot stand together as the rule says."""

    facts: tuple[str, ...]
    rule: Expression


class Facts(DataModel):
    """What can be known, the names the reading grade takes as easy, and the conditions all packs share."""

    facts: dict[str, Kind]
    familiar: tuple[str, ...]
    conditions: dict[str, Condition]
    contradictions: tuple[Contradiction, ...]
    joined: Joined


class Questions(DataModel):
    questions: tuple[Question, ...]
