"""When it is safe to write to a person, read out of their own words into days and hours. Pure.

What is kept may be less than was said, and never more: where one set of days with the same hours cannot hold it, the
longest part that fits the hours of texting is kept; where it might be meant either way, nothing is.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from casework.claimants.safe_hours import WHEN, Kind, texted_minutes, window
from casework.claimants.safe_shared import names_readers, without_discreet
from casework.claimants.safe_watched import offered_times, says_read_along
from casework.claimants.safe_words import meant, plain, says, wording
from casework.council.models import Texting
from casework.reading import Weekly, read_weekly

SENTENCE = re.compile(r"[.!?;\n]+|\b(?:so|but)\b")
APART = re.compile(r"[,;.!?\n]|\b(?:and|or|nor|but)\b")
CLAUSE = re.compile(r"[.!?;,\n]+|\b(?:so|but|because|cos|since|and|just)\b")
# Days, or else hours: one of the two is kept.
EITHER = re.compile(
    r"\b((?:on )?(?:(?:mon|tues?|wed(?:nes)?|thur?s?|fri|sat(?:ur)?|sun)(?:days?)?|weekends?)) or (after \d{1,2}(?:[:.]\d\d)?(?: ?[ap]m)?(?: oclock)?)"
    r"|\b(after \d{1,2}(?:[:.]\d\d)?(?: ?[ap]m)?(?: oclock)?) or ((?:on )?(?:(?:mon|tues?|wed(?:nes)?|thur?s?|fri|sat(?:ur)?|sun)(?:days?)?|weekends?))\b"
)
LONGEST_NOTE = 2000
# Whoever writes more than this says more than times: a person reads it.
LONGEST_READ = 600
# Of so few words, each of which may stand beside times, it may be meant that they are times.
FEW, SHORT = 5, 16
ANY: frozenset[Kind] = frozenset({"any", "any_shared"})
UNSETTLED: frozenset[Kind] = frozenset({"never", "more", "unread"})


@dataclass(frozen=True)
class Settled:
    """What is kept as `safe_contact`, and what sort of answer that was."""

    kind: Kind
    contact: dict[str, Any]


def says_when(text: str) -> bool:
    """Whether the words are about when, or on what phone, it is safe: days, hours, any time, a shared phone.

    They need not be clear.
    """
    said = plain(text)
    return _names_times(said) or _is_any(said) or bool(_about_the_phone(said))


def tells_when(text: str) -> bool:
    """Whether what is said where times are asked for is of times, or why there are none: it need not be clear."""
    said = plain(text)
    if says_when(text):
        return True
    if len(said.split()) > SHORT or text.rstrip().endswith("?") or says(said, wording().elsewhere):
        return False
    return says(said, (*wording().time, *wording().varies))


def asks_what_safe_means(text: str) -> bool:
    return says(plain(text), wording().means_what)


def says_only_when(text: str) -> bool:
    """Whether days or hours are told, clearly, and nothing else."""
    said = plain(text)
    return _weekly(said) is not None and not _unknown(meant(said))


def rules_out_only(text: str) -> bool:
    """Whether days or hours are ruled out, clearly, and nothing else is told: "not 8 til 4"."""
    read = _weekly(plain(text))
    return read is not None and bool(read.rules_out) and not read.offers and says_only_when(text)


def may_say_when(text: str) -> bool:
    """Whether it is short, names a time and nothing else, though none may be read: "not early"."""
    said = plain(text)
    return len(said.split()) <= FEW and says(said, wording().time) and not _unknown(meant(said))


def leaves_times(text: str, hours: Texting) -> bool:
    """Whether days or hours can be read that are left, whoever is home at the others: "not after 5, hubby home"."""
    return bool(WHEN & settle(text, None, hours).contact.keys())


def says_at_work_then(text: str) -> bool:
    """Whether they refuse the hours that were read back, because they are at work in them."""
    return says(plain(text), wording().at_work_then)


def is_of_others(text: str) -> bool:
    """Whether times stand beside somebody else's coming and going."""
    return any(map(_is_others, SENTENCE.split(meant(plain(text[:LONGEST_READ])))))


def settle(text: str, before: Mapping[str, Any] | None, hours: Texting) -> Settled:
    """The words of somebody with `before` on record. What they do not speak of stays as it was.

    Words that cannot be read are kept as a note, and from then on nothing written says what it is about; times that
    they rule out plainly are kept all the same.
    """
    said = plain(text)
    contact = dict(before or {}) | _about_the_phone(said)
    said = without_discreet(said)
    read = _weekly(said) or _beside_readers(said)
    found = _longer_of_two(said, contact, hours) or (_widest(said, read, contact, hours) if read else None)
    if found:
        careful = {"neutral": True} if says(said, wording().others) else {}
        return Settled(found[0], _without(contact, *WHEN) | found[1] | careful)
    if read is None and _is_any(said):
        kind: Kind = "any_shared" if says(said, wording().shared) or names_readers(text) else "any"
        return Settled(kind, _without(contact, *WHEN))
    if read is None and (says(said, wording().shared) or names_readers(text) or says_read_along(said)):
        return Settled("shared", contact)
    note = {} if says(said, wording().bare) else {"note": noted(contact.get("note"), text)}
    return Settled("unread", _without_ruled_out(said, contact, hours) | {"neutral": True} | note)


