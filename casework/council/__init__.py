"""One council's own settings, its opening hours, and how its times are said."""

from functools import cache
from pathlib import Path

from casework.base.settings import settings
from casework.base.yamlfile import load_yaml
from casework.council.calendar import NATIONS, Nation, is_bank_holiday
from casework.council.models import Area, Council, Duty, Venue
from casework.council.phones import international
from casework.council.rules import add_working_minutes, closes, is_open, next_open, open_periods
from casework.council.say import (
    say_date,
    say_day,
    say_full_date,
    say_time,
    say_when,
    say_when_dated,
    say_when_in_full,
    say_when_listed,
)
from casework.council.say_hours import say_week, say_week_briefly

__all__ = [
    "NATIONS",
    "Area",
    "Council",
    "Duty",
    "Nation",
    "Venue",
    "add_working_minutes",
    "closes",
    "council",
    "international",
    "is_bank_holiday",
    "is_open",
    "load",
    "next_open",
    "open_periods",
    "say_date",
    "say_day",
    "say_full_date",
    "say_time",
    "say_week",
    "say_week_briefly",
    "say_when",
    "say_when_dated",
    "say_when_in_full",
    "say_when_listed",
]


def load(path: Path) -> Council:
    """The council of a file. Raises DataError with every fault, by line."""
    return load_yaml(path, Council)


@cache
def council() -> Council:
    return load(settings().council)
