"""The age of the youngest child, in completed years; months too where the reply is in months or weeks."""

import re
from datetime import date

from casework.reading.answers.common import Answer, between, nothing, numbered, phrase, unsaid
from casework.reading.answers.past import months_between, past_span, years_between

EXPECTING = re.compile(
    r"\bexpecting\b|\bpregnant\b|\bpreggo?\b|\bpreggers\b|\bnot (?:been )?born yet\b|\bunborn\b|\bdue (?:in|on|next|"
    r"any|soon|date|this|to)\b|"
    r"\b(?:baby|babys|one|twins|bump|little one|shes|hes|its|my first)\b.*\bon the way\b|\bon the way\b|"
    r"\bup the duff\b|\bbun in the oven\b|"
    r"\b\d+ (?:weeks|months) (?:gone|along|pregnant)\b|\bhavent had (?:it|the baby|her|him) yet\b|\bstill in (?:my|"
    r"the) (?:belly|tummy|oven)\b"
)
CHILDLESS = re.compile(
    r"\b(?:no|not got any|havent got any|have not got any|dont have any|do not have any|dont have|havent got|"
    r"never had|got no|without|have no|not got)\s+"
    r"(?:kids?|children|child|bairns?|weans?|little ones|babies|any|dependants|family)\b|\bchildless\b|\bchild ?free\b|"
    r"\b(?:dont|do not|havent|have not) (?:have|got|had) (?:any|1|none|em|a child|a kid)\b|^\W*(?:none|nope?|nah|no|"
    r"n/a|na|0|not applicable|"
    r"i dont|i havent|havent|i dont have one|i have none|no none|ive none)\W*$|\bno kiddies\b|\bnot a parent\b|"
    r"\bnot a (?:mum|mam|dad)\b|"
    r"\bjust (?:me and )?(?:the |my |a )?(?:cat|dog|cats|dogs)\b|\bfurbab(?:y|ies)\b|\bhave none\b|\bgot none\b"
)
GROWN = re.compile(r"\b(?:grown|adults?|grown ?ups?|left home|flown the nest)\b")
COUNTED = re.compile(
    r"\b(?:just|only) (?:the )?1\b(?=\W+\w)|"
    r"\b\d+\s+(?:of (?:them|em|us)|kids|children|child|bairns|weans|boys|girls|lads|lasses|sons|daughters|boy|girl|"
    r"little ones|under|others|older|"
    r"siblings|more|half sisters|half brothers|all together|altogether)\b|\b(?:got|have|ive|has|theres|there are|"
    r"mum of|dad of|mam of|parent of|all)\s+\d+(?=\s*(?:[,.:]|$|kids|the|youngest|aged|ages))|"
    r"\b1(?= is\b| s\b|s \d| at\b| who\b| in\b| aged\b)|\bthe \d+ of\b|\bim \d+\b|\bi am \d+\b"
)
IN_MONTHS = re.compile(
    r"(?<![\d.])(\d+(?:\.5)?)\s*(?:and a half\s*)?-?\s*(?:months?|mths?|mnths?|mo|mos|m|mth old)\b(?! ago)"
)
IN_WEEKS = re.compile(r"(?<![\d.])(\d+|a|a few|few|couple(?: of)?)\s*-?\s*(?:weeks?|wks?|wk)\b")
IN_DAYS = re.compile(r"(?<![\d.])(\d+|a|a few|few|couple(?: of)?)\s*-?\s*days?\b")
YEARS_MONTHS = re.compile(
    r"(?<!\d)(\d{1,2})\s*(?:years?|yrs?|yr|y)\s*(?:and|n|,|&)?\s*(\d{1,2})\s*(?:months?|mths?|m|mo)\b"
)
YEAR_HALF = re.compile(r"\b(?:a|1) (?:year|yr) (?:and|n|an) a half\b|\byear and a half\b|\beighteen months\b")
NUMBER = re.compile(
    r"(?<![\d/.])(\d{1,2})(?:\.\d+)?(?![\d/])(?:\s*(?:and a half|n a half|an a half|and half|1/2|and 1/2))?"
)
UNDER = re.compile(
    r"\b(?:under|less than|below|not yet|not quite|younger than)\s+(?:a |the age of )?(\d{1,2}|year|1)\b"
)
OVER = re.compile(
    r"\b(?:over|older than|more than|above)\s+(\d{1,2})\b|(?<!\d)(\d{1,2})\s*(?:\+|plus\b|or (?:over|older)\b)"
)
EITHER = re.compile(r"(?<!\d)(\d{1,2})\s*(?:or|/)\s*(\d{1,2})(?!\d)")
SCHOOL_YEAR = re.compile(r"\b(?:year|yr|y)\s*(\d{1,2})\b(?!\s*old)")
BIRTH = re.compile(r"\b(?:born|dob)\b|\d{1,2}/\d{1,2}/\d{2,4}")
NEWBORN = re.compile(
    r"\bnew ?-?born\b|\bjust (?:been )?born\b|\bjust had (?:a|my|the|her|him)(?! (?:\w+|1st) birthday)\b|"
    r"\bborn (?:last week|yesterday|today|this week)\b"
)
YOUNGEST = re.compile(
    r"\b(?:youngest|littlest|smallest|baby|babby|little one)(?:s| one| child| kid)?\s*"
    r"(?:is|s|are|was|just turned|turned|:|-|aged?)?\s*(?:about |nearly |almost |just )?"
    r"(\d{1,2})\b(?!\s*(?:months|weeks))"
)
YOUNGEST_AFTER = re.compile(r"(?<!\d)(\d{1,2})\s*(?:is |s )?(?:the |my )?(?:youngest|littlest)\b")
STAGES = {
    r"\b(?:starting|starts|start|about to start) (?:school|reception)\b": (3, 4),
    r"\breception\b|\bstarted school\b": (4, 5),
    r"\bpre ?-?school\b|\bnursery\b": (2, 4),
    r"\btoddler\b": (1, 3),
    r"\b(?:terrible twos)\b": (2, 2),
    r"\binfants?\b": (4, 7),
    r"\bjuniors?\b|\bjunior school\b": (7, 11),
    r"\bprimary\b": (4, 11),
    r"\bsecondary\b|\bhigh school\b|\bcomprehensive\b": (11, 16),
    r"\bsixth form\b|\bcollege\b": (16, 18),
    r"\bteen(?:s|ager|agers|aged?)?\b": (13, 19),
    r"\bbab(?:y|ies)\b|\bbubba\b": (0, 1),
}


