"""First days that are over: by their weekday, how long ago they were, or by a date that is read as one to come. Pure."""

import re
from datetime import date, timedelta

WEEKDAY = r"(mon|tue|wed|thu|fri|sat|sun)(?:s|sday|day|nes|nesday|r|rs|rsday|ur|urday)?"
DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
# A month by its name, and not the word that it also is: "may", "mar", "march on".
NAMES_MONTH = re.compile(
    rf"\b\d{{1,2}}(?:st|nd|rd|th)? (?:of )?{MONTH}\b|\b{MONTH} (?:the )?\d{{1,2}}\b|\b(?:in|since|of|last|from|mid|early|late) {MONTH}\b"
    r"|\b\d{1,2}[/.-]\d{1,2}\b",
    re.I,
)
# The same where it is all that is said; and the whole date, which no reader need place in a year.
BARE_MONTH = re.compile(rf"^\W*(?:(?:its?|about|around|think|maybe|i|on|the|in) )*(?={MONTH}\W*$)", re.I)
WHOLE = re.compile(rf"\b(\d{{1,2}})(?:st|nd|rd|th)? (?:of )?({MONTH}),? (20\d\d)\b", re.I)
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
YEAR = re.compile(r"\b20\d\d\b|\b\d{1,2}[/.-]\d{1,2}[/.-]\d{2}\b|\bnext year\b", re.I)
STARTS = re.compile(r"\b(?:start|starts|starting|begin|begins|beginning|will)\b", re.I)
BEGAN = re.compile(r"\b(?:started|began|begun|been (?:there|here|working)|was)\b", re.I)
NAMED = re.compile(rf"\b{WEEKDAY}\b", re.I)
PAST_WEEKDAY = re.compile(rf"\b(?:last|this past|past) {WEEKDAY}\b|\b{WEEKDAY} (?:just gone|gone|past)\b", re.I)
LAST_WEEKS = re.compile(rf"\blast week(?: (?:on|of|the|a))* {WEEKDAY}\b|\b{WEEKDAY}(?: of)? last week\b", re.I)
WEEKDAYS_AGO = re.compile(rf"\b(\d|two|three|four|five|six|couple)(?: of)? {WEEKDAY}s? (?:ago|back)\b|\b{WEEKDAY} (?:before last)\b", re.I)
BOTH = re.compile(rf"\b{WEEKDAY} (?:the )?(\d{{1,2}})(?:st|nd|rd|th)\b|\b(\d{{1,2}})(?:st|nd|rd|th),? {WEEKDAY}\b", re.I)
COUNT = r"(\d{1,2}|an?|one|two|three|four|five|six|(?:a )?couple)"
AGO = re.compile(rf"\b{COUNT} (?:of )?(day|week|month)s? (?:ago|back)\b", re.I)
# How long they have been there already.
SINCE = re.compile(
    r"\b(?:been (?:there|here|working|employed|in (?:the|my|this|a|work)|with them|doing (?:it|this))|work(?:ed|ing) (?:there|here))\b.{0,20}?"
    rf"\b{COUNT} (?:of )?(day|week|month)s?\b",
    re.I,
)
COUNTS = {"a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6}
LENGTHS = {"day": 1, "week": 7, "month": 30}
SIMPLE = {
    r"\bday before yesterday\b": 2,
    r"\b(?:yesterday|yest(?:er|a)day|yday|last night)\b": 1,
    r"\blast week\b": 7,
    r"\blast month\b": 30,
}
# No job begins so far ahead unless the year is said, or that it is to come: then not three quarters of a year ahead.
FAR, FARTHER = timedelta(days=92), timedelta(days=274)


def past(clause: str, today: date) -> date | None:
    """A day that is said to be over, in words that can be nothing else."""
    if found := WHOLE.search(clause):
        return _dated(int(found[3]), MONTHS.index(found[2][:3].lower()) + 1, int(found[1]))
    if found := LAST_WEEKS.search(clause):
        return _in_week(found[1] or found[2], today - timedelta(days=7))
    if found := WEEKDAYS_AGO.search(clause):
        weeks = _count(found[1] or "two") - 1
        return last(found[2] or found[3], today - timedelta(days=1 + 7 * weeks))
    for pattern, days in SIMPLE.items():
        if re.search(pattern, clause, re.I):
            return today - timedelta(days=days)
    if found := AGO.search(clause) or SINCE.search(clause):
        return _back(clause, today, _count(found[1]), found[2].lower())
    if named := PAST_WEEKDAY.search(clause):
        return last(named[1] or named[2], today - timedelta(days=1))
    return None


def both_over(clause: str, today: date) -> date | None:
    """The weekday and the day of the month that stand beside each other, where both fit one of the last few weeks: "friday 27th"."""
    found = BOTH.search(clause)
    if found is None or NAMES_MONTH.search(clause):
        return None
    weekday, number = found[1] or found[4], int(found[2] or found[3])
    one = last(weekday, today)
    return next((day for day in (one - timedelta(days=7 * n) for n in range(5)) if day.day == number), None)


def nearest(clause: str, found: date | None, today: date, *, over: bool) -> date | None:
    """The day as it was meant, which may have been read as the next such day to come. `over`: it is said to be past."""
    if found is not None and (NAMES_MONTH.search(clause) or BARE_MONTH.search(clause)):
        return found if YEAR.search(clause) or not _is_over(clause, found, today, over) else _year_before(found)
    if not over or (found is not None and found <= today):
        return found
    if named := NAMED.search(clause):
        return last(named[1], today)
    return found and _month_before(found)


def last(weekday: str, until: date) -> date:
    """The last such weekday, up to a day."""
    return until - timedelta(days=(until.weekday() - DAYS.index(weekday.lower())) % 7)


def _dated(year: int, month: int, day: int) -> date | None:
    """None for the 31st of a short month."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _is_over(clause: str, found: date, today: date, over: bool) -> bool:
    if over:
        return found > today
    return found > today + (FARTHER if STARTS.search(clause) else FAR)


def _back(clause: str, today: date, count: int, length: str) -> date:
    day = today - timedelta(days=count * LENGTHS[length])
    named = NAMED.search(clause)
    return _in_week(named[1], day) if named and length == "week" else day


def _count(said: str) -> int:
    return int(said) if said.isdigit() else COUNTS.get(said.lower(), 2)


def _in_week(weekday: str, day: date) -> date:
    return day - timedelta(days=day.weekday() - DAYS.index(weekday.lower()))


def _year_before(day: date) -> date:
    return day.replace(year=day.year - 1, day=28 if (day.month, day.day) == (2, 29) else day.day)


def _month_before(day: date) -> date:
    before = day.replace(day=1) - timedelta(days=1)
    return before.replace(day=min(day.day, before.day))
