"""First words that are nothing but a wish to meet: "wanna see sum1 tmrw f2f", "soonest you have". Pure."""

import re
from collections.abc import Collection, Iterator
from difflib import SequenceMatcher
from functools import cache
from pathlib import Path

from casework.appointments.words.meeting_ways import asks_home_visit, names_a_way, speaks_of_ringing, without_home
from casework.appointments.words.needing import plainly_prefers_who, tells_need, without_needs
from casework.appointments.words.quietly import keeps_quiet, without_quiet
from casework.appointments.words.whom import without_told
from casework.appointments.words.wishing import busy_in, wish_in
from casework.appointments.words.wording import has
from casework.base.clock import local, now
from casework.base.once import once
from casework.base.patterns import faults_in
from casework.base.plain import folded
from casework.base.yamlfile import DataModel, Known, Where, load_yaml

MOST_WORDS, MOST_LETTERS, WITH_WHY = 14, 200, 26
WORD = re.compile(r"[^\W_]+(?:['.][^\W_]+)*")
NUMBER = re.compile(r"\d{1,2}(?:[.:]\d\d)?(?:am|pm|st|nd|rd|th|ish)?")
APPOINTMENT, ALIKE = "appointment", 0.85
ANY_TIME = "time"
AFTER_SEE = re.compile(r"\b(?:see|seeing|meet|meeting|with|visit) (?:up )?(?:with )?([^\W\d_]+)")


class Beginning(DataModel):
    around: tuple[str, ...]
    wish: tuple[str, ...]
    not_then: tuple[str, ...]
    see: str
    whom: str
    anybody: str
    meeting: str
    how: str
    soon: str
    soonest: tuple[str, ...]
    beside_need: str
    asking: str
    when: tuple[str, ...]
    unless: tuple[str, ...]
    by_video: tuple[str, ...]
    no_video: tuple[str, ...]
    by_whom: tuple[str, ...]
    rung: tuple[str, ...]
    beside_rung: str
    why_rung: tuple[str, ...]
    no_reason: tuple[str, ...]

    def problems(self, known: Known) -> Iterator[tuple[Where, str]]:
        """Whoever writes to us may write anything: no pattern may take for ever over it."""
        for name in ("wish", "not_then", "soonest", "unless", "by_video", "no_video", "by_whom", "rung", "why_rung", "no_reason"):
            yield from faults_in((name,), getattr(self, name))
        yield from faults_in(("beside_rung",), [self.beside_rung])


def would_book(text: str, workers: Collection[str] = ()) -> bool:
    """Whether they wish to meet, and say nothing beside with whom, how and when. `workers`: first names of ours."""
    said, ours = _without_not_then(folded(text)), frozenset(one.casefold() for one in workers)
    found = _words_of(said)
    if not found or any(re.search(one, said) for one in beginning().unless):
        return False
    soonest = any(re.search(one, said) for one in beginning().soonest)
    if not all(_is_of_it(one, ours, soonest) for one in found):
        return False
    if soonest:
        return True
    return _would_see(said, found, ours) or _how_and_when(text)


def would_book_beside(text: str) -> bool:
    """Whether they name a meeting beside what they need, how not to be reached or who their worker is, and say no more."""
    return would_book_with_need(text) or would_book_quietly(text) or would_book_with_theirs(text)


def would_book_with_need(text: str) -> bool:
    """Whether they name a meeting, or somebody to see, beside what they need for it, and say no more."""
    if not (tells_need(text) or plainly_prefers_who(text)) or len(text.split()) > MOST_WORDS + MOST_WORDS:
        return False
    rest = folded(without_needs(without_home(text)))
    found = _words_of(rest)
    if any(re.search(one, rest) for one in beginning().unless[:1]) or not all(_is_beside_need(one) for one in found):
        return False
    sees = not set(found).isdisjoint(_words("see")) and not set(found).isdisjoint(_words("anybody") | _words("whom"))
    return sees or any(map(_is_meeting, found)) or asks_home_visit(text)


def would_book_quietly(text: str) -> bool:
    """Whether they name a meeting, or somebody to see, beside how they must not be reached, and say no more."""
    return keeps_quiet(text) and _is_plainly_of_it(without_quiet(text))


def would_book_with_theirs(text: str) -> bool:
    """The same beside who their worker is: "my worker is Amina, can i book a meeting"."""
    rest = without_told(text)
    return rest != folded(text) and _is_plainly_of_it(rest)


def would_be_met_by(text: str) -> bool:
    """Whether they would see a woman, or a man, and say no more than why, and what about: "i want 2 c a lady abt work"."""
    return plainly_prefers_who(text) and len(text.split()) <= WITH_WHY and any(re.search(one, folded(text)) for one in beginning().by_whom)


