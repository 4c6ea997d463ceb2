"""A name and a number told before they are asked for: "my name is Jo Brown, 07700 900456, can I come on Tuesday"."""

import re

import phonenumbers

from casework.appointments.models import Appointment, BookingTalk
from casework.appointments.steps import SOUGHT, Step
from casework.appointments.words.beginning import of_a_wish
from casework.appointments.words.meeting_ways import only_how
from casework.appointments.words.needing import asks_for_adjustments, names_language, tells_worker, with_more
from casework.appointments.words.particulars import FEW, looks_like_name, name_in, number_in, tells_nothing
from casework.appointments.words.wishing import wish_in
from casework.appointments.words.wording import has, wording
from casework.base.once import once
from casework.reading import introduced_in, is_introduced, said_here

NATIONAL = phonenumbers.PhoneNumberFormat.NATIONAL
NUMBER = re.compile(r"(?:\+44|\b0)[\s()]*\d(?:[\s().-]?\d){8,9}\b")


def tells_early(talk: BookingTalk, text: str) -> bool:
    return _read(talk, text)[2] != text


def without_told(talk: BookingTalk, text: str) -> str:
    """Keeps what they told; the words that are left."""
    name, number, rest = _read(talk, text)
    talk.name, talk.number = name or talk.name or "", number or talk.number or ""
    return rest


def told(talk: BookingTalk) -> str:
    """As they are read back; "" where nothing was told."""
    number = phonenumbers.format_number(phonenumbers.parse(talk.number, "GB"), NATIONAL) if talk.number else ""
    return ", ".join(filter(None, (talk.name, number)))


def without_particulars(text: str) -> str:
    """First words without the name and the number in them."""
    return _split(text)[2] or text


def number_told(text: str) -> tuple[str | None, str]:
    """A number of theirs in the words, and the rest of them."""
    _, number, rest = _split(text, named=False)
    return number, rest


def _read(talk: BookingTalk, text: str) -> tuple[str | None, str | None, str]:
    if talk.step not in (*SOUGHT, Step.NAME):
        return None, None, text
    name, number, rest = _split(text, named=talk.step in SOUGHT)
    if name or talk.step not in SOUGHT:
        return name, number, rest
    answers = talk.step == Step.CONFIRM or (talk.step == Step.CHOOSE and len(talk.offered) == 1)
    before, ours = rest, _ours(talk)
    name, rest = _beside_yes(rest) if answers else _signed(rest) if talk.step == Step.CHOOSE else (None, rest)
    if name and name.casefold() in ours:
        name, rest = None, before
    if name is None and (name := _alone(talk, rest)):
        rest = ""
    return name, number, rest


def _split(text: str, *, named: bool = True) -> tuple[str | None, str | None, str]:
    """A name, a number of theirs, and what is left. `named`: whether a name may stand in it."""
    name, rest = (introduced_in(text) if named else None) or (None, text)
    found = None if has(text, wording().not_their_number) else NUMBER.search(rest)
    number = number_in(found[0]) if found else None
    if found and number:
        before = re.sub(rf"(?:{'|'.join(wording().number_is)})\W*$", "", rest[: found.start()], flags=re.IGNORECASE)
        before = before.strip(" ,.;")
        if named and not name:
            name, before = _name_at_end(before, rest[found.end() :])
        rest = f"{before} {rest[found.end() :]}"
    return name, number, " ".join(rest.split()).strip(" ,.;") if name or number else text


def _name_at_end(before: str, after: str) -> tuple[str | None, str]:
    """The name that stands right before a number, as a clause of its own or after "I'm", and what is left; written as names are, or said to be one.

    One word in small letters is one where there is nothing else: "lee 07700900123".
    """
    if _may_be_a_name(before) and not after.strip(" .,!"):
        return name_in(before), "" if name_in(before) else before
    found = next((one for part in _last_parts() if (one := part.search(before))), None)
    if not found:
        return None, before
    said, introduced = found["name"], is_introduced(found[0].strip(" ,.;!"))
    fits = looks_like_name(said) or (introduced and len(said.split()) <= FEW)
    name = name_in(said) if fits else None
    return name, before[: found.start()].strip(" ,.;!") if name else before


