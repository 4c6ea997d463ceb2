"""Three-valued logic (Kleene): what is not known stays not known, and never turns into a no."""

from collections.abc import Iterable
from enum import IntEnum


class Truth(IntEnum):
    FALSE = 0
    UNKNOWN = 1
    TRUE = 2


def all_of(values: Iterable[Truth]) -> Truth:
    return min(values, default=Truth.TRUE)


def any_of(values: Iterable[Truth]) -> Truth:
    return max(values, default=Truth.FALSE)


def not_(value: Truth) -> Truth:
    return Truth(Truth.TRUE - value)


def at_least(need: int, values: Iterable[Truth]) -> Truth:
    """True if so many are surely true, false if fewer could be."""
    given = list(values)
    if sum(value is Truth.TRUE for value in given) >= need:
        return Truth.TRUE
    return Truth.UNKNOWN if sum(value is not Truth.FALSE for value in given) >= need else Truth.FALSE
