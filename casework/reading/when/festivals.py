"""Feasts and holidays by name; Easter and the bank holidays as the calendar of England has them."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date, datetime
from functools import cache

import holidays

from casework.reading.when.dates import next_one
from casework.reading.when.values import DAY, Made, Rule, day, span

FIXED = {
    "newyearseve": (31, 12), "hogmanay": (31, 12), "newyearsday": (1, 1), "xmaseve": (24, 12), "xmasday": (25, 12),
    "xmas": (25, 12), "boxingday": (26, 12), "newyear": (1, 1), "halloween": (31, 10), "bonfirenight": (5, 11),
    "valentines": (14, 2), "stpatricks": (17, 3), "stgeorges": (23, 4), "stdavids": (1, 3), "standrews": (30, 11),
    "burnsnight": (25, 1), "leapday": (29, 2), "aprilfools": (1, 4),
}  # fmt: skip
FROM_EASTER = {
    "goodfriday": -2, "eastersaturday": -1, "eastersunday": 0, "easter": 0, "eastermonday": 1, "pancakeday": -47,
    "ashwednesday": -46, "palmsunday": -7, "mothersday": -21,
}  # fmt: skip
YEARS_TRIED = 9


@cache
def _bank_holidays(year: int) -> dict[date, str]:
    return dict(sorted(holidays.country_holidays("GB", subdiv="ENG", years=year).items()))


def easter(year: int) -> date:
    friday = next((one for one, name in _bank_holidays(year).items() if name == "Good Friday"), date(year, 4, 1))
    return friday + 2 * DAY


def _next_from_easter(days: int, today: date) -> date:
    this = easter(today.year) + days * DAY
    return this if this >= today else easter(today.year + 1) + days * DAY


def _coming_holidays(today: date) -> Iterator[date]:
    for year in (today.year, today.year + 1):
        yield from (one for one in _bank_holidays(year) if one > today)


def _fixed(found: Sequence[str | None], ref: datetime) -> Made:
    one = next_one(*FIXED[found[0] or ""], ref.date())
    return [day(one)] if one else None


def _moving(found: Sequence[str | None], ref: datetime) -> Made:
    return [day(_next_from_easter(FROM_EASTER[found[0] or ""], ref.date()))]


def _bank_holiday(month: int | None = None, weekday: int | None = None, last: bool = False) -> Callable[..., Made]:
    def make(found: Sequence[str | None], ref: datetime) -> Made:
        fits = [
            one
            for one in _coming_holidays(ref.date())
            if month in (None, one.month) and weekday in (None, one.weekday())
        ]
        year = [one for one in fits if one.year == fits[0].year] if fits else []
        return [day(year[-1] if last else fits[0])] if fits else None

    return make


def _around(first: str, last: str) -> Callable[..., Made]:
    """The whole feast: what is after it is after its last day."""

    def make(found: Sequence[str | None], ref: datetime) -> Made:
        if first in FIXED:
            end = next_one(*FIXED[last], ref.date())
            return [span(end - DAY * (FIXED[last][0] - FIXED[first][0]), end)] if end else None
        end = _next_from_easter(FROM_EASTER[last], ref.date())
        return [span(end - DAY * (FROM_EASTER[last] - FROM_EASTER[first]), end)]

    return make


def _between_years(found: Sequence[str | None], ref: datetime) -> Made:
    last = next_one(31, 12, ref.date())
    return [span(max(date(last.year, 12, 27), ref.date()), last)] if last else None


def _week_of(name: str) -> Callable[..., Made]:
    def make(found: Sequence[str | None], ref: datetime) -> Made:
        one = next_one(*FIXED[name], ref.date())
        return [span(max(one - one.weekday() * DAY, ref.date()), one + (4 - one.weekday()) * DAY, "K")] if one else None

    return make


NAMES = "|".join([*FIXED, *FROM_EASTER])
BEFORE_OR_AFTER = r"(?:(?<=after )|(?<=before )|(?<=after the )|(?<=before the )|(?<=over ))"
RULES = (
    Rule(
        r"\b(?:(?:in )?between |betwixt )?(?:xmas|xmasday|boxingday) (?:and|-|to|until) (?:the )?(?:newyear|newyearsday|newyearseve)\b|\btwixmas\b|\bbetwixmas\b",
        _between_years,
    ),
    Rule(r"\bxmas week\b|\bweek of xmas\b", _week_of("xmas")),
    Rule(rf"{BEFORE_OR_AFTER}xmas\b(?! (?:day|eve))", _around("xmas", "boxingday")),
    Rule(rf"{BEFORE_OR_AFTER}easter\b", _around("goodfriday", "eastermonday")),
    Rule(r"\beaster\b(?= weekend)|(?<=the )easter(?= (?:bank|long))", _around("goodfriday", "eastermonday")),
    Rule(rf"\b({'|'.join(sorted(FROM_EASTER, key=len, reverse=True))})\b", _moving),
    Rule(rf"\b({'|'.join(sorted(FIXED, key=len, reverse=True))})(?: day)?\b", _fixed),
    Rule(r"\b(?:mayday(?: bankholiday)?|(?:early may|1st may|may) bankholiday)\b", _bank_holiday(5)),
    Rule(
        r"\b(?:spring|late may|whit|end of may) bankholiday(?: monday)?\b|\bwhit monday\b", _bank_holiday(5, last=True)
    ),
    Rule(r"\b(?:august|summer) bankholiday(?: monday)?\b", _bank_holiday(8)),
    Rule(r"\b(?:next |the )?bankholiday monday\b", _bank_holiday(weekday=0)),
    Rule(r"\b(?:next |the |this )?bankholiday\b", _bank_holiday()),
)
