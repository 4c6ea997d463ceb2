"""What is given beside a time: a name, a number, a yes or a no. Pure."""

import re

from casework.appointments.words.asking import asks_something
from casework.appointments.words.counting import nearer
from casework.appointments.words.having import wants_still
from casework.appointments.words.meeting_ways import only_how
from casework.appointments.words.not_coming import has_second_thoughts, will_not_be_there
from casework.appointments.words.saying import comes_alone, had_enough, is_first_name, only_again, wants_to_keep
from casework.appointments.words.shifting import shift_in
from casework.appointments.words.wishing import busy_in, wish_in
from casework.appointments.words.wording import has, wording
from casework.base.once import once
from casework.base.patterns import compiled
from casework.base.plain import folded
from casework.reading import email_in, is_introduced, read_answer, read_name

NUMBER = re.compile(r"\+?\d(?:[\s().\-]*\d){9,}")
WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)*")
DIGITS = re.compile(r"\d(?:[\s().-]?\d){4,}")
CODE = re.compile(r"\d(?:[ -]?\d){3,7}")
SENTENCE = re.compile(r"\s*[.,;!\n]+\s+|\s+[-–]\s+")
TITLE = re.compile(r"[^\W\d_a-z][^\W\d_A-Z]+(?:['’-][^\W\d_]+)?")
FEW = 3
MOST_LETTERS = 80


def name_in(text: str) -> str | None:
    """The name they give, be it again; another wish for when or how to meet, or a question, is none."""
    if refers_back(text):
        return None
    text = without_said_already(text)
    if is_introduced(text):
        return read_name(text)
    return None if refuses_name(text) or speaks_of_time(text) or only_how(text) or had_enough(text) or asks_something(text) else read_name(text)


def name_before(text: str) -> tuple[str, str] | None:
    """The name that stands before that they give no number, or before another beginning, and the rest: "Bev. no number".

    A yes before a name is none of it.
    """
    first, rest = SENTENCE.split(text.strip(), maxsplit=1) if SENTENCE.search(text.strip()) else (text, "")
    if (name := name_in(first)) and not tells_nothing(first) and len(first.split()) <= FEW and (has_no_number(rest) or (declines(rest) and speaks_of_number(rest))):
        return name, rest
    name = name_in(rest) if is_introduced(rest) and tells_nothing(first) else None
    return (name, "") if name else None


def refers_back(text: str) -> bool:
    """Whether what is asked is the one that they gave before, and no more is said: "same as before", "u already got it"."""
    said = folded(text).strip(" .!?")
    return len(said) <= MOST_LETTERS and any(one.fullmatch(said) for one in _back())


@once
def _back() -> tuple[re.Pattern[str], ...]:
    of = wording()
    return compiled(of.refers_back, {"lead": of.back_lead, "tail": of.back_tail})


def without_said_already(text: str) -> str:
    """The rest of the words than that they told it before."""
    return re.sub(rf"[\s,.;:()-]*\b(?:{'|'.join(wording().said_already)})\W*$", "", text, flags=re.IGNORECASE)


def name_and_more(text: str) -> tuple[str, str] | None:
    """A name that they tell again, or that stands as a sentence of its own before another; and what is left."""
    again = without_said_already(text)
    if again != text and again and not refers_back(text) and (name := name_in(again)):
        return name, ""
    first, *rest = SENTENCE.split(text.strip(), maxsplit=1)
    return (first, rest[0]) if rest and " " in rest[0] and looks_like_name(first) and name_in(first) else None


def looks_like_name(text: str) -> bool:
    """Whether it is written as a name is, and is no other word that may stand alone."""
    said = text.split()
    return 0 < len(said) <= FEW and all(TITLE.fullmatch(one) for one in said) and _no_name_words().isdisjoint(text.casefold().split())


@once
def _no_name_words() -> frozenset[str]:
    return frozenset(wording().no_name_word.split())


def refuses_name(text: str) -> bool:
    """Whether, asked for a name, they give none."""
    return has(text, wording().no_name) or refuses_any_name(text)


def refuses_any_name(text: str) -> bool:
    """Whether it is more than a no."""
    return has(text, wording().no_name_at_all)


def speaks_of_time(text: str) -> bool:
    """Whether it is about when to meet, where a name is asked; May and June alone are people."""
    if is_first_name(text) or is_introduced(text):
        return False
    if wish_in(text) or shift_in(text) or busy_in(text):
        return True
    return only_again(text) or nearer(text) is not None


def speaks_of_number(text: str) -> bool:
    """Whether it is a number, part of one, or about giving it."""
    return DIGITS.search(text) is not None or has(text, wording().of_number)


def address_in(text: str) -> str | None:
    """Where somebody lives, as they wrote it."""
    return " ".join(text.split()) if has(text, wording().address) else None


def has_no_number(text: str) -> bool:
    """Whether they have none to give, or give none."""
    return read_answer("uk_mobile", text).get("status") == "none"


def number_in(text: str) -> str | None:
    """A number that a person can ring: a mobile as E.164, a home phone as it was written."""
    read = read_answer("uk_mobile", text)
    if "e164" in read:
        return str(read["e164"])
    return re.sub(r"[^\d+]", "", text) if read.get("status") == "landline" else None


def is_of_email(text: str) -> bool:
    """Whether it is an address, the code that came to it, a number instead, or that it may be left."""
    given = email_in(text) is not None or CODE.search(text) is not None or number_in(text) is not None
    return given or declines(text) or skips(text)


def is_only_email(text: str) -> bool:
    """Whether it is an address and little else."""
    return email_in(text) is not None and len(text.split()) <= FEW + FEW


def skips(text: str) -> bool:
    """Whether they would go on without what is asked, and no more."""
    return has(text, (*wording().skips, *wording().stays)) or has_no_number(text)


def beside_number(text: str) -> str:
    """What they say of a number they give, where it tells when or how to ring; "" where it tells nothing."""
    rest = NUMBER.sub(" ", text)
    return " ".join(text.split()) if wish_in(rest) or busy_in(rest) or has(rest, wording().how_to_ring) else ""


def is_bare_yes(text: str) -> bool:
    """Whether they say yes, please, and not to what."""
    return len(text.split()) < FEW and read_answer("yes_no", text)["value"] == "yes"


def tells_nothing(text: str) -> bool:
    """Whether it is a yes, a thank you or one of a list, and names nothing that would help."""
    return set(WORD.findall(folded(text))) <= frozenset(wording().no_need.split())


def declines(text: str) -> bool:
    return comes_alone(text) or read_answer("yes_no", text)["value"] in ("no", "prefer_not_to_say")


def keeps(text: str) -> bool | None:
    """Whether a meeting that was to be cancelled is kept after all; None for neither."""
    kept, off = wants_to_keep(text) or (wants_still(text) and not has_second_thoughts(text)), will_not_be_there(text)
    if kept or off:
        return kept if kept != off else None
    return {"yes": False, "no": True}.get(read_answer("yes_no", text)["value"])
