"""A day named as one of those shown is: "the 8th at 1.30", "the Tuesday one, in the afternoon", of whatever week or month they are. Pure."""

import re
from collections.abc import Iterable, Sequence
from datetime import date, datetime, time, timedelta

from casework.appointments.times.diary import instant
from casework.appointments.times.wishes import Wish
from casework.appointments.words.saying import in_some_week
from casework.appointments.words.wishing import busy_in, weekday_alone, wish_in
from casework.base.clock import local

A_MINUTE = timedelta(minutes=1)
OF_MONTH = re.compile(r"\b(\d{1,2})(?:st|nd|rd|th)\b", re.IGNORECASE)
# With a dot it may be read as a date.
CLOCK = re.compile(r"\b(\d{1,2})\.(00|15|30|45)\b")


def of_day_shown(text: str, shown: Sequence[datetime]) -> Wish | None:
    """The wish as it is of that day; None where they name another, tell which week or month they mean, or rule something out."""
    text = CLOCK.sub(r"\1:\2", text)
    if not shown or busy_in(text) or not (weekday_alone(text) or _day_of_month_alone(text)):
        return None
    days = {local(one).date() for one in shown}
    wish = wish_in(text, at=instant(min(days), time.min) - A_MINUTE)
    if wish is None or not wish.is_of_a_day or wish.last_day not in days:
        return None
    return wish if not weekday_alone(text) or _only_one(wish.last_day, days) else None


def _only_one(day: date, days: Iterable[date]) -> bool:
    """Whether no other of those shown is on that weekday."""
    return [one for one in days if one.weekday() == day.weekday()] == [day]


def _day_of_month_alone(text: str) -> bool:
    return len(OF_MONTH.findall(text)) == 1 and not in_some_week(OF_MONTH.sub(" ", text))
