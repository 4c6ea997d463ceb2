"""What the words of a message stand for, before they are put together."""

from collections.abc import Callable, Sequence
from datetime import date, datetime, time, timedelta
from typing import NamedTuple

DAY = timedelta(days=1)
OPENS, NOON, LATE, SHUTS = time(9), time(12), time(17), time(20)


class Days(NamedTuple):
    """A stretch of whole days, both included; no `last` where it is open-ended.

    `bare`: the coming one of a weekday of which nothing but its name was said.
    """

    first: date
    last: date | None
    ask: bool = False
    bare: bool = False

    @property
    def single(self) -> bool:
        return self.first == self.last


class Clock(NamedTuple):
    """A time as said; `half` is "am" or "pm" where that is known."""

    hour: int
    minute: int = 0
    half: str | None = None


class Hours(NamedTuple):
    """A stretch within a day; start = end is one moment. `part` is the half of the day its name tells.

    `onwards`: only its start was said, as in "after 3".
    """

    start: time
    end: time
    part: str | None = None
    onwards: bool = False

    @property
    def exact(self) -> bool:
        return self.start == self.end


class Item(NamedTuple):
    """One word or more, by code: see `marks`."""

    code: str
    value: object = None


Items = list[Item]
Made = Items | None


class Rule(NamedTuple):
    """`make` gives the items a match stands for, or None where it is no such thing after all."""

    pattern: str
    make: Callable[[Sequence[str | None], datetime], Made]


def day(one: date) -> Item:
    return Item("D", Days(one, one))


def span(first: date, last: date | None, code: str = "D") -> Item:
    return Item(code, Days(first, last))


def monday_of(one: date) -> date:
    return one - one.weekday() * DAY


def coming(weekday: int, today: date) -> date:
    """The next such weekday after today."""
    return today + ((weekday - today.weekday() - 1) % 7 + 1) * DAY


def minutes_of(at: time) -> int:
    return at.hour * 60 + at.minute


def at_minute(minutes: int) -> time:
    minutes = min(max(minutes, 0), 23 * 60 + 59)
    return time(minutes // 60, minutes % 60)
