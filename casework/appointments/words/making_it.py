""""Actually make it Wednesday": a meeting that they have is to be at another time, in so many words. Pure."""

import re

from casework.appointments.words.asking import is_of_work
from casework.appointments.words.having import brings_somebody, plainly_changes_way
from casework.appointments.words.needing import tells_need
from casework.appointments.words.shifting import shift_in
from casework.appointments.words.wishing import wish_in
from casework.appointments.words.wording import wording
from casework.base.plain import folded

MOST_WORDS = 14
SENTENCE = re.compile(r"\s*[.!?;]+(?:\s+|$)")
ASKED = re.compile(r"\s*[.!?;…]+(?:\s*|$)|,?\s+(?:(?:and|but|so|also) )?(?=(?:can|could|cud|cld) (?:it|we|you|u|i|this|that)\b)", re.IGNORECASE)
LEADS = r"(?:(?:actually|no|sorry|wait|hang on|oh|ok|so|hi|and|but|please|pls|plz|just|yeah|yes|um|er|can|could|cud|cld|may|shall|i|we|you|u|need|want|would like|id like|i'd like|to|lets|let's)[ ,.]++)*+"
MAKES = re.compile(rf"{LEADS}(?:make|move|change|switch|swap|put|do|have|push|bring|shift) (?:it|that|this|(?:the|my) (?:meeting|appointment|appt|apt|time|day))(?: (?:be|to|for|on|at|till|until|back|forward))*+ (?P<when>(?!now\b|asap\b|soon\b).+)")


def makes_it(text: str) -> bool:
    """Whether it is to be then, and nothing else is told."""
    said = folded(text)
    found = (MAKES.fullmatch(said) or re.fullmatch(f"{LEADS}{wording().better_then}", said)) if len(said.split()) <= MOST_WORDS else None
    return found is not None and not is_of_work(said) and (wish_in(found["when"]) is not None or shift_in(said) is not None)


def moves_beside(text: str) -> tuple[str, str] | None:
    """What else they tell, and the words that it is to be then: "she can come but only Thursday. Can we change it to Thursday"."""
    parts = [one for one in SENTENCE.split(text.strip()) if one]
    moves = next((one for one in parts if makes_it(one)), None)
    rest = ". ".join(one for one in parts if one != moves)
    return (rest, moves) if moves and rest else None


def way_beside(text: str) -> tuple[str, str] | None:
    """Who comes along, or what they need, and the words that it is to be another way: "my sister comes too. Could it be by video instead"."""
    parts = [one.strip(" ,") for one in ASKED.split(text.strip()) if one.strip(" ,")]
    way = next((one for one in parts if plainly_changes_way(one)), None)
    rest = ". ".join(one for one in parts if one != way)
    return (rest, way) if way and (brings_somebody(rest) or tells_need(rest)) else None
