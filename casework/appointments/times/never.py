"""Wishes that can never be met: at a time gone by or too far ahead, on a day or at an hour when nobody works. No database."""

from collections.abc import Sequence
from datetime import date

from casework.appointments.times.diaries import closed_in, limits
from casework.appointments.times.diary import Span
from casework.appointments.times.wishes import Why, Wish, why
from casework.base.clock import now
from casework.council import Area, open_periods

GONE = frozenset({"past", "too_far"})
OUT_OF_HOURS = frozenset({"closed", "outside"})


def never_in(area: Area, wish: Wish) -> Why | None:
    """Why no time can come free then; None where one may."""
    closed = closed_in(area)

    def opening(day: date) -> Sequence[Span]:
        return () if closed(day) else open_periods(area, day)

    found = why(wish, limits(), now(), opening)
    return None if found == "taken" else found


def is_outside_hours(area: Area, wish: dict[str, object] | None) -> bool:
    """Whether no week has what they wish for, be any day of it closed or not: we are open on other days, or at other hours."""
    return wish is not None and why(Wish.read(wish), limits(), now(), area.opening.spans) in OUT_OF_HOURS


def read_never(area: Area, wish: dict[str, object] | None) -> Why | None:
    """The same of a wish as it is kept."""
    return never_in(area, Wish.read(wish)) if wish else None
