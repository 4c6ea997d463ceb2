"""What somebody puts right about a new job they are telling of: what they name changes, and nothing else. Pure."""

import re
from dataclasses import dataclass
from datetime import date

from casework.base.plain import plain
from casework.checkins import days
from casework.checkins.days import REGULAR, WHEN
from casework.checkins.past_days import NAMES_MONTH, WEEKDAY
from casework.checkins.schedule import Cadence, cadence_of
from casework.reading import read_answer

MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\w*"
# The day that it is not.
REFUTED = re.compile(rf"\b(?:not|isnt|isn'?t|instead of) (?:(?:on|the|this|next|until) )*(?:{WEEKDAY}|\d{{1,2}}(?:st|nd|rd|th)?(?: (?:of )?{MONTH})?|tomorrow|today)\b", re.I)
# However it is spelled in haste.
SOON_DAY = r"tomorrow|tomorow|2mor\w{1,4}|tom{1,2}or+ow|tomo(?:z|s)?|tmrw|tmoz|2moz|today|2day|2nite|tonight"
A_DAY = rf"(?:(?:on|this|next|the|in|from|coming) )*(?:{WEEKDAY}|\d{{1,2}}(?:st|nd|rd|th)?(?! ?(?:am|pm|oclock)\b)|{SOON_DAY})"
SINCE_TOLD = r"(?:(?:is|are|was|will|be|now|has|been|got|get|getting|gonna|its) )*(?:moved|changed|put back|pushed back|brought forward|delayed)?(?: (?:to|till?|until))?"
# The first day told anew: "i start wednesday", "start is tues 8th", "friday the 4th i start", "they moved my start to friday".
STARTS_ON = re.compile(
    r"^\W*(?:(?:i|just|only|no|sorry|actually|oh|so) )*start(?:ed|ing)? (?:today|2day|yesterday|this morning)\b"
    rf"|\b(?:i|it|job|work) (?:(?:actually|now|really|will|dont|only) )*start(?:s|ed|ing)? (?:till?|until|)? ?{A_DAY}"
    rf"|\b(?:start|starting|first day)(?: (?:date|day))? ?{SINCE_TOLD} ?{A_DAY}"
    rf"|\b{A_DAY}(?:,? (?:(?:the|of|now) )*(?:\d{{1,2}}(?:st|nd|rd|th)?|{MONTH}))* (?:(?:is|its|thats|that's|when|now) )*(?:i|it)(?:'?ll|'?m| will| am)? (?:(?:actually|now|really) )*start(?:s|ing)?\b"
    rf"|\b(?:moved|changed|pushed|put|delayed|brought)(?: (?:my|the|me))* start(?:ing)?(?: (?:date|day|back|forward))* (?:to|till?|until) {A_DAY}",
    re.I,
)
NOT_TILL = re.compile(r"\b(?:til+|until)\b", re.I)
# What starts there is no job, or nothing is told.
OTHER_START = re.compile(r"\?|\b(?:when|what|can|could|shift|at \d|texts?|texting|asking|meeting|course|class|college|training|school|kids?|he|she|they start|if|want|like)\b", re.I)
# Words beside a day that change nothing of what it says.
BESIDE = re.compile(
    r"(?:yes|yeah|yep|yh|no|nope|nah|not|sorry|soz|actuall?y|wrong|right|but|just|only|except|instead|oops|ah|meant?|mean|said|should|be|was|it|its|"
    rf"im|ill|i'm|it's|i|a|get|gets|getting|got|to|my|and|on|day|date|start\w*|begin\w*|paid|pay|payday|wages?|weekly|fortnightly|monthly|then|please|pls|{MONTH}|am|pm|\d+(?:am|pm))",
    re.I,
)
BUT = re.compile(r"\b(?:but|only|except|actually|though|not|instead)\b", re.I)
# One thing set against another, neither of which we keep: where it is, how many hours.
NOTHING_WE_KEEP = re.compile(
    r"\bnot (?!right|correct|true|quite|sure|that|yet|so|really)\w+(?: \w+){0,2} (?:its|it is|but|im at|im with)\b"
    r"|\b(?:its|it is|thats|im) not (?!right|correct|true|quite|sure|that|yet|so|really|what)\w+"
    r"|^(?:(?:no|nah|nope|sorry|actually) )+(?:its|it is|im at|im with|im in|at|with) (?!not\b|wrong\b|right\b|all\b|ok\b|fine\b|me\b|a no\b)\w+"
    r"|\b\d{1,2} ?(?:hrs|hours)\b|\b(?:part|full) time\b"
)
NO_DAY_YET = re.compile(
    r"\b(?:waiting|wait) (?:on|for|to hear)\b|\b(?:no|not got a|havent got a|havent had a|dont have a) (?:start )?(?:date|day)\b"
    r"|\b(?:havent|hasnt|not|didnt|never) (?:\w+ )?(?:given|give|said|told|confirmed|set|sorted|decided|got)\b"
    r"|\b(?:tbc|to be (?:confirmed|decided)|not (?:set|confirmed|sorted|decided|sure|known)|will let me know|letting me know)\b"
)
# Some day of it, and not one of them.
SOME_DAY = re.compile(r"\b(?:some ?time|some day|one day|not sure (?:which|what) day|dunno (?:which|what) day|dont know (?:which|what) day)\b", re.I)
# What asks for something, or is of something else than the day that is asked for.
OF_ELSE = re.compile(r"\?|\b(?:meeting|appointment|book\w*|cancel\w*|interview|trial|rent|doctors?|gp|hospital|ring|call|phone|help|need(?! (?:it|that|(?:the|this|that|my) (?:money|cash|pay|wages?))\b(?! (?:for|to|by|before|now|today|sooner|tonight)\b))|wanna|stop|birthday|court|left|sacked|lost|sick|poorly|tell me|show me)\b", re.I)
# That the day taken for the first is the payday.
PAY_BESIDE = re.compile(r"\b(?:thats|that's|that is|its|which is) (?:when i get |my )?(?:paid|pay ?day)\b", re.I)
# That they do not know when they are paid, or will ask; nothing there is of what they are paid.
ASK_THEM = r"\bask(?:ing)? (?:(?:my|the|at) )?(?:boss|manager|gaffer|supervisor|work|agency|them|him|her|hr|payroll)\b"
PAYDAY_UNKNOWN = re.compile(
    rf"^(?!.*\b(?:why|how much|low|less|short|wrong|late|what for|missing|owed?|owes|still|paid (?:yet|me|us)|right|off|how is|sick|quit|leave)\b)"
    rf"(?:.*\b(?:not|dont|do not|didnt|havent|hasnt|dunno|idk|no)\b.*\b(?:know|knw|kno|told|said|say|sure|idea|clue|dunno|idk)\b(?=.*\b(?:pay ?day|pay|paid|when|date|day|yet|boss)\b|$)|.*{ASK_THEM}$)"
)
# What was told last, put right: "sorry no i mean thursday the 3rd".
MEANT = re.compile(r"^\W*(?:(?:sorry|soz|no|nope|oops|wait|oh|ah|actually|hang on)\W+)*(?:i )?(?:mean|meant)\b\W*", re.I)
FEW, USUAL = 14, "usual"


