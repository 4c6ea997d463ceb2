"""An age in completed years, from a number, a decade or a birthday."""

import re
from datetime import date

from casework.base.once import once
from casework.reading.answers.common import Answer, between, nothing, numbered, phrase, unsaid
from casework.reading.answers.past import Span, past_span, years_between
from casework.reading.answers.text import load

OLDEST = 115
NUMBER = re.compile(
    r"(?<![\d/.£-])(\d{1,3})(?![\d/]|\.\d|%|\s*(?:hours?|hrs|quid|pounds|months?|weeks?|days?|children|other)\b)"
)
BORN = re.compile(r"\b(?:born|dob|date of birth|b\.)\b")
YEAR = re.compile(r"(?<![\d/.-])(?:19[2-9]\d|20[0-2]\d)(?!\d)")
A_DATE = re.compile(r"(?<!\d)\d{1,2}\s*[/.\-]\s*\d{1,2}\s*[/.\-]\s*(?:\d{4}|\d{2})(?!\d)|\d{4}-\d\d-\d\d")
TO_COME = re.compile(
    r"\b(?:(?:next|in a|in \d+|tomorrow|coming|soon|until|till|til)\b|(?:turning|turn|will be|ill be|be)\b.*"
    r"\b(?:in|on|next|tomorrow|soon|at|this))|\b(?:turning|about to turn|about to be|almost|nearly)\b"
)
BORN_SHORT = re.compile(r"\bborn (?:in )?'?(\d\d)\b(?!\s*[/.\-\w])")
SHORT_YEAR = re.compile(r"['’‘](\d\d)")
BETWEEN = re.compile(r"(?<!\d)(\d{1,3})\s*(?:-|to|/|or|and)\s*(\d{1,3})(?![\d/])")
BIG = re.compile(r"\bbig\s+(\d)\s*(?:-|\s)?\s*(?:0|o|oh)\b")
SOME = re.compile(r"(?<!\d)(\d)0\s*(?:-|\s)?\s*(?:some?thing|summat|odd)\b")
PLUS = re.compile(r"(?<!\d)(\d{1,3})\s*\+")
DECADE = re.compile(r"(?<!\d)(\d)0'?s\b")
PARTS = {"early": (0, 3), "mid": (4, 6), "middle": (4, 6), "late": (7, 9)}
OTHERS = re.compile(
    r"\b(?:my|the|our)\s+(?!age\b)\w+(?:\s+\w+)?\s+(?:is|are|just turned|turned)\s+\d{1,3}\b"
    r"|\b(?:my|our)\s+(?!age)\w+'?s\s+\d{1,3}\b|\bgoing on \d{2,3}\b"
)
ORDINAL = re.compile(r"\b(\d{1,3})(?:st|nd|rd|th)(?= birthday| year)")
NOT_YET = re.compile(r"\bnot (\d{1,3})(?: yet)?\b")
YEARS_OFF = re.compile(r"\b(\d) years? off (?:being )?(\d{2})\b")
FIGURES = re.compile(r"\bfeel(?:s|ing)?(?: like| more like)?\s+\d{1,3}\b|\b(?:over|for|about)\s+\d{1,2}\s+years\b")


def read_age(text: str, today: date) -> Answer:
    """`value` in years; or `min` and `max` for a decade, a year of birth, "over 50"."""
    said = numbered(text)
    if short := SHORT_YEAR.fullmatch(text.strip()) or BORN_SHORT.search(said):
        return _from_birth(past_span(f"'{short[1]}", today), today)
    status = unsaid(text)
    if status and not NUMBER.search(said):
        return nothing(status)
    if BORN.search(said) or _short_date().search(said) or A_DATE.search(said) or YEAR.search(said):
        return _from_birth(past_span(said, today), today)
    said = NOT_YET.sub(r"under \1", ORDINAL.sub(r"\1", said))
    if off := YEARS_OFF.search(said):
        return {"value": int(off[2]) - int(off[1])}
    if re.search(r"\bhundred\b", said):
        return nothing("invalid")
    said = FIGURES.sub(" ", OTHERS.sub(" ", said))
    return _big(said) or _decade(said) or _bounds(said) or _number(said, today)


@once
def _short_date() -> re.Pattern[str]:
    """"17 aug 83", "august 83"."""
    months = phrase("months").pattern
    return re.compile(rf"(?:\d{{1,2}}(?:st|nd|rd|th)?\s*(?:of )?|^\W*){months}\s*'?\d{{2}}\W*$")


