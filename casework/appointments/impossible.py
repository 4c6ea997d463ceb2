"""Days and hours that there are none of: they are asked about, where a guess would book another."""

import re
from calendar import monthrange

MONTHS = ("january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december")
A_LEAP_YEAR = 2028
MONTH = "|".join(f"{one[:3]}(?:{one[3:]}|{one[3:4]})?" for one in MONTHS)
DAY = r"(?<![\d:.])(\d{1,2})(?:st|nd|rd|th)?"
WRITTEN = re.compile(rf"{DAY} +(?:of +)?({MONTH})\b(?: +(\d{{4}}))?")
AMERICAN = re.compile(rf"\b({MONTH}) +{DAY}\b(?! *(?::|am|pm))(?:,? +(\d{{4}}))?")
FIGURES = re.compile(r"(?<![\d/])(\d{1,2})/(\d{1,2})(?:/(\d{4}))?(?![\d/])")
CLOCK = re.compile(r"(?<![\d:.])(\d{1,2}):(\d{2})(?!\d)")
LAST_HOUR, LAST_MINUTE = 23, 59


def no_such_day(text: str) -> str | None:
    """ "31 February", where that is said; "29 February" there is, but not in a year that is none."""
    said = text.casefold()
    dates = [(day, _number(month), year) for day, month, year in WRITTEN.findall(said)]
    dates += [(day, _number(month), year) for month, day, year in AMERICAN.findall(said)]
    dates += [(day, int(month), year) for day, month, year in FIGURES.findall(said)]
    for day, month, year in dates:
        if not _exists(int(day), month, int(year or A_LEAP_YEAR)):
            name = MONTHS[month - 1].capitalize() if 1 <= month <= len(MONTHS) else f"month {month}"
            return f"{int(day)} {name}{f' {year}' if year else ''}"
    return None


def no_such_hour(text: str) -> bool:
    """ "24:00", "10:75"."""
    return any(int(hour) > LAST_HOUR or int(minute) > LAST_MINUTE for hour, minute in CLOCK.findall(text))


def _number(month: str) -> int:
    return next(n for n, name in enumerate(MONTHS, start=1) if name.startswith(month[:3]))


def _exists(day: int, month: int, year: int) -> bool:
    return 1 <= month <= len(MONTHS) and year > 0 and 1 <= day <= monthrange(year, month)[1]
