"""Days of a job in somebody's own words: the first day, which may be over already, and the first payday. Pure."""

import re
from datetime import date, datetime, time, timedelta

from casework.checkins.past_days import (
    BARE_MONTH,
    BEGAN,
    FARTHER,
    MONTH,
    MONTHS,
    NAMED,
    NAMES_MONTH,
    WEEKDAY,
    both_over,
    last,
    nearest,
    past,
)
from casework.reading import read_when

CLAUSE = re.compile(r"[,.;!?\n]+|\b(?:and|but|then)\b", re.I)
PAY = re.compile(r"\b(?:paid|payed|pay|pay ?day|wages?)\b", re.I)
START = re.compile(r"\b(?:start\w*|began|begin\w*|first (?:day|shift)|been (?:there|working|employed|in (?:the|my|this|a|work)|with them|doing it))\b", re.I)
# Where somebody goes on from the one to the other without a stop: "start 7th dec paid weekly fridays".
NEXT = re.compile(r"\s(?=(?:(?:i|im|get|gets|getting|be|my|and|with) )*(?:(?:first )?pay ?days?|paid|wages|first pay)\b)|(?<!to)\s(?=(?:(?:i|im|and) )*(?:start(?:s|ed|ing)?|began) )", re.I)
# What is first there is no first of a month.
FIRST = re.compile(r"\bfirst(?= (?:proper |full |real )?(?:pay ?\w*|shift|day|wages?|one)\b(?! of\b))", re.I)
SINCE = re.compile(rf"\b(?:since|last|mid|back in) (?={MONTH}\b)", re.I)
SINCE_DAY = re.compile(rf"\bsince (?:the )?(?=\d{{1,2}}(?:st|nd|rd|th)? (?:of )?{MONTH}\b)", re.I)
# What is some days before the first one is not the first one: "wednesdays a day before i start".
FROM_START = re.compile(r"\b(?:(?:(?:only|just|an?|one|two|couple of|few|the|\d+) )*(?:days?|nights?|weeks?|wks?) )?(?:before|b4|after|until|till) (?:i|my|the) (?:start\w*|begin\w*|first (?:day|shift))\b", re.I)
# How often, beside the weekday that tells it better.
EVERY_WEEK = re.compile(rf"\b(?:every|each) week(?: on)?(?: an?)? (?={WEEKDAY}\b)", re.I)
MONTH_END = re.compile(
    rf"\b(?:end of(?! (?:(?:the|this|each|every|my|next) )?(?:w(?:ee)?k|day|shift))|month ?end|last (?:(working|week|business) ?)?(?:day|{WEEKDAY}) (?:of|in)|last (working|business) day) ?(?:(?:the|this|each|every) )?(?:month\b)?",
    re.I,
)
PAID_THEN = re.compile(r"\b(?:gets?|getting|be|im|am) paid\b|\bpay ?day\b|\bfirst (?:pay|wages?)\b(?=.*\b(?:was|last|yesterday|came|on)\b)", re.I)
# That it has come already; and that alone.
HAD = re.compile(r"\b(?:had|got(?! to\b)|was|were|been|already|came)\b", re.I)
HAD_IT = re.compile(r"\b(?:already (?:been |got |had |was )*(?:paid|it|mine|one)|(?:had|got) (?:it|mine|my first (?:pay|wages?))|been paid)\b", re.I)
BEEN = re.compile(r"\b(?:since|started|began|begun|been|was)\b", re.I)
TROUBLE = re.compile(r"\b(?:not|never|(?:do|does|did|is|are|was|were|has|have|hav|hv|had|ca|wo|would|could|should|ai|must|need)n'?t|wrong\w*|short|less|late|still|only|owed?|cut|no)\b", re.I)
# Words that say when, and nothing else.
WHEN = re.compile(
    rf"(?:{WEEKDAY}|\d+(?:st|nd|rd|th)?|the|on|of|in|at|by|from|its?|it'?s|is|every|each|about|around|maybe|think|i|usually|"
    r"first|last|next|this|end|start|middle|beginning|working|business|days?|weeks?|months?|tomorrow|today|yesterday|"
    rf"{MONTH})",
    re.I,
)
REFUSAL = re.compile(r"^\W*(?:(?:no|nope|nah|na|sorry|actually)\b\W*)+", re.I)
# When it is over again, which is no first day: "it ends on the 24th".
OVER_AGAIN = re.compile(r"\b(?:(?:only )?(?:ends?|ending|finish(?:es|ing)?|lasts)|is (?:over|up)|(?:my )?last day|only (?:for|til+|until))\b.*", re.I | re.S)
ONLY_UNTIL = re.compile(r"\b(?:ends|ending|finish(?:es|ing)?|lasts|only (?:there )?(?:for|til+|until))\b.*", re.I | re.S)
# The hour of a shift, or the part of every day: "i start at 12" is no day of a job.
HOUR = re.compile(
    rf"\b(?:(?:at|from|about) )*\d{{1,2}}(?:[:.]\d\d)? ?(?:am|pm|o'?clock)\b|\bat (?:about )?\d{{1,2}}(?:[:.]\d\d)?\b(?!(?:st|nd|rd|th)\b| (?:of )?{MONTH}\b)|\b(?:mornings|afternoons|evenings|nights)\b",
    re.I,
)
# That they said it before, which tells nothing more.
TOLD_BEFORE = re.compile(r"\b(?:(?:like|as) i (?:just |already )*(?:said|put|told (?:you|u))|i (?:just |already |have |ve )*(?:said|told (?:you|u)|put)(?: (?:that|it|already|before))*|(?:already|just) (?:told (?:you|u)|said))\b", re.I)
# Of a long text the beginning is read.
READ = 1500
SPACES, LINES = re.compile(r"[^\S\n]+"), re.compile(r"\n+")
REGULAR = re.compile(r"\b(?:weekly|fortnightly|monthly|(?:every|each) (?:week|wk|fortnight|month|mth|\d+ w(?:ee)?ks))\b", re.I)
EACH_DAY = re.compile(r"\b(?:daily|(?:every|each) (?:day|shift)|(?:after|end of) (?:each|every) (?:shift|day)|per (?:shift|day)|day rate)\b", re.I)
# The same, unless it is of one day that is named: "after my shift on the 28th".
AFTER_SHIFT = re.compile(r"\b(?:after|end of) (?:(?:the|a|my) )?(?:shift|day)\b", re.I)
ONE_DAY = re.compile(rf"\b(?:{WEEKDAY}|today|tonight|tomorrow|(?:on|the|by) \d{{1,2}}|\d{{1,2}}(?:st|nd|rd|th))\b", re.I)
# The day that it was to be, and is not.
WAS_TO_BE = re.compile(rf"\bwas (?:meant|supposed|due|going|gonna|originally)(?: (?:to|be|start|begin|on|it))* (?:{WEEKDAY}|today|tomorrow|the \d{{1,2}}(?:st|nd|rd|th)|\d{{1,2}}(?:st|nd|rd|th)?)\b", re.I)
# The day of every month, beside the one that is meant: "10th of every month so 10th jan".
EVERY_MONTH = re.compile(r"\b(?:the )?\d{1,2}(?:st|nd|rd|th)? (?:of )?(?:every|each) month\b", re.I)
# No day, and about when: "maybe after one month".
ABOUT_WHEN = re.compile(r"\b(?:maybe|perhaps|prob\w*|about|around|after|like|roughly) (?:(?:in|after|about|around|like|maybe) )*(?:a|an|one|two|three|four|\d|few|couple|a couple|a few)(?: of)? (?:months?|mths?|weeks?|wks?)\b", re.I)
BARE_NUMBER = re.compile(r"\W*(?:(?:the|on|its?) )*(\d{1,2})\W*")
WEEK_OF = re.compile(rf"\b(?:the )?(1st|2nd|3rd|4th|first|second|third|fourth) w(?:ee)?k (?:of|in) ({MONTH})\b", re.I)
NTH = {"1st": 0, "first": 0, "2nd": 1, "second": 1, "3rd": 2, "third": 2, "4th": 3, "fourth": 3}


