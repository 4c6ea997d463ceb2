"""Answers as ranges: yes is 1, no is 0, a number or band is itself, and what is not known is the whole range."""

import re
from collections.abc import Mapping
from typing import Literal, NamedTuple

from casework.base.yamlfile import DataModel

PLAIN: dict[object, int] = {"yes": 1, "no": 0, True: 1, False: 0}
BAND = re.compile(r"(\d+)(?:-(\d+)|\+)")


class Range(NamedTuple):
    low: float
    high: float


class Numbers(DataModel):
    """A fact that is a number. A count may have companions: how many more are unsure, and if it was left out."""

    least: int
    most: int
    unsure: str | None = None
    skipped: str | None = None


Kind = Literal["yes_no"] | Numbers


def whole(kind: Kind) -> Range:
    """Everything the fact could be."""
    return Range(0, 1) if kind == "yes_no" else Range(kind.least, kind.most)


def read_band(text: str) -> tuple[int, int | None] | None:
    """"18-21" is 18 to 21; "66+" has no upper end; anything else is no band."""
    found = BAND.fullmatch(text)
    return (int(found[1]), int(found[2]) if found[2] else None) if found else None


def value_of(fact: str, kind: Kind, facts: Mapping[str, object]) -> Range:
    """What the facts say of one of them; the whole range for whatever is not a plain answer."""
    given = facts.get(fact)
    if kind == "yes_no":
        known = PLAIN.get(given) if isinstance(given, (str, bool)) else None
        return whole(kind) if known is None else Range(known, known)
    if isinstance(given, str):
        return _band(given, kind)
    if isinstance(given, bool) or not isinstance(given, int | float):
        return whole(kind)
    return _count(given, kind, facts) if kind.unsure or kind.skipped else Range(given, given)


def _band(text: str, kind: Numbers) -> Range:
    band = read_band(text)
    if not band:
        return whole(kind)
    low, high = band
    return Range(low, kind.most if high is None else high)


def _count(sure: float, kind: Numbers, facts: Mapping[str, object]) -> Range:
    unsure = facts.get(kind.unsure or "")
    settled = facts.get(kind.skipped or "") is False and isinstance(unsure, int | float)
    return Range(sure, sure + unsure if settled and isinstance(unsure, int | float) else kind.most)
