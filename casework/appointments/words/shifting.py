""""An hour later", "push it back a day": counted from a time they have or were shown. Pure."""

import re
from datetime import UTC, datetime, timedelta

from casework.appointments.times.wishes import Wish
from casework.appointments.words.wording import wording
from casework.base.clock import LONDON, local
from casework.base.once import once
from casework.base.plain import folded

A_DAY = timedelta(days=1)


def shift_in(text: str) -> timedelta | None:
    """How far on, less than nothing for earlier; None where the words say nothing of it."""
    said = folded(text)
    for pattern, sign in _patterns():
        if found := pattern.search(said):
            return sign * timedelta(minutes=_amount(found["many"]) * _unit(found["unit"]))
    return None


def shifted(text: str, counted_from: datetime) -> Wish | None:
    """Days and weeks on it is the same hour by the clock."""
    by = shift_in(text)
    if by is None:
        return None
    then = by_the_clock(counted_from, by) if abs(by) >= A_DAY else counted_from + by
    return Wish(then, then, exact=True)


def by_the_clock(at: datetime, by: timedelta) -> datetime:
    wall = local(at).replace(tzinfo=None) + by
    return wall.replace(tzinfo=LONDON).astimezone(UTC)


@once
def _patterns() -> tuple[tuple[re.Pattern[str], int], ...]:
    amounts, units = "|".join(wording().amounts), "|".join(wording().units)
    # "Day after", with nothing before it, is one.
    span = rf"(?:(?P<many>{amounts}|\d{{1,2}}) ?|^\W*)(?P<unit>{units})"
    signs = {"later": 1, "earlier": -1}
    return tuple(
        (re.compile(rf"\b{one.replace('{span}', span)}\b"), sign)
        for name, sign in signs.items()
        for one in wording().shifts[name]
    )


def _amount(said: str | None) -> float:
    if said is None:
        return 1
    return float(said) if said.isdecimal() else wording().amounts[said]


def _unit(said: str) -> int:
    return next(minutes for name, minutes in wording().units.items() if re.fullmatch(name, said))