def read_child_age(text: str, today: date) -> Answer:
    """`value` in years, or a status: expecting, no_children; `min` and `max` for a school year or a stage."""
    said = numbered(text)
    if answer := _age(said, today):
        return answer
    if EXPECTING.search(said):
        return nothing("expecting")
    if status := unsaid(text):
        return nothing(status)
    if CHILDLESS.search(said):
        return nothing("no_children")
    if GROWN.search(said):
        return between(18, None)
    return _stage(said) or nothing()


def _age(said: str, today: date) -> Answer | None:
    if EXPECTING.search(said):
        said = re.sub(r"\b\d+\s*(?:weeks?|wks?|months?|mths?)\b|\bdue .*|\b\d+(?:st|nd|rd|th)\b", " ", said)
    if NEWBORN.search(said):
        return {"value": 0, "months": 0}
    if BIRTH.search(said) and (born := past_span(said, today)):
        return _from_birth(born.first, born.last, today)
    if found := YEARS_MONTHS.search(said):
        return {"value": int(found[1]), "months": int(found[1]) * 12 + int(found[2])}
    return _school_year(said) or _bounds(said) or _small(said) or _smallest(said)


def _from_birth(first: date, last: date, today: date) -> Answer | None:
    if first > today:
        return nothing("expecting")
    low, high = max(years_between(min(last, today), today), 0), years_between(first, today)
    months = {"months": months_between(first, today)} if high < 2 and (last - first).days < 32 else {}
    return {"value": low} | months if low == high else between(low, high)


def _school_year(said: str) -> Answer | None:
    years = [int(year) for year in SCHOOL_YEAR.findall(said) if int(year) <= 13]
    return between(min(years) + 4, min(years) + 5) if years else None


