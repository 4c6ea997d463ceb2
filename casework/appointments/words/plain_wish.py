"""First words that plainly ask for a meeting, whatever place, hours, need or topic stands beside it. Pure."""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from casework.appointments.words.beginning import WORD, beginning, of_a_wish
from casework.appointments.words.meeting_ways import asks_home_visit, wants_no_visit
from casework.appointments.words.needing import without_needs
from casework.appointments.words.saying import would_see_someone
from casework.appointments.words.wording import wording
from casework.base.once import once
from casework.base.patterns import compiled, faults_in
from casework.base.plain import folded
from casework.base.yamlfile import DataModel, Known, Where, load_yaml
from casework.council import Area

MOST_LETTERS = 260
DIGITS = re.compile(r"\d{1,2}(?:[.:]\d\d)?(?:am|pm|st|nd|rd|th|ish)?")
PLACE = re.compile(r"[^\W\d_]+")


class PlainWish(DataModel):
    asks: tuple[str, ...]
    meeting: str
    home: tuple[str, ...]
    topics: tuple[str, ...]
    topic: str
    not_then: str
    cannot: str
    why: str
    by_email: str
    around: tuple[str, ...]
    unless: tuple[str, ...]

    def parts(self) -> dict[str, str]:
        return {"meeting": self.meeting, "topic": self.topic}

    def problems(self, known: Known) -> Iterator[tuple[Where, str]]:
        """Whoever writes to us may write anything: no pattern may take for ever over it."""
        for name in ("asks", "home", "topics", "unless"):
            yield from faults_in((name,), getattr(self, name), self.parts())
        for name in ("not_then", "cannot", "why", "by_email"):
            yield from faults_in((name,), [getattr(self, name)])


def asks_for_meeting(text: str, area: Area) -> bool:
    """Whether a meeting, or a visit at home, is asked for, and each other word tells how, when, where, why or what is needed."""
    said = folded(text)
    if len(said) > MOST_LETTERS or is_elsewhere(text) or wants_no_visit(text):
        return False
    if not (_found("asks", said) or _asks_at_home(text) or _meeting_about(said)):
        return False
    return all(_is_beside(one, area) for one in WORD.findall(_rest(said)))


def is_elsewhere(text: str) -> bool:
    """Whether somebody else's meeting is spoken of, or none is wanted."""
    return _found("unless", folded(text))


def asks_plainly(text: str) -> bool:
    """Whether a meeting, somebody to see or a visit at home is asked for, whatever else is said."""
    return _found("asks", folded(text)) or would_see_someone(text) or asks_home_visit(text)


def tells_about(text: str) -> bool:
    """Whether they say what the meeting is to be about."""
    return _found("topics", folded(text))


def would_have_emails(text: str) -> bool:
    """Whether reminders are to come by e-mail."""
    return re.search(plain_wish().by_email, folded(text)) is not None


def _asks_at_home(text: str) -> bool:
    return asks_home_visit(text) and _found("home", folded(text))


def _meeting_about(said: str) -> bool:
    """A meeting and its topic; one they have already is told of, and not asked for."""
    has_one = any(re.search(one, said) for one in beginning().unless)
    return not has_one and _found("topics", said) and re.search(rf"\b{plain_wish().meeting}\b", said) is not None


def _found(name: str, said: str) -> bool:
    return any(one.search(said) for one in _patterns(name))


def _rest(said: str) -> str:
    """Without what they need, cannot do, or would talk about."""
    of = plain_wish()
    for pattern in (of.by_email, of.not_then, of.cannot, of.why, *(one.pattern for one in (*_patterns("topics"), *_patterns("home")))):
        said = re.sub(pattern, " ", said)
    return re.sub(rf"\b{of.meeting}\b|\b(?:{'|'.join(wording().languages)})\b", " ", without_needs(said))


def _is_beside(word: str, area: Area) -> bool:
    return word in _around() or word in of_a_wish() or DIGITS.fullmatch(word) is not None or word in _places(area)


@once
def _around() -> frozenset[str]:
    of = plain_wish()
    return frozenset(" ".join((*of.around, beginning().beside_need)).split())


def _places(area: Area) -> frozenset[str]:
    return frozenset(PLACE.findall(" ".join(one.name for one in area.venues).casefold()))


@cache
def _patterns(name: str) -> tuple[re.Pattern[str], ...]:
    of = plain_wish()
    return compiled([rf"\b(?:{one})" if name != "unless" else one for one in getattr(of, name)], of.parts())


@once
def plain_wish() -> PlainWish:
    return load_yaml(Path(__file__).with_name("plain_wish.yml"), PlainWish)