def first_day(text: str, today: date) -> date | None:
    """The first day at work. Where a week or a month is all that is said, a day in it: it is read back."""
    said = WEEK_OF.sub(lambda found: _in_its_week(found, text, today), REFUSAL.sub("", WAS_TO_BE.sub(" , ", _squeezed(text))))
    if is_beside_start(said):
        return None
    clauses = _about(said, START, without=PAY)
    over = BEGAN.search(said) is not None
    apart = [one for one in _clauses(said) if one not in clauses and _says_when(one)]
    for clause in (*clauses, *apart):
        clause = OVER_AGAIN.sub(" ", HOUR.sub(" ", clause))
        found = past(clause, today) or _on(_without_since(FIRST.sub("", clause)), today)
        if day := nearest(clause, found, today, over=BEGAN.search(clause) is not None or (over and clause in apart)):
            return day
    return None


def _in_its_week(found: re.Match[str], text: str, today: date) -> str:
    """The Monday of "the 2nd week of october": a day in it, as it is read back."""
    month, nth = MONTHS.index(found[2][:3].lower()) + 1, NTH[found[1].lower()]
    first = date(today.year, month, 1 + 7 * nth)
    if first > today and BEEN.search(text):
        first = first.replace(year=today.year - 1)
    elif first < today and not BEEN.search(text) and first.replace(year=today.year + 1) < today + FARTHER:
        first = first.replace(year=today.year + 1)
    first += timedelta(days=-first.weekday() % 7)
    return f"{first.day} {found[2]} {first.year}"


