"""When it is safe to write to a person, read out of their own words into days and hours. Pure.

What is kept may be less than was said, and never more: where one set of days with the same hours cannot hold it, the
longest part that fits the hours of texting is kept; where it might be meant either way, nothing is.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import time
from functools import cache
from pathlib import Path
from typing import Any, Literal

from pydantic import Field

from casework.base.yamlfile import DataModel, load_yaml
from casework.council.hours import WEEKDAYS
from casework.council.models import Texting
from casework.council.say import say_days, say_from_to, say_time
from casework.reading import Hours, Weekly, read_weekly

SENTENCE = re.compile(r"[.!?;\n]+|\b(?:so|but)\b")
CLAUSE = re.compile(r"[.!?;,\n]+|\b(?:so|but|because|cos|since|and|just)\b")
DAY_ENDS = 24 * 60
LONGEST_NOTE = 2000
# Whoever writes more than this says more than times: a person reads it.
LONGEST_READ = 600
# Of so few words, each of which may stand beside times, it may be meant that they are times.
FEW = 5
WHEN = frozenset({"days", "from", "until"})
Stretch = tuple[int, int]
# `hours`: a window of which a part lies outside the hours of texting; `never`: all of it does.
# `more`: more than stands, which whoever holds the phone cannot have by text.
Kind = Literal["window", "hours", "never", "shared", "any", "any_shared", "more", "unread"]
WINDOWS: frozenset[Kind] = frozenset({"window", "hours"})
KEPT: frozenset[Kind] = WINDOWS | {"never"}
ANY: frozenset[Kind] = frozenset({"any", "any_shared"})
UNSETTLED: frozenset[Kind] = frozenset({"never", "more", "unread"})


class Wording(DataModel):
    means: tuple[tuple[str, str], ...]
    unwanted: tuple[str, ...] = Field(alias="not")
    excepted: tuple[str, ...] = Field(alias="except")
    others: tuple[str, ...]
    beside: tuple[str, ...]
    elsewhere: tuple[str, ...]
    shared: tuple[str, ...]
    bare: tuple[str, ...]
    unsafe: tuple[str, ...]
    any: tuple[str, ...]
    time: tuple[str, ...]
    fits: tuple[str, ...]
    perhaps: tuple[str, ...]
    known: tuple[str, ...]


@dataclass(frozen=True)
class Settled:
    """What is kept as `safe_contact`, and what sort of answer that was."""

    kind: Kind
    contact: dict[str, Any]


@cache
def _wording() -> Wording:
    return load_yaml(Path(__file__).with_name("safe.yml"), Wording)


def says_when(text: str) -> bool:
    """Whether the words are about when, or on what phone, it is safe: days, hours, any time, a shared phone.

    They need not be clear.
    """
    said = _plain(text)
    return _names_times(said) or _is_any(said) or bool(_about_the_phone(said))


def says_only_when(text: str) -> bool:
    """Whether days or hours are told, clearly, and nothing else."""
    said = _plain(text)
    return _weekly(said) is not None and not _unknown(_meant(said))


def may_say_when(text: str) -> bool:
    """Whether it is short, names a time and nothing else, though none may be read: "not early"."""
    said = _plain(text)
    return len(said.split()) <= FEW and _says(said, _wording().time) and not _unknown(_meant(said))


def is_of_others(text: str) -> bool:
    """Whether times stand beside somebody else's coming and going."""
    return any(map(_is_others, SENTENCE.split(_meant(_plain(text[:LONGEST_READ])))))


