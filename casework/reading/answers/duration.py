"""How long, in whole months: said outright, or worked out from a month or a date."""

import re
from datetime import date
from itertools import pairwise

from casework.reading.answers.common import Answer, between, nothing, numbered, phrase, unsaid
from casework.reading.answers.past import months_between, past_span

UNIT = (
    r"(?P<unit>years?|yrs?|yr|ys?|months?|mths?|mnths?|mo|mos|mnth|ms?|weeks?|wks?|wk|w|days?|d|"
    r"decades?|fortnights?|quarters?)"
)
AMOUNT = (
    r"(?P<amount>\d+(?:\.\d+)?(?:\s*(?:and a half|n a half|an a half|and half|n half|(?:and )?1/2)\b)?\+?|half an?|"
    r"1/2 a?|a couple(?: of)?|couple(?: of)?|"
    r"a few|few|several|a good few|many|a|an|another|the past|the last|all|whole|this)"
)
LENGTH = re.compile(
    rf"(?<![\w.]){AMOUNT}\s*-?\s*(?:good |whole |solid |full |long |more |calendar |odd )?{UNIT}\b(?P<half> (?:and|n|"
    rf"an) (?:a )?half)?"
)
BARE_YEARS = re.compile(r"\b(?:years|yrs|donkeys years|months|weeks|days)\b(?! old)")
RANGE = re.compile(
    rf"(?<![\d/.])(?P<low>\d+(?:\.5)?|a|an)\s*(?:-|to|or|/|and|,? ?maybe|(?:months?|years?),? (?:or|to|"
    rf"maybe)(?: maybe)?)\s*(?P<high>\d+(?:\.5)?)(?!/)\s*{UNIT}\b"
)
OR_SO = re.compile(r"(?<!half )\ba (?P<unit>year|month|week) or (?:2|so|three|3)\b")
FROM_TO = re.compile(r"\b(?:from|between)?\s*(?P<first>.+?)\s+(?:to|until|till|til|and|-)\s+(?P<last>.+)")
ONE_UNIT = re.compile(r"\W*(?:bout |about )?(?P<unit>year|yr|month|week)\W*(?:now|ish|so far|tops)?\W*")
PLUS = re.compile(r"\d\s*\+|\bplus\b|\bor (?:more|longer|over)\b|\band counting\b")
NEVER = re.compile(
    r"\bnever (?:worked|had (?:a )?(?:paid |proper |real )?(?:work|job|one)|been (?:in work|employed))|"
    r"\bnot ever worked|havent (?:ever|never) worked|aint never worked|never had 1"
)
WORKING = re.compile(
    r"\b(?:im|i am|am|currently|still|already) (?:still |currently |already |now )?(?:working|employed|in work|"
    r"in a job|in my job|at work)\b|"
    r"\b(?:ive|i have|have|got|ive got) (?:got )?a job(?: now| already| at)?\b|^\W*(?:working|in work|employed)\W*$|"
    r"\bstill in (?:my |a |the )?(?:job|work)\b|\bnot out of work\b|\bi work (?:at|for|in|part|full)\b|\bi do work\b"
)
SINCE_BIRTH = re.compile(
    r"\b(?:since i was (?:\d|a|born|young|little|at|in school)|since school|left school|all my life|my whole life|"
    r"since birth)\b"
)
MONTHS = {"y": 12.0, "m": 1.0, "w": 12 / 52, "d": 12 / 365, "f": 24 / 52, "q": 3.0}
WHOLE = ("this", "all", "whole", "the past", "the last")
FEW = {"few": (3, 5), "several": (4, 9), "many": (24, None)}


def read_duration(text: str, today: date) -> Answer:
    """`value` in whole months; `min` and `max` where the reply leaves room."""
    said = numbered(text)
    if NEVER.search(said):
        return nothing("never_worked")
    answer = _length(said, today) or _since(said, today)
    if answer:
        return answer
    if WORKING.search(said):
        return nothing("working")
    if status := unsaid(text):
        return nothing(status)
    if re.search(r"\bjust (?:started|begun|lost|finished|left|signed on)\b|\bonly just\b|\bnot even a\b", said):
        return {"value": 0}
    return nothing()