@once
def _last_parts() -> tuple[re.Pattern[str], re.Pattern[str]]:
    name = r"(?P<name>[^\W\d_][^\d.,;!]*)$"
    return re.compile(rf"(?:^|[\s.,;!])(?i:{wording().says_who})\s+{name}"), re.compile(rf"(?:^|[.,;!])\s*{name}")


def _beside_yes(text: str) -> tuple[str | None, str]:
    """The name that stands after a yes to the time that is read back, and the rest: "yes its kev", "yes. its Ron Pickering 14 Mill Lane"."""
    found = _after_yes().match(text.strip())
    said = re.sub(wording().behind_name, "", found["name"].strip(), flags=re.IGNORECASE) if found else ""
    if not found or not said or len(said.split()) > FEW or not _is_a_name(said, found["who"], text.strip()[found.end() :]):
        return _signed(text)
    name = name_in(said)
    return name, f"{found['yes']} {text.strip()[found.end() :]}".strip() if name else text


def _signed(text: str) -> tuple[str | None, str]:
    """The name at the end of an answer, and the answer: "yes that's fine…lorna"."""
    found = re.search(wording().signed, text.strip())
    said = text.strip()[: found.start()].strip() if found else ""
    if not found or not said or not (_may_be_a_name(found["name"]) or looks_like_name(found["name"])) or asks_for_adjustments(found["name"]) or wish_in(found["name"]):
        return None, text
    return name_in(found["name"]), said


def _alone(talk: BookingTalk, text: str) -> str | None:
    """The name in words that are no more than that, before it is asked: "its lee", "It is Margaret", "hi im Jo". None of one of ours."""
    found = _no_more().fullmatch(text.strip())
    said = found["name"].strip() if found else ""
    ours = _ours(talk)
    if (here := said_here(text)) and here.casefold() not in ours:
        return here
    if not found or len(said.split()) > FEW or said.casefold() in ours or tells_worker(text) or names_language(text) or only_how(text):
        return None
    return name_in(text) if _is_a_name(said, found["who"], "") and wish_in(said) is None else None


def _ours(talk: BookingTalk) -> set[str]:
    """First names of those who are offered."""
    return {one["worker"].casefold().split()[0] for one in talk.offered if one["worker"]}


@once
def _no_more() -> re.Pattern[str]:
    return re.compile(rf"(?i:(?:(?:{wording().yes_before}|{wording().hello})\b[\s,.!-]+)*(?P<who>{wording().says_who}))\s+(?P<name>[^\W\d_](?:[^\W\d_]|['’ -])*)[\s.!]*")


def _is_a_name(said: str, who: str, after: str) -> bool:
    """Written as names are; or one word with nothing after it, and none that may be said of the time or of how they are."""
    if looks_like_name(said):
        return True
    return not has(who, wording().says_how_too) and not after.strip(" .,!") and _may_be_a_name(said)


def _may_be_a_name(said: str) -> bool:
    """One word that is no other that they may say alone."""
    few = said.casefold().split()
    return len(few) == 1 and of_a_wish().isdisjoint(few) and _never_a_name().isdisjoint(few) and not re.search(rf"(?:{wording().no_names_end})$", few[0])


@once
def _never_a_name() -> frozenset[str]:
    return frozenset(f"{wording().after_its} {wording().no_name_word}".split())


@once
def _after_yes() -> re.Pattern[str]:
    return re.compile(rf"(?i:(?P<yes>{wording().yes_before}\b)(?:[\s,.!-]+{wording().yes_before}\b)*[\s,.!-]+(?P<who>{wording().says_who}))\s+(?P<name>[^\W\d_][^\d.,;!?]*)")


def name_signed(text: str) -> str | None:
    """The same where the name is asked, beside nothing but a yes or a thank you."""
    name, rest = _signed(text)
    return name if name and tells_nothing(rest) else None


def use_told(talk: BookingTalk, held: Appointment, known: bool, phone: str | None) -> None:
    """What they told is used, and not asked; of somebody we can reach already, another number is for the worker to know."""
    if not known:
        held.name = held.name or talk.name
    if talk.number and not known and not phone:
        held.reach = {"kind": "call", "address": talk.number, **(held.reach or {})}
    elif talk.number and talk.number != phone and talk.number not in held.note:
        held.note = with_more(held.note, wording().number_note.format(number=talk.number))
