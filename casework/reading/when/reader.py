"""One door: a message and the time it was written, to the day or time it speaks of."""

import re
from collections.abc import Mapping
from datetime import date, datetime

from casework.base.clock import local, now
from casework.reading.when.agreeing import Choice, agreed, choices
from casework.reading.when.answer import When, nothing
from casework.reading.when.choosing import chosen
from casework.reading.when.composing import composed, gone_by
from casework.reading.when.either import Part, either
from casework.reading.when.hours import with_hours
from casework.reading.when.lexer import items_of
from casework.reading.when.marks import ENGAGED
from casework.reading.when.numbers import hours_from_numbers
from casework.reading.when.offers import offers_of
from casework.reading.when.ruled_out import Stretch, ruled_out
from casework.reading.when.spans import with_days
from casework.reading.when.text import plain
from casework.reading.when.values import Days, Items
from casework.reading.when.weekly import Weekly, every_week, weekly

LONGEST = 5000
# Any day does: what comes again every week is the same from all of them.
ANY_DAY = datetime(2026, 1, 5)
# A "no" to what was offered rules out nothing that comes after it.
REPLIES_NO = re.compile(r"\W*(?:no|nah|nope)\b", re.IGNORECASE)
ONCE = re.compile(rf"\b(?:this|coming|next|(?:come|came|cropped|popped) up|{ENGAGED})\b", re.IGNORECASE)


def read_when(text: str, reference: datetime) -> When:
    """{"kind", "start", "end"}, with `recurs` and `ask` where they apply. `reference` is London wall-clock time."""
    try:
        return composed(_items(text, reference), reference)
    except (OverflowError, ValueError):  # beyond the calendar: "in 99 years" from the year 9990
        return nothing()


def read_agreeing(text: str, reference: datetime) -> When:
    """The same, where "Friday 8th" is the next 8th that is a Friday."""
    try:
        return composed(_agreed(text, reference), reference)
    except (OverflowError, ValueError):
        return nothing()


def read_choices(text: str, reference: datetime) -> list[Choice]:
    """The single days that a message leaves to choose from, each with its hours; none where it does not."""
    try:
        return choices([(one.days, one.hours) for one in offers_of(chosen(_agreed(text, reference)).offered)])
    except (OverflowError, ValueError):
        return []


def read_either(text: str, reference: datetime) -> list[Part]:
    """Alternatives that each stand for themselves, such as "evenings or Saturdays"; none where it all goes together."""
    try:
        return either(chosen(_items(text, reference)).offered)
    except (OverflowError, ValueError):
        return []


def read_two_dates(text: str, reference: datetime) -> tuple[date, date] | None:
    """The two days meant by a weekday and a date that do not go together, in their order."""
    try:
        found = (item.value for item in chosen(_agreed(text, reference)).offered)
        return next(((one.first, one.last) for one in found if isinstance(one, Days) and one.ask and one.last), None)
    except (OverflowError, ValueError):
        return None


def _agreed(text: str, reference: datetime) -> Items:
    return with_days(agreed(_in_hours(text, reference), text, reference), reference)


def read_ruled_out(text: str, reference: datetime, until: date) -> list[Stretch]:
    """The times that will not do, in London wall-clock time as `reference`; those that come again up to `until`."""
    try:
        return ruled_out(_items(text, reference), reference, until, once=bool(ONCE.search(text)), daily=not REPLIES_NO.match(text))
    except (OverflowError, ValueError):
        return []


def read_weekly(text: str) -> Weekly | None:
    """The days and hours of every week that a message offers or rules out; None where it names none."""
    try:
        return weekly(with_days(every_week(_in_hours(text, ANY_DAY)), ANY_DAY))
    except (OverflowError, ValueError):
        return None


def read_gone_by(text: str, reference: datetime) -> bool:
    """Whether the words name a day or time that has gone by, and none that is to come."""
    try:
        return gone_by(_items(text, reference), reference)
    except (OverflowError, ValueError):
        return False


def _items(text: str, reference: datetime) -> Items:
    return with_days(_in_hours(text, reference), reference)


def _in_hours(text: str, reference: datetime) -> Items:
    return with_hours(hours_from_numbers(items_of(plain(text[:LONGEST]), reference), reference), reference)


def read_when_line(line: Mapping[str, object]) -> When:
    """{"text", "reference"?} to the day or time read; `reference` like "2026-11-24T10:00 Europe/London"."""
    at = datetime.fromisoformat(str(line["reference"]).split()[0]) if line.get("reference") else now()
    return read_when(str(line["text"]), local(at).replace(tzinfo=None) if at.tzinfo else at)
