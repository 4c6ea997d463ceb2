""""Actually make it Wednesday": a meeting that they have is to be at another time, in so many words. Pure."""

import re

from casework.appointments.words.asking import is_of_work
from casework.appointments.words.shifting import shift_in
from casework.appointments.words.wishing import wish_in
from casework.base.plain import folded

MOST_WORDS = 14
LEADS = r"(?:(?:actually|no|sorry|wait|hang on|oh|ok|so|hi|and|but|please|pls|plz|just|yeah|yes|um|er|can|could|cud|cld|may|shall|i|we|you|u|need|want|would like|id like|i'd like|to|lets|let's)[ ,.]++)*+"
MAKES = re.compile(rf"{LEADS}(?:make|move|change|switch|swap|put|do|have|push|bring|shift) (?:it|that|this|(?:the|my) (?:meeting|appointment|appt|apt|time|day))(?: (?:be|to|for|on|at|till|until|back|forward))*+ (?P<when>(?!now\b|asap\b|soon\b).+)")


def makes_it(text: str) -> bool:
    """Whether it is to be then, and nothing else is told."""
    said = folded(text)
    found = MAKES.fullmatch(said) if len(said.split()) <= MOST_WORDS else None
    return found is not None and not is_of_work(said) and (wish_in(found["when"]) is not None or shift_in(said) is not None)
