"""Alternatives that each stand for themselves: "evenings or saturdays" are evenings of any day, and all of a Saturday."""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from casework.reading.when.choosing import weekdays_of
from casework.reading.when.offers import combined
from casework.reading.when.often import WEEKEND
from casework.reading.when.rewriting import codes, only
from casework.reading.when.values import Days, Hours, Item, Items

# "Evenings and weekends" are two things, "Fridays and after 3" is one.
PARTED = re.compile(r"h&(?=[eW])|[eW]&(?=h)|eh&(?=eh)")
# What names a week, a day of the calendar or a moment is no such alternative.
ONCE = "Km"


class Part(NamedTuple):
    """Weekdays 0 to 6 and a stretch of the day; None for any."""

    days: frozenset[int] | None
    hours: Hours | None


def either(offered: Items) -> list[Part]:
    """The alternatives, where hours alone stand beside days alone, or days with hours of their own; else none."""
    if only(offered, ONCE) or any(isinstance(one.value, Days) and _weekdays(one) is None for one in offered):
        return []
    parts = [_part(one) for one in _parted(offered)]
    parts = [one for one in parts if one.days or one.hours]
    return parts if _stand_alone(parts, codes(offered)) else []


def _parted(offered: Items) -> Iterator[Items]:
    said = codes(offered)
    cuts = [0, *sorted({at for at, code in enumerate(said) if code == "O"} | {one.end() - 1 for one in PARTED.finditer(said)}), len(said)]
    return (offered[first:last] for first, last in pairwise(cuts))


def _part(items: Items) -> Part:
    hours: Hours | None = None
    for one in items:
        if isinstance(one.value, Hours):
            hours = combined(hours, one.value)
    return Part(frozenset[int]().union(*(_weekdays(one) or frozenset() for one in items)) or None, hours)


def _weekdays(item: Item) -> frozenset[int] | None:
    """Of a weekday of which nothing but its name was said, of a weekend, and of sets of days."""
    if not isinstance(item.value, Days):
        return weekdays_of(item) or None
    if item.code == "W":
        return WEEKEND
    return frozenset({item.value.first.weekday()}) if item.value.bare else None


def _stand_alone(parts: list[Part], said: str) -> bool:
    """ "Friday morning or Monday" share the morning; "Tuesday mornings or Fridays" do not."""
    if any(one.hours and one.hours.exact for one in parts):
        return False
    if any(one.days is None for one in parts) and any(one.hours is None for one in parts):
        return True
    again = "h" in said and "e" in said
    return again and len({one.hours for one in parts}) > 1 and parts[0].hours is not None