def _length(said: str, today: date) -> Answer | None:
    said = re.sub(r"\b(?:since|when) (?:i was|my|the|he|she) \w+ (?:was )?\d+\b", " ", said)
    if found := ONE_UNIT.fullmatch(said):
        return {"value": int(_months(1, found["unit"]))}
    if re.fullmatch(r"\W*(?:a )?(?:year|yr)\s*(?:and|n|&) (?:a )?(?:bit|some)\W*", said):
        return between(12, None)
    if found := OR_SO.search(said):
        one = _months(1, found["unit"])
        return {"value": int(one)} if "so" in found[0] else between(int(one), int(2 * one))
    if (found := RANGE.search(said)) and (answer := _range(found)):
        return answer
    lengths = [(one, _one(one)) for one in LENGTH.finditer(said)]
    lengths = [(one, value) for one, value in lengths if value is not None]
    if not lengths:
        return _vague(said)
    if few := next((one for one, _ in lengths if _few(one)), None):
        low, high = FEW[_few(few) or "few"]
        return between(int(_months(low, few["unit"])), int(_months(high, few["unit"])) if high else None)
    total = _total([(one, value or 0.0) for one, value in lengths], said)
    return _around(said, int(total + 1e-6), len(lengths))


def _range(found: re.Match[str]) -> Answer | None:
    low = 1.0 if found["low"] in ("a", "an") else float(found["low"])
    high = float(found["high"])
    first_unit = re.search(r"months?|years?", found[0])
    unit = first_unit[0] if first_unit else found["unit"]
    months = (int(_months(low, unit)), int(_months(high, found["unit"])))
    return between(*months) if months[0] < months[1] else None


def _one(found: re.Match[str]) -> float | None:
    amount = found["amount"]
    if _few(found):
        return 0.0
    if "couple" in amount:
        count = 2.0
    elif amount.startswith(("half", "1/2")):
        count = 0.5
    elif number := re.match(r"\d+(?:\.\d+)?\+?", amount):
        count = float(number[0].rstrip("+")) + (0.5 if len(number[0]) < len(amount) else 0.0)
    elif len(found["unit"]) < 3 or (amount in WHOLE and found["unit"].endswith("s")):
        return None
    else:
        count = 1.0
    return _months(count + (0.5 if found["half"] else 0.0), found["unit"])


def _few(found: re.Match[str]) -> str | None:
    return next((word for word in FEW if word in found["amount"]), None)


def _months(count: float, unit: str) -> float:
    return count * (120.0 if unit.startswith("dec") else MONTHS[unit[0]])


def _total(lengths: list[tuple[re.Match[str], float]], said: str) -> float:
    """"1 year 6 months" adds up; said twice or put right, the last counts."""
    units = [found["unit"][0] for found, _ in lengths]
    joined = all(_joined(said, left[0], right[0]) for left, right in pairwise(lengths))
    if joined and len(set(units)) == len(units):
        return sum(value for _, value in lengths)
    return lengths[-1 if _put_right(said) else 0][1]


def _joined(said: str, left: re.Match[str], right: re.Match[str]) -> bool:
    return re.fullmatch(r"[\s,]*(?:and|n|&)?\s*", said[left.end() : right.start()]) is not None


def _put_right(said: str) -> bool:
    return re.search(r"\bno\b|\bactually\b|\bi mean\b|\bwait\b|\bsorry\b", said) is not None


def _around(said: str, months: int, count: int) -> Answer:
    if phrase("just_over").search(said) or count > 1:
        return {"value": months}
    if phrase("nearly").search(said):
        return {"value": max(months - 1, 0)}
    if re.search(r"\b(?:not more than|no more than)\b", said) or phrase("at_most").search(said):
        return between(0, months)
    if phrase("under").search(said) or re.search(r"\bor less\b|\bnot even\b|\bnot quite\b", said):
        return between(0, max(months - 1, 0))
    if phrase("over").search(said) or PLUS.search(said) or re.search(r"\b(?:and|n) a bit\b", said):
        return between(months, None)
    return {"value": months}


def _vague(said: str) -> Answer | None:
    """"Years" is two or more; "months" two or more but under two years."""
    found = BARE_YEARS.search(said)
    if not found:
        return None
    if found[0].endswith(("years", "yrs")):
        return between(24, None)
    return between(2, 23) if found[0] == "months" else between(0, 1)


def _since(said: str, today: date) -> Answer | None:
    if SINCE_BIRTH.search(said) and not re.search(r"\d{4}", said):
        return None
    if stretch := _stretch(said, today):
        return stretch
    span = past_span(said, today)
    if not span or span.first > today:
        return None
    low, high = months_between(min(span.last, today), today), months_between(span.first, today)
    return {"value": low} if low == high else between(low, high)


def _stretch(said: str, today: date) -> Answer | None:
    """"From march to august": from one named time to another."""
    found = FROM_TO.search(said)
    first = past_span(found["first"], today) if found else None
    last = past_span(found["last"], today) if found else None
    if not first or not last or re.search(r"\b(?:now|today|present|this)\b", found["last"] if found else ""):
        return None
    low, high = months_between(first.last, last.first), months_between(first.first, last.last)
    if low < 0 and first.first.year == last.first.year == today.year:
        return None
    return {"value": low} if low == high else between(max(low, 0), high)
