"""What somebody says of a job while they are asked who they are: the first day, put right, or the payday. Pure."""

import re
from datetime import timedelta

from casework.base.clock import local, now
from casework.checkins import days, rereading
from casework.reading import read_answer

FEW, A_YEAR = 14, timedelta(days=365)
# How often, which is a payday and no first day: "every friday", "fridays weekly", "last day of each month".
OFTEN = re.compile(rf"\b(?:every|each|weekly|fortnightly|monthly|(?:mon|tues?|wednes|thurs?|fri|satur|sun)days)\b|{days.MONTH_END.pattern}", re.I)
LEADING_IN = re.compile(r"^\W*(?:(?:no|nope|nah|oh|sorry|soz|wait|hang on|oops|actually|i meant|meant|i mean|its|it's|not)\b\W*)+", re.I)
# Of when it is safe to write: "not before i start at 9".
OF_TEXTS = re.compile(r"\b(?:before|after|when|until|till|while|text\w*|ring|call|any ?time|only|between|evenings?|mornings?)\b", re.I)
PLURAL = re.compile(r"\b((?:mon|tues|wednes|thurs|fri|satur|sun)day)s\b", re.I)
NAMES, SAFE = ("name", "first_name"), "safe"


def is_said_early(step: str, text: str) -> bool:
    """Whether words at the question of a step tell of the job, and are no answer: a yes beside it is one."""
    if len(text.split()) > FEW or read_answer("yes_no", text)["value"] == "yes":
        return False
    if step == SAFE:
        return _speaks_of_it(text) and not OF_TEXTS.search(text) and (is_payday(text) or is_first_day(text))
    if step in NAMES and not _speaks_of_it(text) and not OFTEN.search(text):
        return False
    return is_payday(text) or is_first_day(text)


def is_first_day(text: str) -> bool:
    """Whether it says the first day, perhaps another than before, and nothing else."""
    today, left = local(now()).date(), without_aside(text)
    if (OFTEN.search(text) and not days.START.search(left)) or (days.speaks_of_pay(left) and not days.START.search(left)):
        return False
    return days.is_plain(left, "starts_on") and days.first_day(left, today) is not None


def is_payday(text: str) -> bool:
    """Whether it says when, or how often, they are paid, and tells of no trouble with it."""
    today, left = local(now()).date(), without_aside(text)
    if not days.speaks_of_pay(left) and not (OFTEN.search(text) and rereading.only_days(left)):
        return False
    said = days.is_regular(left) or days.payday(left, today - A_YEAR, today) is not None
    return said and not days.TROUBLE.search(left)


def without_aside(text: str) -> str:
    """And a day that is said in the plural as one."""
    return PLURAL.sub(r"\1", LEADING_IN.sub("", days.TOLD_BEFORE.sub(" ", rereading.REFUTED.sub(" ", text))))


def _speaks_of_it(text: str) -> bool:
    return days.speaks_of_pay(text) or days.START.search(text) is not None
