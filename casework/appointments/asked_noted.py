"""Whether what they need is noted, and whether it was passed on: "I told you BSL", "is interpreter booked". Pure."""

from casework.appointments.needing import asks_for_adjustments, lacks_language, names_language
from casework.appointments.noting import KEPT, noting
from casework.appointments.wording import has, wording

MOST_WORDS = 14


def asks_if_noted(text: str) -> bool:
    """Whether they told it before, or ask if it is known or seen to."""
    return len(text.split()) <= MOST_WORDS and asks_for_adjustments(text) and has(text, noting().asks_if_noted)


def tells_again(text: str) -> bool:
    """Whether it is no question, and may be noted where it was not."""
    return asks_if_noted(text) and not has(text, noting().only_asks)


def noted_of(note: str, text: str) -> str:
    """What is noted of the need they name, in their own words; "" where nothing is. Nothing else is told of the note."""
    return "; ".join(one for one in KEPT.split(note) if _is_of(one, text))


def _is_of(noted: str, text: str) -> bool:
    words = wording()
    if (lacks_language(text) or names_language(text)) and (names_language(noted) or has(noted, words.interpreters)):
        return True
    lists = (words.needs, words.adjustments, words.along, *words.features.values())
    return any(has(noted, (one,)) and has(text, (one,)) for some in lists for one in some)
