"""When an area is open, and time counted in its opening hours. Pure; instants out are UTC."""

from datetime import date, datetime, timedelta

from casework.council.calendar import is_bank_holiday
from casework.council.hours import Span, next_span, open_span
from casework.council.models import Area


def open_periods(area: Area, day: date) -> list[Span]:
    """The area's opening periods that start on a local day; none on bank holidays and closed days."""
    if day in area.closed_days or is_bank_holiday(area.nation, day):
        return []
    return area.opening.spans(day)


def is_open(area: Area, at: datetime) -> bool:
    return open_span(lambda day: open_periods(area, day), at) is not None


def closes(area: Area, at: datetime) -> datetime:
    """When an area that is open then closes. Raises LookupError where it is closed."""
    span = open_span(lambda day: open_periods(area, day), at)
    if span is None:
        raise LookupError(f"{area.name} is closed at {at}")
    return span[1]


def next_open(area: Area, at: datetime) -> datetime:
    """The instant itself if the area is open then, else its next opening. Raises LookupError without one."""
    return max(at, next_span(lambda day: open_periods(area, day), at)[0])


def add_working_minutes(area: Area, at: datetime, minutes: int) -> datetime:
    """The instant by which so many minutes of opening hours have passed."""
    left = timedelta(minutes=minutes)
    while True:
        start, end = next_span(lambda day: open_periods(area, day), at)
        start = max(start, at)
        if left <= end - start:
            return start + left
        left -= end - start
        at = end