def _from_birth(born: Span | None, today: date) -> Answer:
    if born is None:
        return nothing()
    low, high = years_between(born.last, today), years_between(born.first, today)
    if high < 0 or low > OLDEST:
        return nothing("invalid")
    return {"value": low} if low == high else between(max(low, 0), high)


def _big(said: str) -> Answer | None:
    found = BIG.search(said)
    return {"value": int(found[1]) * 10} if found else None


def _decade(said: str) -> Answer | None:
    said = phrase("decades").sub(
        lambda found: load("numbers.yml")["decades"][found[0]] + "s", said
    )
    if re.search(r"\bteen(?:s|ager)?\b|\b13s\b", said):
        return between(*{"early": (13, 15), "late": (17, 19)}.get(_part(said) or "", (13, 19)))
    found = DECADE.search(said) or SOME.search(said)
    if not found:
        return None
    start = int(found[1]) * 10
    first, last = PARTS.get(_part(said) or "", (0, 9))
    return between(start + first, start + last)


def _part(said: str) -> str | None:
    return next((part for part in PARTS if re.search(rf"\b{part}\b", said)), None)


def _bounds(said: str) -> Answer | None:
    if (found := BETWEEN.search(said)) and int(found[1]) < int(found[2]) <= OLDEST:
        return between(int(found[1]), int(found[2]))
    ages = [int(number) for number in NUMBER.findall(said)]
    if len(ages) != 1 or ages[0] > OLDEST:
        return None
    age = ages[0]
    if phrase("just_over").search(said):
        return {"value": age}
    if phrase("over").search(said) or PLUS.search(said) or re.search(r"\b(?:or|and) (?:over|older|above|more)\b", said):
        return between(age, None)
    if re.search(r"\b(?:or|and) (?:under|younger|below|less)\b", said):
        return between(None, age)
    if phrase("at_most").search(said):
        return between(None, age)
    if phrase("under").search(said):
        return between(None, age - 1)
    return between(age - 2, age + 2) if re.search(
        r"\d\s*-?\s*ish\b|\b(?:about|around|roughly|approx|circa)\b",
        said) else None


def _number(said: str, today: date) -> Answer:
    ages = [int(number) for number in NUMBER.findall(_without_dates(said))]
    if not ages:
        return nothing("invalid") if re.search(r"\d{3,}|-\s*\d", said) else nothing()
    if len(set(ages)) > 1 and not re.search(r"\bno\b|\bmean|\bsorry\b|\bactually\b|\bwait\b", said):
        return _own(said, ages)
    age = ages[-1]
    if not 0 < age <= OLDEST:
        return nothing("invalid")
    return {"value": age - 1 if _not_yet(said, today) else age}


def _own(said: str, ages: list[int]) -> Answer:
    """The person's own among several: "im 34 and my son 6"; "24, 25 in march" is still 24."""
    if (ages[1] - ages[0] == 1 and TO_COME.search(said)) or _birthday(said):
        return {"value": ages[0]}
    own = re.search(r"\b(?:im|i am|am|aged?|me)\s+(\d{1,3})\b", said)
    return {"value": int(own[1])} if own else nothing()


def _not_yet(said: str, today: date) -> bool:
    """A birthday still ahead: "nearly 40", "18 in december", "turning 25 next month"."""
    if re.search(
        r"\b(?:still|now)\b.*\b(?:until|till?)\b|\d\s+(?:until|till?)\b|\b(?:just|last|ago|turned|yesterday|hit|was|"
        r"became|gone)\b",
        said):
        return False
    return _birthday(said) or bool(TO_COME.search(said) or phrase("nearly").search(said))


def _birthday(said: str) -> bool:
    months = phrase("months")
    coming = rf"\b(?:in|on|this|of|come)\b.*(?:{months.pattern}|\w+day\b|\d+ (?:weeks?|months?|days?))"
    return re.search(coming, said) is not None


def _without_dates(said: str) -> str:
    """Leaves out day numbers of a birthday: "on the 5th", "3rd of may", "in 2 weeks"."""
    said = re.sub(r"\b(?:in|on)\s+(?:the\s+)?\d{1,2}(?:st|nd|rd|th)?\s*(?:weeks?|months?|days?|of\b)?", " ", said)
    return re.sub(r"\b\d{1,2}(?:st|nd|rd|th)\b(?!\s*(?:birthday|year))", " ", said)
