"""When check-ins are due, as data: `schedule.yml`."""

import re
from collections.abc import Iterator
from datetime import time, timedelta
from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field

from casework.base.once import once
from casework.base.patterns import faults_in
from casework.base.plain import plain
from casework.base.yamlfile import DataModel, Known, Where, load_yaml
from casework.checkins.questions import bank
from casework.council import council

FILE = Path(__file__).with_name("schedule.yml")
Cadence = Literal["light", "usual", "more"]
Days = Annotated[int, Field(gt=0)]


class Sending(DataModel):
    """When in the council's hours of texting questions go, and how far they keep from anything else that is said."""

    usual_at: time
    apart_hours: Days
    look_again_minutes: Days

    @property
    def earliest(self) -> time:
        return council().texting.earliest

    @property
    def latest(self) -> time:
        return council().texting.latest

    @property
    def apart(self) -> timedelta:
        return timedelta(hours=self.apart_hours)


class Misses(DataModel):
    missed_after_hours: Days
    note_after: Days
    then_every_days: Days


class Step(DataModel):
    """`day` counts from the first day at work, which is 0."""

    asks: str
    lasts: Annotated[int, Field(ge=0)]
    day: int | None = None
    week: int | None = None
    payday: int | None = None
    at: time | None = None

    @property
    def days_from_start(self) -> int | None:
        return self.week * 7 if self.week is not None else self.day


class Wishes(DataModel):
    less: tuple[str, ...]
    more: tuple[str, ...]
    asking: tuple[str, ...]
    word: tuple[str, ...]
    bare: tuple[str, ...]
    none: tuple[str, ...]


class Schedule(DataModel):
    version: str
    sending: Sending
    misses: Misses
    payday_apart_days: int
    steps: dict[str, Step]
    cadences: dict[Cadence, tuple[str, ...]]
    often: dict[Cadence, tuple[str, ...]]
    wishes: Wishes

    def problems(self, known: Known) -> Iterator[tuple[Where, str]]:
        for name, step in self.steps.items():
            if step.days_from_start is None or (step.week is not None) == (step.day is not None):
                yield ("steps", name), "needs either day or week"
            if step.asks not in known["questions"]:
                yield ("steps", name, "asks"), f"there is no question {step.asks}"
            if step.at and not self.sending.earliest <= step.at < self.sending.latest:
                yield ("steps", name, "at"), "must lie in the council's hours of texting"
        for cadence, steps in self.cadences.items():
            for place, name in enumerate(steps):
                if name not in self.steps:
                    yield ("cadences", cadence, place), f"there is no step {name}"
        for cadence, patterns in self.often.items():
            yield from faults_in(("often", cadence), patterns)
        for wish, patterns in self.wishes:
            yield from faults_in(("wishes", wish), patterns)


def cadence_of(text: str) -> Cadence | None:
    """How often somebody wants to be asked, in their own words; the first that fits."""
    said = plain(text)
    fits = (name for name, patterns in schedule().often.items() if any(re.search(one, said) for one in patterns))
    return next(fits, None)


def load(path: Path) -> Schedule:
    """Raises DataError with every fault, by line."""
    return load_yaml(path, Schedule, {"questions": bank().questions})


@once
def schedule() -> Schedule:
    return load(FILE)
