"""A yes or a no to "may we keep your name?", and what is said beside it: "1 its only til xmas". Pure."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Literal

from pydantic import Field

from casework import claimants
from casework.base.once import once
from casework.base.patterns import faults_in
from casework.base.plain import plain
from casework.base.yamlfile import DataModel, Known, Where, load_yaml
from casework.reading import read_answer

LONGEST = 300
Agreed = Literal["yes", "no"]
BY_NUMBER: dict[str, Agreed] = {"1": "yes", "2": "no"}


class Consent(DataModel):
    yes: str = Field(alias="yes")
    number: str
    unless: tuple[str, ...]
    adds_nothing: str
    boss: str

    def problems(self, known: Known) -> Iterator[tuple[Where, str]]:
        """Whoever texts us may write anything: no pattern may take for ever over it."""
        yield from faults_in(("unless",), self.unless)
        for name in ("yes", "number", "adds_nothing", "boss"):
            yield from faults_in((name,), (getattr(self, name),))


def consent(text: str) -> Agreed | None:
    """None where it is neither, or may be either. Times without texts are no "no": they hold until it is said when."""
    said = plain(text)[:LONGEST]
    if claimants.rules_out_only(text):
        return None
    if chosen := re.search(_consent().number, said):
        return _unless_taken_back(BY_NUMBER[chosen["n"]], said[chosen.end() :])
    if (value := read_answer("yes_no", text)["value"]) == "no":
        return "no"
    if value == "yes":
        return _unless_taken_back("yes", said)
    found = re.search(_consent().yes, said)
    return _unless_taken_back("yes", said[found.end() :]) if found else None


def agrees_beside(text: str) -> bool:
    """Whether it is a yes, and something else is said with it."""
    return consent(text) == "yes" and bool(beside_consent(text))


def beside_consent(text: str) -> str:
    """What is said beside a yes, in plain words; nothing where it is only polite."""
    said = plain(text)[:LONGEST]
    found = re.search(_consent().number, said) or re.search(_consent().yes, said)
    rest = said[found.end() :].strip() if found else ""
    return rest if re.sub(_consent().adds_nothing, "", rest).split() else ""


def fears_boss(text: str) -> bool:
    """Whether where they work is spoken of, which hears nothing from us."""
    return re.search(_consent().boss, plain(text)[:LONGEST]) is not None


def _unless_taken_back(agreed: Agreed, rest: str) -> Agreed | None:
    """A number beside the other word, and a yes that does not hold, are asked about again."""
    if any(re.search(one, rest) for one in _consent().unless):
        return None
    other = read_answer("yes_no", " ".join(rest.split()[:1]))["value"] if rest else "unclear"
    return None if other in ("yes", "no") and other != agreed else agreed


@once
def _consent() -> Consent:
    return load_yaml(Path(__file__).with_name("consent.yml"), Consent)
