"""A weekday beside a date of another weekday, and several days to choose from. Pure."""

import re
from datetime import date, datetime
from typing import NamedTuple

from casework.reading.when.dates import MONTH
from casework.reading.when.rewriting import codes
from casework.reading.when.spans import days_in, weekday
from casework.reading.when.text import plain
from casework.reading.when.values import DAY, Days, Hours, Items, day

BESIDE = re.compile(r"d,?[Hh]?,?D|Dd")
NAMES_MONTH = re.compile(rf"\b(?:{MONTH[1:-1]}|this month|next month)\b|\d\s?[/.-]\s?\d")
A_YEAR = 366


class Choice(NamedTuple):
    day: date
    hours: Hours | None


def agreed(items: Items, text: str, ref: datetime) -> Items:
    """ "Friday 8th" is the next 8th that is a Friday; where the month is named, the date stands as it is."""
    found = BESIDE.search(codes(items))
    if found is None or NAMES_MONTH.search(plain(text)):
        return items
    at = next(place for place in range(found.start(), found.end()) if items[place].code == "D")
    named = next(item for item in items[found.start() : found.end()] if item.code == "d")
    (days,) = days_in([items[at]])
    next_one = _next_both(days.first.day, weekday(named), ref.date()) if days.single else None
    return [*items[:at], day(next_one), *items[at + 1 :]] if next_one else items


def _next_both(number: int, weekday: int, today: date) -> date | None:
    days = (today + more * DAY for more in range(A_YEAR))
    return next((one for one in days if (one.day, one.weekday()) == (number, weekday)), None)


def choices(offers: list[tuple[Days | None, Hours | None]]) -> list[Choice]:
    """The days to choose from, where there are several and each is one; else none."""
    found = [Choice(days.first, hours) for days, hours in offers if days and days.single]
    return found if len(found) == len(offers) and len({one.day for one in found}) > 1 else []
