"""What answers come to, and which of them a person has to do, as data: `outcomes.yml`."""

from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field

from casework.base.once import once
from casework.base.patterns import faults_in, part_fault
from casework.base.yamlfile import DataModel, Known, Where, load_yaml

FILE = Path(__file__).with_name("outcomes.yml")
TROUBLE = 3
Level = Literal["P1", "P2", "P3"]


class Task(DataModel):
    """Something for a person to do, by the end of the `days`-th working day from today, or within opening `minutes`."""

    level: Level
    days: Annotated[int, Field(ge=0)] | None = None
    minutes: Annotated[int, Field(gt=0)] | None = None


class Outcome(DataModel):
    """What was understood counts only in words that `unless` does not find; in few, only where each of `needs` does.

    In words that `spares` finds what it `asks` is not asked. `helps` are national services that can be turned to meanwhile, best first; those near for the need `near` come before.
    """

    score: Annotated[int, Field(ge=1, le=TROUBLE)]
    level: Level | None = None
    days: Annotated[int, Field(ge=0)] | None = None
    minutes: Annotated[int, Field(gt=0)] | None = None
    asks: str | None = None
    spares: str | None = None
    ends: bool = False
    helps: tuple[str, ...] = ()
    near: str | None = None
    intents: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    said: tuple[str, ...] = ()

    @property
    def task(self) -> Task | None:
        return Task(level=self.level, days=self.days, minutes=self.minutes) if self.level else None

    @property
    def gravity(self) -> tuple[str, int, int]:
        """Smaller is graver."""
        within = (self.days or 0) * 24 * 60 + (self.minutes or 0)
        return (self.level or "P4", -self.score, within)


class Outcomes(DataModel):
    worse: Task
    no_reply: Task
    no_number: Task
    unread: Task
    foreign: Task
    job_unsure: Task
    no_texts: Task
    parts: dict[str, str]
    asides: tuple[str, ...]
    elsewhere: str
    corrections: str
    but: str
    later: str
    empty: str
    empty_means: str
    fine: str
    no_answer: str
    amounts: dict[Literal["none", "bit", "lot"], str]
    part: str
    meant: str
    asks_beside: str
    asks_means: str
    of_needs: dict[str, str]
    numbers: dict[str, int]
    all_of_it: str
    several: str
    not_left: str
    not_over: tuple[str, ...]
    maybe_left: str
    signs: dict[Literal["good", "bad"], str]
    but_means: str
    unsure: str
    unsure_means: str
    adds_nothing: str
    outcomes: dict[str, Outcome]

    def problems(self, known: Known) -> Iterator[tuple[Where, str]]:
        for name in ("worse", "no_reply", "no_number", "unread", "foreign", "job_unsure", "no_texts"):
            if _no_time(getattr(self, name)):
                yield (name,), "needs either days or minutes"
        for name, outcome in self.outcomes.items():
            if outcome.task and _no_time(outcome.task):
                yield ("outcomes", name), "needs either days or minutes"
        yield from self._slow_or_none()

    def _slow_or_none(self) -> Iterator[tuple[Where, str]]:
        for name, part in self.parts.items():
            if fault := part_fault(part):
                yield ("parts", name), fault
        for name, outcome in self.outcomes.items():
            for kind in ("said", "needs", "unless"):
                yield from faults_in(("outcomes", name, kind), getattr(outcome, kind), self.parts)
        yield from faults_in(("asides",), self.asides)
        yield from faults_in(("corrections",), (self.corrections,))
        yield from faults_in(("but",), (self.but,))
        yield from faults_in(("amounts",), tuple(self.amounts.values()))
        yield from faults_in(("not_over",), self.not_over, self.parts)
        for name in ("later", "empty", "fine", "no_answer", "part", "meant", "not_left", "maybe_left", "unsure", "adds_nothing", "asks_beside", "all_of_it", "several"):
            yield from faults_in((name,), (getattr(self, name),))
        for need, means in self.of_needs.items():
            if means not in self.outcomes:
                yield ("of_needs", need), f"there is no outcome {means}"
        for name in ("but_means", "unsure_means", "empty_means", "asks_means"):
            if getattr(self, name) not in self.outcomes:
                yield (name,), f"there is no outcome {getattr(self, name)}"


def _no_time(task: Task) -> bool:
    return (task.days is None) == (task.minutes is None)


def load(path: Path) -> Outcomes:
    """Raises DataError with every fault, by line."""
    return load_yaml(path, Outcomes)


@once
def outcomes() -> Outcomes:
    return load(FILE)
