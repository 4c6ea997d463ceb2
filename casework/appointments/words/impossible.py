"""Days and times that there are not: "31 february", "25 o'clock". Pure."""

import re
from calendar import monthrange
from typing import Literal

from casework.base.plain import folded

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
LEAP, LAST_HOUR, NOON = 2028, 23, 12
MONTH = r"(?P<month>jan(?:uary)?|feb(?:ruary|uary|urary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
YEAR = r"(?: (?P<year>20\d\d))?"
DATES = (
    re.compile(rf"\b(?:on )?(?:the )?(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?: of)? {MONTH}\b{YEAR}"),
    re.compile(rf"\b(?:on )?{MONTH} (?:the )?(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\b(?![:.]\d| ?(?:am|pm)\b){YEAR}"),
    re.compile(r"\b(?:on )?(?P<day>\d{1,2})/(?P<number>\d{1,2})(?:/(?P<year>20\d\d))?\b"),
    re.compile(r"\b(?:on )?(?:the )?(?P<day>\d{2})(?:st|nd|rd|th)\b"),
)
CLOCKS = (
    re.compile(r"\b(?:at )?(?P<hour>\d{1,3})(?::(?P<minute>\d\d))? ?o'? ?clock\b"),
    re.compile(r"\b(?:at )?(?P<hour>\d{1,3})(?:[:.](?P<minute>\d\d))? ?(?P<half>am|pm)\b"),
    re.compile(r"\b(?:at )?(?P<hour>\d{1,3}):(?P<minute>\d\d)\b"),
    re.compile(r"\bat (?P<hour>\d{2,3})(?=\W*$)"),
)
Kind = Literal["day", "time"]


def impossible_in(text: str) -> tuple[Kind, str] | None:
    """Which of the two they name that there is not, and the words without it; None where all they name there is."""
    said = folded(text)
    for pattern in DATES:
        for found in pattern.finditer(said):
            if not _is_day(found.groupdict()):
                return "day", _without(said, found)
    for pattern in CLOCKS:
        for found in pattern.finditer(said):
            if not _is_time(found.groupdict()):
                return "time", _without(said, found)
    return None


def _is_day(named: dict[str, str | None]) -> bool:
    """A day alone is of some month; the 29th of February is one of some year."""
    day, month = int(named["day"] or 0), named.get("month")
    number = MONTHS.index(month[:3]) + 1 if month else int(named.get("number") or 1)
    year = int(named.get("year") or LEAP)
    return number not in range(1, NOON + 1) or 1 <= day <= monthrange(year, number)[1]


def _is_time(named: dict[str, str | None]) -> bool:
    hour, minute = int(named["hour"] or 0), int(named.get("minute") or 0)
    return hour <= (NOON if named.get("half") == "am" else LAST_HOUR) and minute < 60


def _without(said: str, found: re.Match[str]) -> str:
    return " ".join(f"{said[: found.start()]} {said[found.end() :]}".split())