def noted(before: str | None, text: str) -> str:
    """The note with one thing more."""
    return "; ".join(one for one in (before, " ".join(text.split())) if one)[-LONGEST_NOTE:]


def _about_the_phone(said: str) -> dict[str, Any]:
    words = wording()
    told = says(said, (*words.shared, *words.unsafe)) or names_readers(said) or says_read_along(said)
    return {"neutral": True, "shared": True} if told else {}


def _weekly(said: str) -> Weekly | None:
    """None also where somebody else's times are named, where it may be meant either way, and where much is said."""
    if len(said) > LONGEST_READ:
        return None
    left = meant(said)
    if says(left, (*wording().elsewhere, *wording().perhaps)) or any(map(_is_others, SENTENCE.split(left))):
        return None
    if any(map(_is_doubtful, CLAUSE.split(left))) or any(map(_is_unclear, SENTENCE.split(left))):
        return None
    read = read_weekly(left)
    return None if read is None or read.several or not (read.offers or read.rules_out) else read


def _widest(said: str, read: Weekly, before: Mapping[str, Any], hours: Texting) -> tuple[Kind, dict[str, Any]] | None:
    """ "On shift mon to thurs 8-4" rules out neither those days nor those hours, but both together: the longer of what is left is kept."""
    together = read.no_days and read.no_hours and not read.offers and not APART.search(said)
    reads = (read._replace(no_hours=()), read._replace(no_days=frozenset())) if together else (read,)
    found = [one for one in (window(part, before, hours) for part in reads) if one]
    return max(found, key=lambda one: texted_minutes(one[1], hours), default=None)


def _longer_of_two(said: str, before: Mapping[str, Any], hours: Texting) -> tuple[Kind, dict[str, Any]] | None:
    """ "Sundays or after 2" is two offers, of which the longer is kept."""
    two = EITHER.search(said)
    if two is None:
        return None
    each = [_weekly(f"{said[: two.start()]}{one}{said[two.end() :]}") for one in two.groups() if one]
    found = [one for read in each if read and read.offers and not read.rules_out and (one := _widest(said, read, before, hours))]
    return max(found, key=lambda one: texted_minutes(one[1], hours)) if len(found) == len(each) else None


def _beside_readers(said: str) -> Weekly | None:
    """Hours that are offered for texts, whoever reads along at others."""
    part = offered_times(said, asked=True) if says_read_along(said) else None
    return _weekly(part) if part else None


def _without_ruled_out(said: str, contact: dict[str, Any], hours: Texting) -> dict[str, Any]:
    """ "Not after 6, hes home" is unclear of him, and not of after 6: a time they say no to is a time without texts."""
    for pattern in wording().beside:
        said = re.sub(pattern, " , ", said)
    read = _weekly(said)
    found = window(read, contact, hours) if read and not read.offers else None
    return _without(contact, *WHEN) | found[1] if found else contact


def _is_others(sentence: str) -> bool:
    """Whether times stand beside somebody else: "my husband is home after 6"."""
    return says(sentence, wording().others) and read_weekly(sentence) is not None


def _is_doubtful(clause: str) -> bool:
    words, read = wording(), read_weekly(clause)
    if read is None or not (read.offers or read.rules_out):
        return False
    return says(clause, words.unwanted) and (not read.rules_out or says(clause, words.excepted))


def _is_unclear(sentence: str) -> bool:
    """Whether times that nothing rules out stand beside words we do not know: "college on tuesdays" is no wish for Tuesday."""
    return any(_unknown(_around(one, sentence)) for one in CLAUSE.split(sentence) if _offers(one))


def _around(clause: str, sentence: str) -> str:
    """What must be known of it: times that are called good stand for themselves."""
    return clause if says(clause, wording().fits) else sentence


def _offers(clause: str) -> bool:
    read = read_weekly(clause)
    return read is not None and read.offers


def _unknown(words: str) -> bool:
    for pattern in wording().known:
        words = re.sub(pattern, " ", words)
    return re.search(r"[^\W\d_]", words) is not None


def _names_times(said: str) -> bool:
    if len(said) > LONGEST_READ:
        return False
    left = meant(said)
    read = read_weekly(left)
    return read is not None and (read.offers or read.rules_out) and not says(left, wording().elsewhere)


def _is_any(said: str) -> bool:
    words = wording()
    if len(said) > LONGEST_READ:
        return False
    return says(said, words.any) and not says(meant(said), (*words.unwanted, *words.excepted, *words.elsewhere))


def _without(contact: Mapping[str, Any], *names: str) -> dict[str, Any]:
    return {name: value for name, value in contact.items() if name not in names}