@dataclass(frozen=True)
class PutRight:
    """`pay` without a day: they speak of it, and say no day. All empty: of something that we do not keep."""

    starts_on: date | None = None
    first_payday: date | None = None
    pay: bool = False
    cadence: Cadence | None = None


def put_right(text: str, today: date, starts_on: date) -> PutRight | None:
    """What is put right where the days are read back; None where the words are a yes, a no, or of something else."""
    if len(text.split()) > FEW:
        return None
    left = REFUTED.sub(" ", text)
    if only_days(left):
        return _days(left, today, starts_on, sure=read_answer("yes_no", text)["value"] == "yes" and not BUT.search(text))
    if REFUTED.search(text) is None and (often := cadence_of(text)) and (often != USUAL or USUAL in text.casefold()):
        return PutRight(cadence=often)
    return PutRight() if NOTHING_WE_KEEP.search(plain(text)) else None


def is_not_known(text: str) -> bool:
    """Whether there is no first day yet: "waiting on my dbs", "they havent given me a date"."""
    return NO_DAY_YET.search(plain(text)) is not None


def is_some_day(text: str) -> bool:
    """Whether it is some day of a week or a month, and they do not know which."""
    return SOME_DAY.search(text) is not None


def is_of_nothing_else(text: str) -> bool:
    """Whether the words, which name a day, ask for nothing and tell of nothing else."""
    return len(text.split()) <= FEW and not OF_ELSE.search(text)


def is_of_another_start(text: str) -> bool:
    return OTHER_START.search(text) is not None


def names_a_day(text: str) -> bool:
    return re.search(rf"\b{A_DAY}\b", text, re.I) is not None


def without_start(text: str, today: date) -> str:
    """What is left beside another first day than was told, where that names a date or speaks of pay."""
    left = STARTS_ON.sub(" ", text) if starts_otherwise(text, today) else ""
    return left if NAMES_MONTH.search(left) or days.speaks_of_pay(left) else ""


def is_payday_unknown(text: str) -> bool:
    """Whether the first payday is not known to them yet: "I not know pay day. I ask boss"."""
    said = plain(text)
    return len(said.split()) <= FEW and PAYDAY_UNKNOWN.search(said) is not None


def meant(text: str, today: date) -> date | None:
    """A day, and nothing else, that they meant where they said another."""
    left = MEANT.sub("", text)
    return days.first_day(left, today) if left != text and not days.speaks_of_pay(left) and only_days(left) else None


def instead(text: str, today: date, starts_on: date) -> PutRight | None:
    """Another first day in place of the one that was taken, which may have been the payday: "7 december not 31st thats payday"."""
    refuted = REFUTED.search(text)
    number = re.search(r"\d+", refuted[0]) if refuted else None
    if number is None or int(number[0]) != starts_on.day:
        return None
    pay = days.speaks_of_pay(text)
    if pay and not days.START.search(text):
        return None
    first = days.first_day(PAY_BESIDE.sub(" ", REFUTED.sub(" , ", text)), today)
    return PutRight(first, starts_on if pay else None, pay) if first and first != starts_on else None


def starts_otherwise(text: str, today: date) -> date | None:
    """Another first day than was told, said at a later question: "actually i start wednesday"."""
    left = REFUTED.sub(" ", text)
    if len(text.split()) > FEW or not STARTS_ON.search(left) or days.speaks_of_pay(left) or OTHER_START.search(left):
        return None
    return days.first_day(NOT_TILL.sub(" on ", left), today)


def _days(left: str, today: date, starts_on: date, *, sure: bool) -> PutRight | None:
    pay = days.speaks_of_pay(left)
    first = None if pay and not days.START.search(left) else days.first_day(left, today)
    payday = days.payday(left, first or starts_on, today) if pay else None
    if sure and first in (None, starts_on) and payday is None:
        return None
    return PutRight(first, payday, pay) if first or pay else None


def only_days(text: str) -> bool:
    words = re.findall(r"[\w']+", text)
    says = [one for one in words if not BESIDE.fullmatch(one)]
    return all(WHEN.fullmatch(one) for one in says) and (bool(says) or REGULAR.search(text) is not None)
