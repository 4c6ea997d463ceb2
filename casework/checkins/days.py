"""Days of a job in somebody's own words: the first day, which may be over already, and the first payday. Pure."""

import re
from datetime import date, datetime, time, timedelta

from casework.reading import read_when

CLAUSE = re.compile(r"[,.;!?\n]+|\b(?:and|but|then)\b", re.I)
PAY = re.compile(r"\b(?:paid|pay|pay ?day|wages?)\b", re.I)
START = re.compile(r"\b(?:start\w*|began|begin\w*|first day|been (?:there|working|employed|in (?:the|my|this|a|work)|with them|doing it))\b", re.I)
# Where somebody goes on from the one to the other without a stop: "start 7th dec paid weekly fridays".
NEXT = re.compile(r"\s(?=(?:(?:i|im|get|gets|getting|be|my|and|with) )*(?:(?:first )?pay ?days?|paid|wages|first pay)\b)|(?<!to)\s(?=(?:(?:i|im|and) )*(?:start(?:s|ed|ing)?|began) )", re.I)
# How long they have been there already.
SINCE = re.compile(
    r"\b(?:been (?:there|here|working|employed|in (?:the|my|this|a|work)|with them|doing (?:it|this))|work(?:ed|ing) (?:there|here))\b.{0,20}?"
    r"\b(\d{1,2}|an?|one|two|three|four|five|six|couple) (?:of )?(day|week|month)s?\b",
    re.I,
)
BEGAN = re.compile(r"\b(?:started|began|begun|been there|was)\b", re.I)
WEEKDAY = r"(mon|tue|wed|thu|fri|sat|sun)(?:s|sday|day|nes|nesday|r|rs|rsday|ur|urday)?"
NAMED = re.compile(rf"\b{WEEKDAY}\b", re.I)
PAST_WEEKDAY = re.compile(rf"\b(?:last|this past|past) {WEEKDAY}\b|\b{WEEKDAY} (?:just gone|gone|past)\b", re.I)
AGO = re.compile(r"\b(\d{1,2}|an?|one|two|three|four|five|six|(?:a )?couple(?: of)?) (day|week|month)s? (?:ago|back)\b", re.I)
COUNTS = {"a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6}
LENGTHS = {"day": 1, "week": 7, "month": 30}
DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
SIMPLE = {
    r"\bday before yesterday\b": 2,
    r"\b(?:yesterday|yest(?:er|a)day|yday|last night)\b": 1,
    r"\blast week\b": 7,
    r"\blast month\b": 30,
}
MONTH_END = re.compile(
    rf"\b(?:end of|month ?end|last (?:(working|week|business) ?)?(?:day|{WEEKDAY}) (?:of|in)|last (working|business) day) ?(?:(?:the|this|each|every) )?(?:month\b)?",
    re.I,
)
PAID_THEN = re.compile(r"\b(?:gets?|getting|be|im|am) paid\b|\bpay ?day\b", re.I)
TROUBLE = re.compile(r"\b(?:not|never|\w+n'?t|wrong\w*|short|less|late|still|only|owed?|cut|no)\b", re.I)
# Words that say when, and nothing else.
WHEN = re.compile(
    rf"(?:{WEEKDAY}|\d+(?:st|nd|rd|th)?|the|on|of|in|at|by|from|its?|it'?s|is|every|each|about|around|maybe|think|i|usually|"
    r"first|last|next|this|end|start|middle|beginning|working|business|days?|weeks?|months?|tomorrow|today|yesterday)",
    re.I,
)
REFUSAL = re.compile(r"^\W*(?:(?:no|nope|nah|na|sorry|actually)\b\W*)+", re.I)
# Of a long text the beginning is read.
READ = 1500
SPACES = re.compile(r"[^\S\n]+")
REGULAR = re.compile(r"\b(?:weekly|fortnightly|monthly|(?:every|each) (?:week|fortnight|month|\d+ weeks))\b", re.I)


def first_day(text: str, today: date) -> date | None:
    """The first day at work. Where a week or a month is all that is said, a day in it: it is read back."""
    for clause in _about(REFUSAL.sub("", _squeezed(text)), START, without=PAY):
        found = _past(clause, today) or _dated(clause, today)
        if BEGAN.search(clause) and (found is None or found > today):
            found = _already(clause, found, today)
        if found:
            return found
    return None


def payday(text: str, starts_on: date, today: date) -> date | None:
    """The first payday there may be after the first day at work."""
    after = max(today, starts_on + timedelta(days=1))
    for clause in _about(_squeezed(text), PAY, without=START):
        found = _month_end(clause, after) or _dated(clause, after) or _dated(f"in {clause}", after)
        if found:
            return found
    return None


def speaks_of_pay(text: str) -> bool:
    return PAY.search(text) is not None


def is_plain(text: str, step: str) -> bool:
    """Whether it says when and nothing else, or is about the first day, or the first payday, and about no trouble."""
    text = _squeezed(text)
    about = {"starts_on": START, "first_payday": PAID_THEN}.get(step)
    if about is None:
        return False
    return _says_when(text) or (bool(about.search(text)) and not TROUBLE.search(REFUSAL.sub("", text)))


def _says_when(text: str) -> bool:
    words = re.findall(r"[\w']+", text)
    return bool(words) and all(WHEN.fullmatch(one) for one in words)


def is_regular(text: str) -> bool:
    """Whether it says how often, and no day."""
    return REGULAR.search(text) is not None


def _squeezed(text: str) -> str:
    """No reading is slowed by a row of spaces."""
    return SPACES.sub(" ", text)[:READ]


def _about(text: str, what: re.Pattern[str], without: re.Pattern[str]) -> list[str]:
    """The parts of the text that speak of it; where none does, those that do not speak of the other."""
    clauses = [one.strip() for part in CLAUSE.split(text) for one in NEXT.split(part) if one and one.strip()]
    found = [one for one in clauses if what.search(one)]
    return found or [one for one in (text, *clauses) if not without.search(one)]


def _dated(clause: str, today: date) -> date | None:
    start = read_when(clause, datetime.combine(today, time(9)))["start"]
    return datetime.fromisoformat(start).date() if start else None


def _past(clause: str, today: date) -> date | None:
    for pattern, days in SIMPLE.items():
        if re.search(pattern, clause, re.I):
            return today - timedelta(days=days)
    if ago := AGO.search(clause):
        count = int(ago[1]) if ago[1].isdigit() else COUNTS.get(ago[1].lower(), 2)
        return today - timedelta(days=count * LENGTHS[ago[2].lower()])
    if since := SINCE.search(clause):
        count = int(since[1]) if since[1].isdigit() else COUNTS.get(since[1].lower(), 2)
        return today - timedelta(days=count * LENGTHS[since[2].lower()])
    if named := PAST_WEEKDAY.search(clause):
        return _last(named[1] or named[2], today - timedelta(days=1))
    return None


def _already(clause: str, found: date | None, today: date) -> date | None:
    """A day that is over, though it was read as one to come."""
    if named := NAMED.search(clause):
        return _last(named[1], today)
    if found is None:
        return None
    before = found.replace(day=1) - timedelta(days=1)
    return before.replace(day=min(found.day, before.day))


def _month_end(clause: str, after: date) -> date | None:
    """The next there is, which late in a month is the next month's."""
    named = MONTH_END.search(clause)
    if named is None:
        return None
    found = _end_of(after, named)
    return found if found >= after else _end_of(after.replace(day=28) + timedelta(days=4), named)


def _end_of(month: date, named: re.Match[str]) -> date:
    last = (month.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)
    if named[2]:
        return _last(named[2], last)
    return last - timedelta(days=max(0, last.weekday() - 4)) if named[1] or named[3] else last


def _last(weekday: str, until: date) -> date:
    """The last such weekday, up to a day."""
    return until - timedelta(days=(until.weekday() - DAYS.index(weekday.lower())) % 7)
