"""Past days named in a reply, as the first and the last day they could be. Day first, as in the UK."""

import re
from calendar import monthrange
from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

from casework.base.once import once
from casework.reading.answers.common import phrase
from casework.reading.answers.text import load

NUMERIC = re.compile(r"(?<!\d)(\d{1,2})\s*[/.\- ]\s*(\d{1,2})\s*[/.\- ]\s*(\d{4}|\d{2})(?!\d)")
ISO = re.compile(r"(?<!\d)(\d{4})-(\d{2})-(\d{2})(?!\d)")
MONTH_YEAR = re.compile(r"(?<![\d/])(\d{1,2})\s*[/.\-]\s*(\d{4})(?!\d)")
YEAR = r"(?:(?:of|in|back in|,)?\s*(?P<year>(?:19|20)\d{2})|'?(?P<short>\d{2})(?![\d:]))"
DAY = r"(?:(?P<day>\d{1,2})(?:st|nd|rd|th)?\s*(?:of\s+)?)?"
AFTER = rf"(?:\s*(?:\d{{1,2}}(?:st|nd|rd|th))?\s*,?\s*(?:{YEAR}|(?P<rel>(?:of )?(?:last|this) year)))?"
ONLY_YEAR = re.compile(r"(?<![\d/.,-])((?:19|20)\d{2})(?![\d/])|'(\d{2})(?!\d)")
FAR_FUTURE = 100


class Span(NamedTuple):
    first: date
    last: date


def past_span(text: str, today: date) -> Span | None:
    """The first past day or stretch named in the text; a month or season without a year is the latest one."""
    return next(_spans(text, today), None)


def _spans(text: str, today: date) -> Iterator[Span]:
    yield from _numeric(text, today)
    yield from _named(text, today)
    yield from _eras(text)
    yield from _relative(text, today)
    for found in ONLY_YEAR.finditer(text):
        year = int(found[1]) if found[1] else full_year(int(found[2]), today)
        yield Span(date(year, 1, 1), date(year, 12, 31))


def full_year(short: int, today: date) -> int:
    """The latest year with these last two digits that has begun."""
    century = today.year - today.year % FAR_FUTURE
    return century + short if century + short <= today.year else century - FAR_FUTURE + short


def _numeric(text: str, today: date) -> Iterator[Span]:
    for year, month, day in ISO.findall(text):
        yield from _day(int(year), int(month), int(day))
    for day, month, year in NUMERIC.findall(text):
        full = int(year) if len(year) == 4 else full_year(int(year), today)
        if int(month) > 12 >= int(day):
            day, month = month, day
        yield from _day(full, int(month), int(day))
    for month, year in MONTH_YEAR.findall(text):
        yield from _month(int(year), int(month), int(month))


def _day(year: int, month: int, day: int) -> Iterator[Span]:
    if 1 <= month <= 12 and 1 <= day <= monthrange(year, month)[1]:
        yield Span(date(year, month, day), date(year, month, day))


def _month(year: int, first: int, last: int) -> Iterator[Span]:
    if 1 <= first <= last <= 12:
        yield Span(date(year, first, 1), date(year, last, monthrange(year, last)[1]))


class Named(NamedTuple):
    """A month or season, with the patterns that find it: "5th may 2021", and "may 5 2021"."""

    name: str
    first: int
    last: int
    pattern: re.Pattern[str]
    month_first: re.Pattern[str]


@once
def _calendar() -> list[Named]:
    names = load("numbers.yml")
    months = {**{name: [month, month] for name, month in names["months"].items()}, **names["seasons"]}
    return [
        Named(
            name,
            int(first),
            int(last),
            re.compile(rf"(?P<before>last |this )?{DAY}\b{name}\b{AFTER}"),
            re.compile(rf"\b{name}\s+(\d{{1,2}})(?:st|nd|rd|th)?,?\s+((?:19|20)\d\d)"),
        )
        for name, (first, last) in months.items()
    ]


def _named(text: str, today: date) -> Iterator[Span]:
    for one in _calendar():
        if one.name not in text:
            continue
        if found := one.month_first.search(text):
            yield from _day(int(found[2]), one.first, int(found[1]))
        for found in one.pattern.finditer(text):
            year = _year(found, one.first, today)
            day = int(found["day"]) if found["day"] else None
            if day and one.first == one.last:
                yield from _day(year, one.first, day)
            else:
                yield from _month(year, one.first, one.last)


def _year(found: re.Match[str], month: int, today: date) -> int:
    if found["year"]:
        return int(found["year"])
    if found["short"]:
        return full_year(int(found["short"]), today)
    if found["rel"]:
        return today.year - ("last" in found["rel"])
    before_now = month < today.month or (month == today.month and not (found["before"] or "").startswith("last"))
    return today.year if before_now else today.year - 1


def _eras(text: str) -> Iterator[Span]:
    eras = load("numbers.yml")["eras"]
    if found := phrase("eras").search(text):
        (first_year, first), (last_year, last) = (one.split("-") for one in eras[found[0]])
        yield Span(date(int(first_year), int(first), 1), date(int(last_year), int(last), 28))


def _relative(text: str, today: date) -> Iterator[Span]:
    if re.search(r"\b(?:start|beginning) of (?:the|this) year\b", text):
        yield Span(date(today.year, 1, 1), date(today.year, 1, 31))
    elif re.search(r"\b(?:start|beginning) of last year\b", text):
        yield Span(date(today.year - 1, 1, 1), date(today.year - 1, 2, 28))
    elif re.search(r"\bend of last year\b", text):
        yield Span(date(today.year - 1, 11, 1), date(today.year - 1, 12, 31))
    elif re.search(r"\byear before last\b", text):
        yield Span(date(today.year - 2, 1, 1), date(today.year - 2, 12, 31))
    elif re.search(r"\blast year\b", text):
        yield Span(date(today.year - 1, 1, 1), date(today.year - 1, 12, 31))
    elif re.search(r"\blast month\b", text):
        end = today.replace(day=1) - timedelta(days=1)
        yield Span(end.replace(day=1), end)
    elif re.search(r"\b(?:yesterday|today|(?:last|this) (?:week|\w+day)|this month|(?:on )?\w*day)\b", text):
        yield Span(today - timedelta(days=7), today)


def years_between(born: date, today: date) -> int:
    return today.year - born.year - ((today.month, today.day) < (born.month, born.day))


def months_between(since: date, today: date) -> int:
    """Calendar months: the difference of year and month."""
    return (today.year - since.year) * 12 + today.month - since.month
