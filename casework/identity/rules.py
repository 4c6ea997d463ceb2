"""What counts as an address, a code and a reference. Pure: words in, values out."""

import hashlib
import hmac
import re
import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import pairwise
from uuid import UUID

from casework.reading import EMAIL, email_in, read_answer

CODE_MINUTES = 10
CODE_TRIES = 5
REFERENCE_DAYS = 14
PROOF_LASTS = timedelta(hours=2)
LETTERS = "23456789ABCDEFGHJKMNPQRSTVWXYZ"
SIX_DIGITS = re.compile(r"(?<!\d)(?:\d[\s-]?){5}\d(?!\d)")
NUMBER = re.compile(r"(?<![\w.])\+?\d(?:[\s().-]{0,3}\d){9,13}(?!\w)")
OLD_OR_NEW = re.compile(r"\b(?:(?P<old>old|previous|before|used to|was)|new|now|changed to)\b", re.IGNORECASE)
REFERENCE = re.compile(rf"(?<![\w@])[{LETTERS}]{{4}}[\s-]?[{LETTERS}]{{4}}(?![\w@])", re.IGNORECASE)


@dataclass(frozen=True)
class Address:
    """`kind` is sms (address +44…) or email (address in lower case)."""

    kind: str
    address: str
NEW = re.compile(r"\b(?:new|chang\w*|different)\b|\bfrom \w+ (?:\w+ )?(?:its|it is|my number)\b", re.I)
# From when a number is to be theirs; "i changed it on monday" is over.
LATER_ON = re.compile(
    r"\b(?:from|as of|starting|starts|after|not (?:on|working|active|live) (?:till?|until))\b(?: (?:the|on|about))* (?:tomorrow|tmrw|tmr|tomoz|2moro|next week|the weekend|next month|\d{1,2}(?:st|nd|rd|th)\b|(?:next )?(?:mon|tues?|wed(?:nes)?|thur?s?|fri|sat(?:ur)?|sun)(?:day)?\b|\d{1,2} (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec))"
    r"|\b(?:tomorrow|tmrw|tomoz|next week) (?:my|its|it is|ill be on|im on|i will be on|i get|im getting|ill have|the|new)\b|\b(?:getting|get|having|be on|will be|changes?|changing)\b.{0,40}\b(?:tomorrow|tmrw|tomoz|next week)\b",
    re.I,
)



def is_for_later(text: str) -> bool:
    """Whether a new number is told that is not in use yet: "from tomorrow it is 07…"."""
    return read_address(text) is not None and NEW.search(text) is not None and LATER_ON.search(text) is not None


def read_address(text: str) -> Address | None:
    """The number or e-mail address in somebody's words; the last one, since corrections come last."""
    if email := email_in(text):
        return Address("email", email)
    number = read_answer("uk_mobile", text)
    return Address("sms", number["e164"]) if number.get("value") else None


def read_old(text: str) -> Address | None:
    """The one that they say they had before; None where the words leave open which that is.

    What is said of each stands before it, or else after it: "old 07… new 07…", "07… was mine, 07… is new".
    """
    found = [*EMAIL.finditer(text)] or [*NUMBER.finditer(text)]
    edges = [0, *(edge for one in found for edge in one.span()), len(text)]
    between = [[bool(one["old"]) for one in OLD_OR_NEW.finditer(text[start:end])] for start, end in pairwise(edges)][::2]
    said_first = bool(between[0])
    is_old = [(marks[-1:] if said_first else marks[:1]) == [True] for marks in (between if said_first else between[1:])]
    old = {read_address(one[0]) for one, yes in zip(found, is_old, strict=False) if yes}
    return old.pop() if len(old) == 1 else None


def is_landline(text: str) -> bool:
    return read_answer("uk_mobile", text).get("status") == "landline"


def read_code(text: str) -> str | None:
    found = SIX_DIGITS.search(text)
    return re.sub(r"\D", "", found[0]) if found else None


def read_reference(text: str) -> str | None:
    """Its eight letters and digits, if there is something in the words that looks like one."""
    for found in REFERENCE.findall(text):
        letters = re.sub(r"[\s-]", "", found).upper()
        if any(one.isdigit() for one in letters):
            return letters
    return None


def same_name(said: str, known: str) -> bool:
    """Whether the first names agree, whatever the case."""
    one, other = (re.findall(r"[^\W\d_]+", name.casefold()) for name in (said, known))
    return bool(one and other) and hmac.compare_digest(one[0].encode(), other[0].encode())


def new_code() -> str:
    return f"{secrets.randbelow(1_000_000):06d}"


def new_reference() -> str:
    """Eight characters that are not mistaken for one another, at least one of them a digit."""
    letters = [secrets.choice(LETTERS) for _ in range(7)]
    letters.insert(secrets.randbelow(8), secrets.choice("23456789"))
    return "".join(letters)


def code_hash(id_: UUID, code: str) -> bytes:
    return hashlib.sha256(id_.bytes + code.encode()).digest()


def reference_hash(letters: str) -> bytes:
    """References are long and random enough for a plain hash."""
    return hashlib.sha256(f"reference {letters}".encode()).digest()


def still_proved(proved_at: datetime | None, at: datetime) -> bool:
    """What is held is shown only for a while after the proof; later the proof is asked for again."""
    return proved_at is not None and at - proved_at < PROOF_LASTS
