"""What was wished for before and still holds: its hours on a day named later, its days where all but one is asked for. Pure."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, time

from casework.appointments.times.diary import Span
from casework.appointments.times.wishes import Wish
from casework.appointments.words.saying import all_but, at_any_hour
from casework.base.clock import local, now


def at_hours_before(text: str, wish: Wish, before: Wish | None) -> Wish:
    """ "After 2", and then "what about Thursday": Thursday after 2. Other hours take their place."""
    if wish.exact or wish.hours or wish.either or at_any_hour(text) or not _names_days(wish):
        return wish
    hours = hours_of(before)
    return replace(wish, hours=hours, hours_kept=True) if hours else wish


def hours_of(wish: Wish | None) -> tuple[time, time] | None:
    """Those said of any day, or of a part of one that is to come."""
    if wish is None or wish.exact or wish.hours:
        return wish.hours if wish and not wish.exact else None
    first, last = local(wish.first), local(wish.last)
    part = first.date() == last.date() != local(now()).date() and not _is_midnight(wish.first)
    return (first.time(), last.time()) if part else None


def is_all_but(text: str, wish: Wish, before: Wish, busy: Sequence[Span]) -> bool:
    """Whether it is the wish before, less some of it: "any day but Friday", of next week."""
    return bool(busy) and all_but(text) and not wish.hours and not any(map(before.lies_in, busy))


def _names_days(wish: Wish) -> bool:
    return _is_midnight(wish.first) or _is_midnight(wish.last)


def _is_midnight(at: datetime) -> bool:
    return local(at).time() == time.min