def numbered_day(text: str) -> str:
    """ "28" is a day of the month where a day is asked for and no answer has that number."""
    found = BARE_NUMBER.fullmatch(text)
    return f"the {found[1]}th" if found and 3 < int(found[1]) < 32 else text


def is_each_day(text: str) -> bool:
    """Whether they are paid every day, or after each shift, so that no payday is the first of its kind."""
    after = AFTER_SHIFT.search(text) is not None and not ONE_DAY.search(text)
    return (after or EACH_DAY.search(text) is not None) and not NAMES_MONTH.search(text)


def is_about_when(text: str) -> bool:
    """Whether it says about when, and no day."""
    return ABOUT_WHEN.search(text) is not None


def is_beside_start(text: str) -> bool:
    """Whether a day is told by the first one, of which nothing is said."""
    return FROM_START.search(text) is not None and not START.search(FROM_START.sub(" ", text))


def _without_since(clause: str) -> str:
    return BARE_MONTH.sub("in ", SINCE_DAY.sub("on ", SINCE.sub("in ", clause)))


def payday(text: str, starts_on: date, today: date) -> date | None:
    """The first payday after the first day at work, which may be over."""
    text = AFTER_SHIFT.sub(" ", text)
    return _payday_over(text, starts_on, today) or payday_to_come(text, starts_on, today)


def _payday_over(text: str, starts_on: date, today: date) -> date | None:
    """One that they had already: said so, or by a date that is."""
    said = _squeezed(text)
    had = HAD.search(said) is not None and not TROUBLE.search(said)
    for clause in _about(said, PAY, without=START):
        plain = FIRST.sub("", clause)
        named = _on(plain, today) if had or NAMES_MONTH.search(plain) else None
        day = past(plain, today) or both_over(plain, today) or nearest(plain, named, today, over=had)
        if day and starts_on < day <= today and not (day == today and not had):
            return day
    return None


