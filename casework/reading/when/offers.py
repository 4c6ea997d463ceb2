"""Which hours go with which days: "tuesday or thursday at 2", "tomorrow at 2 or 3"."""

from typing import NamedTuple

from casework.reading.when.rewriting import codes
from casework.reading.when.values import Days, Hours, Items


class Offer(NamedTuple):
    days: Days | None
    hours: Hours | None


def offers_of(items: Items) -> list[Offer]:
    """Each day with its hours; what an alternative leaves unsaid is taken from the one beside it."""
    found: list[Offer] = []
    for part in _alternatives(items):
        found += _offers(part)
    found = [one for one in found if one.days or one.hours]
    return list(dict.fromkeys(_filled(found)))


def _alternatives(items: Items) -> list[Items]:
    parts: list[Items] = [[]]
    for at, item in enumerate(items):
        joins = item.code == "&" and not (
            {"H", "h"} <= {"H" if one in "Hh" else one for one in codes(items)[at - 1 : at + 2]}
        )
        if item.code == "O" or joins:
            parts.append([])
        else:
            parts[-1].append(item)
    return parts


def _offers(items: Items) -> list[Offer]:
    found: list[Offer] = [Offer(None, None)]
    for item in items:
        last = found[-1]
        if isinstance(item.value, Days):
            days = item.value._replace(bare=False)
            if last.days and last.days != days:
                found.append(Offer(days, None))
            else:
                found[-1] = Offer(days, last.hours)
        elif isinstance(item.value, Hours):
            found[-1] = Offer(last.days, combined(last.hours, item.value))
    return found


def combined(first: Hours | None, second: Hours) -> Hours:
    """ "Afternoon, after 3": the narrower of the two, or what they share."""
    if first is None or second.exact:
        return second
    if first.exact:
        return first
    start, end = max(first.start, second.start), min(first.end, second.end)
    return Hours(start, end) if start < end else second


def _filled(found: list[Offer]) -> list[Offer]:
    days = [one.days for one in found]
    hours = [one.hours for one in found]
    return [Offer(_beside(days, at), _beside(hours, at, later_first=True)) for at in range(len(found))]


def _beside[T](said: list[T | None], at: int, later_first: bool = False) -> T | None:
    if said[at] is not None:
        return said[at]
    before = [one for one in reversed(said[:at]) if one is not None]
    after = [one for one in said[at:] if one is not None]
    return next(iter([*after, *before] if later_first else [*before, *after]), None)
