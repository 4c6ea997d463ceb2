"""Whether what they need is noted, and whether it was passed on: "I told you BSL", "is interpreter booked". Pure."""

from casework.appointments.words.needing import asks_for_adjustments, lacks_language, names_language
from casework.appointments.words.noting import KEPT, noting, taken_back
from casework.appointments.words.wording import has, wording

MOST_WORDS = 14


def asks_if_noted(text: str) -> bool:
    """Whether they told it before, or ask if it is known or seen to."""
    if len(text.split()) > MOST_WORDS:
        return False
    return ((asks_for_adjustments(text) or names_language(text)) and has(text, noting().asks_if_noted)) or _asks_if_known(text)


def _asks_if_known(text: str) -> bool:
    return has(text, noting().asks_if_known) and (asks_for_adjustments(text) or has(text, (*noting().hard, *noting().things)))


def asks_for_interpreter(text: str) -> bool:
    """Whether somebody is to put it into their language, asked or told."""
    return taken_back(text) is None and (has(text, wording().interpreters) or (names_language(text) and asks_for_adjustments(text)))


def tells_again(text: str) -> bool:
    """Whether it may be noted where it was not: it is no question, or asks for just that."""
    needed = has(text, (*wording().needs, *wording().interpreters, *wording().languages))
    return asks_if_noted(text) and (needed or _asks_if_known(text) or not has(text, noting().only_asks))


def noted_of(note: str, text: str) -> str:
    """What is noted of the need they name, in their own words; "" where nothing is. Nothing else is told of the note."""
    return "; ".join(one for one in KEPT.split(note) if _is_of(one, text))


def _is_of(noted: str, text: str) -> bool:
    words = wording()
    if (lacks_language(text) or names_language(text)) and (names_language(noted) or has(noted, words.interpreters)):
        return True
    lists = (words.needs, words.how_to_ring, noting().hard, noting().things, words.adjustments, words.along, *words.features.values())
    return any(has(noted, (one,)) and has(text, (one,)) for some in lists for one in some)


def asks_if_sure(note: str, text: str) -> str:
    """What is noted of an interpreter, where they ask if it is sure and say no more; "" else."""
    if not has(text, noting().asks_sure):
        return ""
    return "; ".join(one for one in KEPT.split(note) if has(one, wording().interpreters) or names_language(one))
