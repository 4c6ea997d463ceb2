"""Weekly opening hours as people write them ("mon-fri: 09:00-12:30, 13:30-17:00")."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Annotated

from pydantic import BeforeValidator

from casework.base.clock import LONDON, local

WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
PERIOD = re.compile(r"(\d{2}:\d{2})-(\d{2}:\d{2})")
FURTHEST_DAYS = 400

Span = tuple[datetime, datetime]
SpansOf = Callable[[date], list[Span]]


@dataclass(frozen=True)
class Period:
    """Local times; one that closes at or before it opens runs into the next day."""

    opens: time
    closes: time


@dataclass(frozen=True)
class Week:
    """Seven days from Monday, each with its periods."""

    days: tuple[tuple[Period, ...], ...]

    @property
    def always(self) -> bool:
        return self == ALWAYS

    def spans(self, day: date) -> list[Span]:
        """The periods that start on a day, as UTC instants, so that sums are right over a clock change."""
        return [_span(day, period) for period in self.days[day.weekday()]]


ALWAYS = Week(((Period(time(0), time(0)),),) * 7)


def _span(day: date, period: Period) -> Span:
    last = day + timedelta(days=period.closes <= period.opens)
    start, end = datetime.combine(day, period.opens, LONDON), datetime.combine(last, period.closes, LONDON)
    return start.astimezone(UTC), end.astimezone(UTC)


def read_week(written: object) -> Week:
    """`always`, or {days: periods} such as {"mon-fri": "09:00-17:00", "sat, sun": "10:00-14:00"}."""
    if written == "always":
        return ALWAYS
    if not isinstance(written, Mapping) or not written:
        raise ValueError('must be "always" or days with their hours, such as mon-fri: 09:00-17:00')
    days: list[tuple[Period, ...]] = [()] * 7
    for names, hours in written.items():
        periods = tuple(_period(part.strip()) for part in str(hours).split(","))
        for day in _days(str(names)):
            if days[day]:
                raise ValueError(f"{WEEKDAYS[day]} is given twice")
            days[day] = periods
    return Week(tuple(days))


def _days(names: str) -> list[int]:
    if names == "daily":
        return list(range(7))
    days: list[int] = []
    for part in names.split(","):
        first, _, last = part.strip().partition("-")
        if first not in WEEKDAYS or (last or first) not in WEEKDAYS:
            raise ValueError(f"{part.strip()} is not a day: use {', '.join(WEEKDAYS)}, mon-fri or daily")
        days += range(WEEKDAYS.index(first), WEEKDAYS.index(last or first) + 1)
    return days


def _period(written: str) -> Period:
    matched = PERIOD.fullmatch(written)
    if not matched:
        raise ValueError(f"{written} is not a period: write it like 09:00-17:00")
    return Period(*(time.fromisoformat(at) for at in matched.groups()))


def open_span(spans_of: SpansOf, at: datetime) -> Span | None:
    """The span that holds the instant; the day before counts, for periods past midnight."""
    today = local(at).date()
    spans = spans_of(today - timedelta(days=1)) + spans_of(today)
    return next((span for span in spans if span[0] <= at < span[1]), None)


def next_span(spans_of: SpansOf, at: datetime) -> Span:
    """The span that holds the instant, else the first to start after it. Raises LookupError if none does."""
    today = local(at).date()
    for ahead in range(-1, FURTHEST_DAYS):
        for span in spans_of(today + timedelta(days=ahead)):
            if span[1] > at:
                return span
    raise LookupError(f"nothing opens within {FURTHEST_DAYS} days of {at}")


Hours = Annotated[Week, BeforeValidator(read_week)]