def settle(text: str, before: Mapping[str, Any] | None, hours: Texting) -> Settled:
    """The words of somebody with `before` on record. What they do not speak of stays as it was.

    Words that cannot be read are kept as a note, and from then on nothing written says what it is about; times that
    they rule out plainly are kept all the same.
    """
    said = _plain(text)
    contact = dict(before or {}) | _about_the_phone(said)
    read = _weekly(said)
    found = _window(read, contact, hours) if read else None
    if found:
        return Settled(found[0], _without(contact, *WHEN) | found[1])
    if read is None and _is_any(said):
        kind: Kind = "any_shared" if _says(said, _wording().shared) else "any"
        return Settled(kind, _without(contact, *WHEN))
    if read is None and _says(said, _wording().shared):
        return Settled("shared", contact)
    note = {} if _says(said, _wording().bare) else {"note": noted(contact.get("note"), text)}
    return Settled("unread", _without_ruled_out(said, contact, hours) | {"neutral": True} | note)


def say_window(safe: Mapping[str, Any] | None, hours: Texting) -> str:
    """ "Monday to Friday, 10am to 5pm": when we text them by ourselves. "" where we never do."""
    safe = safe or {}
    days = safe.get("days", WEEKDAYS)
    start = max(hours.earliest, time.fromisoformat(safe.get("from", "00:00")))
    end = min(hours.latest, time.fromisoformat(safe.get("until", "23:59")))
    if start >= end:
        return ""
    named = say_days(sorted(WEEKDAYS.index(day) for day in days))
    return f"{named}, {say_from_to(say_time(start), say_time(end))}"


def noted(before: str | None, text: str) -> str:
    """The note with one thing more."""
    return "; ".join(one for one in (before, " ".join(text.split())) if one)[-LONGEST_NOTE:]


def _about_the_phone(said: str) -> dict[str, Any]:
    words = _wording()
    return {"neutral": True, "shared": True} if _says(said, (*words.shared, *words.unsafe)) else {}


def _weekly(said: str) -> Weekly | None:
    """None also where somebody else's times are named, where it may be meant either way, and where much is said."""
    if len(said) > LONGEST_READ:
        return None
    meant = _meant(said)
    if _says(meant, (*_wording().elsewhere, *_wording().perhaps)) or any(map(_is_others, SENTENCE.split(meant))):
        return None
    if any(map(_is_doubtful, CLAUSE.split(meant))) or any(map(_is_unclear, SENTENCE.split(meant))):
        return None
    read = read_weekly(meant)
    return None if read is None or read.several or not (read.offers or read.rules_out) else read


def _without_ruled_out(said: str, contact: dict[str, Any], hours: Texting) -> dict[str, Any]:
    """ "Not after 6, hes home" is unclear of him, and not of after 6: a time they say no to is a time without texts."""
    for pattern in _wording().beside:
        said = re.sub(pattern, " , ", said)
    read = _weekly(said)
    found = _window(read, contact, hours) if read and not read.offers else None
    return _without(contact, *WHEN) | found[1] if found else contact


def _is_others(sentence: str) -> bool:
    """Whether times stand beside somebody else: "my husband is home after 6"."""
    return _says(sentence, _wording().others) and read_weekly(sentence) is not None


def _is_doubtful(clause: str) -> bool:
    words, read = _wording(), read_weekly(clause)
    if read is None or not (read.offers or read.rules_out):
        return False
    return _says(clause, words.unwanted) and (not read.rules_out or _says(clause, words.excepted))


def _is_unclear(sentence: str) -> bool:
    """Whether times that nothing rules out stand beside words we do not know: "college on tuesdays" is no wish for Tuesday."""
    return any(_unknown(_around(one, sentence)) for one in CLAUSE.split(sentence) if _offers(one))


def _around(clause: str, sentence: str) -> str:
    """What must be known of it: times that are called good stand for themselves."""
    return clause if _says(clause, _wording().fits) else sentence


def _offers(clause: str) -> bool:
    read = read_weekly(clause)
    return read is not None and read.offers


def _unknown(words: str) -> bool:
    for pattern in _wording().known:
        words = re.sub(pattern, " ", words)
    return re.search(r"[^\W\d_]", words) is not None