def _bounds(said: str) -> Answer | None:
    if found := UNDER.search(said):
        limit = int(found[1]) if found[1].isdigit() else 1
        return between(0, limit - 1) if limit else None
    if found := OVER.search(said):
        return between(int(found[1] or found[2]), None)
    found = EITHER.search(said)
    if found and int(found[2]) - int(found[1]) == 1 and not re.search(r"\byoungest\b|\boldest\b|\beldest\b", said):
        return between(int(found[1]), int(found[2]))
    return None


def _small(said: str) -> Answer | None:
    """Months, weeks or days; if several children are named, the youngest."""
    found = [float(months) for months in IN_MONTHS.findall(said)]
    if YEAR_HALF.search(said):
        found.append(18.0)
    if re.search(r"\bhalf a year\b", said):
        found.append(6.0)
    found += [_amount(weeks) * 12 / 52 for weeks in IN_WEEKS.findall(said)]
    found += [_amount(days) * 12 / 365 for days in IN_DAYS.findall(said)]
    if not found or re.search(r"\b(?:in|for|ago)\s+\d+\s*(?:months?|weeks?|days?)\b", said):
        return None
    months = min(found) - (1 if phrase("nearly").search(said) and min(found) >= 1 else 0)
    return {"value": int(months / 12), "months": int(months)}


def _amount(said: str) -> float:
    return float(said) if said.isdigit() else {"a": 1.0, "couple": 2.0, "couple of": 2.0}.get(said, 3.0)


def _smallest(said: str) -> Answer | None:
    youngest = YOUNGEST.search(said)
    before = YOUNGEST_AFTER.search(said)
    counted = re.sub(r"\b[1-3] quarters?\b", " ", COUNTED.sub(" ", _without_days(said)))
    ages = [int(found[1]) for found in NUMBER.finditer(counted)]
    if chosen := youngest or before:
        ages = [int(chosen[1])]
    elif _put_right(said):
        ages = ages[-1:]
    if re.search(r"\b(?:teens|13 to 19)\b", said) or not ages:
        return _about_one(said)
    age = min(ages)
    if age > 60:
        return nothing("invalid")
    return {"value": age - 1} if age and _not_yet(said, age) else {"value": age}


def _about_one(said: str) -> Answer | None:
    if not re.search(r"\ba year(?: old)?\b|\b(?:first|1st) birthday\b", said):
        return None
    return {"value": 0 if phrase("nearly").search(said) else 1}


def _put_right(said: str) -> bool:
    return re.search(r"\bi mean\b|\bsorry\b|\bno wait\b|\bactually\b", said) is not None


def _without_days(said: str) -> str:
    said = re.sub(r"\b(?:in|for|on)\s+(?:the\s+)?\d{1,2}(?:st|nd|rd|th)?\b\s*(?:weeks?|months?|days?)?", " ", said)
    return re.sub(r"\b\d{1,2}(?:st|nd|rd|th)\b", " ", said)


def _not_yet(said: str, age: int) -> bool:
    """"Nearly 3", "3 in january", "she turns 3 next week"."""
    if re.search(r"\bjust turned\b|\bwas \d+ (?:in|last|on)\b|\bturned\b|\blast (?:week|month|\w+day)\b", said):
        return False
    months = phrase("months").pattern
    day = rf"(?:\d+(?:st|nd|rd|th)? )?(?:of )?(?:{months}|\w+day|\d+ (?:weeks?|months?|days?)|a (?:week|month|few))"
    coming = rf"\b(?:in|on|this|come) (?:the )?{day}|\bnext (?:week|month|\w+day)\b|\btomorrow\b|\bsoon\b"
    near = rf"(?:{phrase('nearly').pattern})\s*(?:a )?{age}\b"
    return re.search(near, said) is not None or re.search(rf"\b{age}\b[^,]*(?:{coming})", said) is not None


def _stage(said: str) -> Answer | None:
    stages = [ages for pattern, ages in STAGES.items() if re.search(pattern, said)]
    return between(*min(stages)) if stages else None