def would_be_rung(text: str) -> bool:
    """Whether we are to ring them at a time of another day, and no more is said: whoever wants it today is given a person."""
    said = folded(text)
    if not any(re.fullmatch(one, said) for one in beginning().rung):
        return False
    wish = wish_in(text)
    return wish is not None and local(wish.first).date() > local(now()).date()


def rung_beside(text: str) -> str:
    """The wish to be rung that stands beside why they cannot come: "could someone ring me Tuesday at 2. I look after my dad". "" for none."""
    parts = [one for one in re.split(beginning().beside_rung, folded(text)) if one.strip()]
    asked = [one for one in parts if would_be_rung(one)]
    rest = [one for one in parts if one not in asked]
    return asked[0] if len(asked) == 1 and rest and all(map(_is_why_rung, rest)) else ""


def _is_why_rung(text: str) -> bool:
    return has(text, beginning().why_rung) and not has(text, beginning().no_reason)


def _is_plainly_of_it(rest: str) -> bool:
    found = _words_of(rest)
    if not found or any(re.search(one, rest) for one in beginning().unless) or not all(_is_of_it(one, (), False) for one in found):
        return False
    sees = not set(found).isdisjoint(_words("see")) and not set(found).isdisjoint(_words("anybody") | _words("whom"))
    return sees or any(map(_is_meeting, found))


def _is_beside_need(word: str) -> bool:
    return _is_of_it(word, (), False) or word in _words("beside_need")


def names_a_meeting(text: str) -> bool:
    """Whether they name what is booked, or whom they would see: "asap" alone may be of anything that was said before."""
    found = _words_of(folded(text))
    return any(map(_is_meeting, found)) or not set(found).isdisjoint(_words("see")) or names_a_way(text)


def names_what_is_booked(text: str) -> bool:
    """Whether a meeting is spoken of by a name of its own."""
    return any(_is_meeting(one) and one != ANY_TIME for one in _words_of(folded(text)))


def says_no_more(text: str, beside: Collection[str]) -> bool:
    """Whether each word is of a wish to meet, or one of those, and none tells of what they have already."""
    said = folded(text)
    found = [one for one in _words_of(said) if one not in beside]
    return bool(_words_of(said)) and not any(re.search(one, said) for one in beginning().unless) and all(_is_of_it(one, (), False) for one in found)


def seen_by(text: str) -> list[str]:
    """The words that stand where the name of somebody would: "see amina", "with joe"."""
    return AFTER_SEE.findall(folded(text))


def _would_see(said: str, found: list[str], ours: frozenset[str]) -> bool:
    if not any(re.search(rf"\b{one}\b", said) for one in beginning().wish):
        return False
    if not set(found).isdisjoint(_words("see")):
        named = not ours.isdisjoint(seen_by(said)) or not set(found).isdisjoint(_words("whom"))
        return named or (not set(found).isdisjoint(_words("anybody")) and _is_plain(said))
    meetings = [one for one in found if _is_meeting(one)]
    return bool(meetings) and (_is_plain(said) or any(one not in _words("meeting") for one in meetings))


def _without_not_then(said: str) -> str:
    """ "Not mornings" names the mornings only: the no is said of the time."""
    return re.sub("|".join(beginning().not_then), " ", said)


def _is_plain(text: str) -> bool:
    """Whether how or when is said."""
    return _says_when(text) or names_a_way(text)


def _says_when(text: str) -> bool:
    return wish_in(text) is not None or bool(busy_in(text))


def _how_and_when(text: str) -> bool:
    """ "Face to face same time next week", "by phone, not mornings"; to be rung is another wish."""
    return names_a_way(text) and _says_when(text) and not speaks_of_ringing(text)


def _is_of_it(word: str, ours: Collection[str], soonest: bool) -> bool:
    if word in of_a_wish() or word in ours or NUMBER.fullmatch(word) or _is_meeting(word):
        return True
    return soonest and word in _words("asking")


def _is_meeting(word: str) -> bool:
    return word in _words("meeting") or SequenceMatcher(None, word, APPOINTMENT).ratio() >= ALIKE


def _words_of(said: str) -> list[str]:
    """None of what is too long to be no more than a wish."""
    found = WORD.findall(said) if len(said) <= MOST_LETTERS else []
    return found if len(found) <= MOST_WORDS else []


@once
def of_a_wish() -> frozenset[str]:
    """Every word that a wish to meet may have."""
    of = beginning()
    lists = (*of.around, *of.when, of.see, of.whom, of.anybody, of.meeting, of.how, of.soon)
    return frozenset(word for one in lists for word in one.split())


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(getattr(beginning(), name).split())


@once
def beginning() -> Beginning:
    return load_yaml(Path(__file__).with_name("beginning.yml"), Beginning)