def _names_times(said: str) -> bool:
    if len(said) > LONGEST_READ:
        return False
    meant = _meant(said)
    read = read_weekly(meant)
    return read is not None and (read.offers or read.rules_out) and not _says(meant, _wording().elsewhere)


def _is_any(said: str) -> bool:
    words = _wording()
    if len(said) > LONGEST_READ:
        return False
    return _says(said, words.any) and not _says(_meant(said), (*words.unwanted, *words.excepted, *words.elsewhere))


def _window(read: Weekly, before: Mapping[str, Any], hours: Texting) -> tuple[Kind, dict[str, Any]] | None:
    """The days and hours that are left; None where none are."""
    days = _days(read, before)
    wished = _wished(read, before)
    left = _less(wished, [_ruled_out(one, hours) for one in read.no_hours])
    if not days or not left:
        return None
    texted = (_minutes(hours.earliest), _minutes(hours.latest))
    best = max(left, key=lambda one: _shared_minutes(one, texted))
    return _kind(best, texted, read), _written(days, best)


def _kind(kept: Stretch, texted: Stretch, read: Weekly) -> Kind:
    if not _shared_minutes(kept, texted):
        return "never"
    ends = texted[1] if kept[1] == DAY_ENDS else kept[1]
    return "hours" if read.hours and (kept[0] < texted[0] or ends > texted[1]) else "window"


def _days(read: Weekly, before: Mapping[str, Any]) -> list[int]:
    known = frozenset(WEEKDAYS.index(one) for one in before.get("days") or WEEKDAYS)
    given = read.days or (frozenset(range(7)) if read.any_time and not read.hours else known)
    return sorted(given - read.no_days)


def _wished(read: Weekly, before: Mapping[str, Any]) -> list[Stretch]:
    if read.hours:
        return [(_minutes(one.start), DAY_ENDS if one.onwards else _minutes(one.end)) for one in read.hours]
    if read.any_time:
        return [(0, DAY_ENDS)]
    start, end = before.get("from"), before.get("until")
    return [(_minutes(time.fromisoformat(start)) if start else 0, _minutes(time.fromisoformat(end)) if end else DAY_ENDS)]


def _ruled_out(one: Hours, hours: Texting) -> Stretch:
    """ "Not before 11" begins with the day; "not at night" and "not after 3" end with it."""
    start, end = _minutes(one.start), _minutes(one.end)
    return 0 if one.start <= hours.earliest else start, DAY_ENDS if one.onwards or one.end >= hours.latest else end


def _less(wished: list[Stretch], gone: Iterable[Stretch]) -> list[Stretch]:
    for first, last in gone:
        parts = [part for start, end in wished for part in ((start, min(end, first)), (max(start, last), end))]
        wished = [(start, end) for start, end in parts if start < end]
    return wished


def _shared_minutes(one: Stretch, other: Stretch) -> int:
    return max(0, min(one[1], other[1]) - max(one[0], other[0]))


def _written(days: list[int], stretch: Stretch) -> dict[str, Any]:
    start, end = stretch
    return (
        ({"days": [WEEKDAYS[day] for day in days]} if len(days) < len(WEEKDAYS) else {})
        | ({"from": _clock(start)} if start else {})
        | ({"until": _clock(end)} if end < DAY_ENDS else {})
    )


def _meant(said: str) -> str:
    for pattern in _wording().shared:
        said = re.sub(pattern, " ", said)
    for pattern, words in _wording().means:
        said = re.sub(pattern, words, said)
    return said


def _says(said: str, patterns: Iterable[str]) -> bool:
    return any(re.search(one, said) for one in patterns)


def _plain(text: str) -> str:
    return re.sub(r"['’]", "", text.casefold())


def _without(contact: Mapping[str, Any], *names: str) -> dict[str, Any]:
    return {name: value for name, value in contact.items() if name not in names}


def _minutes(at: time) -> int:
    return at.hour * 60 + at.minute


def _clock(minutes: int) -> str:
    return f"{minutes // 60:02d}:{minutes % 60:02d}"