def payday_to_come(text: str, starts_on: date, today: date) -> date | None:
    """The first there may be from today."""
    after, said = max(today, starts_on + timedelta(days=1)), ONLY_UNTIL.sub(" ", _squeezed(text))
    said = EVERY_MONTH.sub(" ", said) if NAMES_MONTH.search(EVERY_MONTH.sub(" ", said)) else said
    clauses = _about(said, PAY, without=START)
    # "They didnt pay me right" names no day; the day may stand beside it.
    rest = [one for one in _clauses(said) if one not in clauses and not START.search(one)]
    # "Fridays, first one is the 11th".
    for clause in sorted((*clauses, *rest), key=lambda one: len(one) if FIRST.search(one) else len(text) + 1):
        said = EVERY_WEEK.sub("", FIRST.sub("", clause))
        soon = _dated(said, today)
        found = _month_end(clause, after) or (soon if soon and soon >= after else soon and _dated(said, after))
        if found := found or _dated(f"in {said}", after):
            return found
    return None


def speaks_of_pay(text: str) -> bool:
    return PAY.search(text) is not None


def is_plain(text: str, step: str) -> bool:
    """Whether it says when and nothing else, or is about the first day, or the first payday, and about no trouble."""
    text = _squeezed(text)
    if step == "starts_on" and is_beside_start(text):
        return False
    about = {"starts_on": START, "first_payday": PAID_THEN}.get(step)
    if about is None:
        return False
    if step == "first_payday" and (REGULAR.search(text) or is_each_day(text)) and not TROUBLE.search(REFUSAL.sub("", text)):
        return True
    return _says_when(text) or (bool(about.search(text)) and not TROUBLE.search(REFUSAL.sub("", text)))


def _says_when(text: str) -> bool:
    words = re.findall(r"[\w']+", text)
    return bool(words) and all(WHEN.fullmatch(one) for one in words)


def was_paid(text: str) -> bool:
    """Whether it says that they have been paid, and of no trouble with it."""
    return HAD_IT.search(text) is not None and not TROUBLE.search(text)


def is_regular(text: str) -> bool:
    """Whether it says how often, and no day."""
    return REGULAR.search(text) is not None


def _squeezed(text: str) -> str:
    """No reading is slowed by a row of spaces, or of empty lines."""
    return TOLD_BEFORE.sub(" ", LINES.sub("\n", SPACES.sub(" ", text))[:READ])


def _about(text: str, what: re.Pattern[str], without: re.Pattern[str]) -> list[str]:
    """The parts of the text that speak of it; where none does, those that do not speak of the other."""
    clauses = _clauses(text)
    found = [one for one in clauses if what.search(one)]
    return found or [one for one in (text, *clauses) if not without.search(one)]


def _clauses(text: str) -> list[str]:
    return [one.strip() for part in CLAUSE.split(text) for one in NEXT.split(part) if one and one.strip()]


def _dated(clause: str, today: date) -> date | None:
    start = read_when(clause, datetime.combine(today, time(9)))["start"]
    return datetime.fromisoformat(start).date() if start else None


def _on(clause: str, today: date) -> date | None:
    """A date counts before the weekday beside it, which is another one in a coming year."""
    return _dated(NAMED.sub("", clause) if NAMES_MONTH.search(clause) else clause, today)


def _month_end(clause: str, after: date) -> date | None:
    """The next there is, which late in a month is the next month's."""
    named = MONTH_END.search(clause)
    if named is None:
        return None
    if month := re.match(rf"({MONTH})\b", clause[named.end() :], re.I):
        first = date(after.year, MONTHS.index(month[1][:3].lower()) + 1, 1)
        found = _end_of(first, named)
        return found if found >= after else _end_of(first.replace(year=after.year + 1), named)
    found = _end_of(after, named)
    return found if found >= after else _end_of(after.replace(day=28) + timedelta(days=4), named)


def _end_of(month: date, named: re.Match[str]) -> date:
    end = (month.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)
    if named[2]:
        return last(named[2], end)
    return end - timedelta(days=max(0, end.weekday() - 4)) if named[1] or named[3] else end
