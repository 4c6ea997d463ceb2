""""Cancel the second one": which of the meetings they have, by its place. Never one of the times shown. Pure."""

import re
from collections.abc import Sequence

from casework.base.plain import folded

PLACES = {"first": 0, "1st": 0, "second": 1, "2nd": 1, "third": 2, "3rd": 2, "last": -1, "latter": -1}
ONE = r"(?:(?:one|meeting|appointment|appt|apt|booking|call)\b)"
PLACED = rf"(?:the|my|that) (?P<place>{'|'.join(PLACES)})\b(?: {ONE}|(?=\W*$| (?:please|pls|instead|to|from|until|till)\b))"
OFF = re.compile(rf"\b(?:cancel|call off|get rid of|scrap|drop|don'?t (?:want|need)|cant (?:do|make|come to)|can'?t (?:do|make|come to))(?: (?:just|only|actually))* {PLACED}")
MOVED = re.compile(rf"\b(?:move|change|rebook|reschedule|rearrange|swap|shift|push)(?: (?:just|only|actually))* {PLACED}")
NOT = re.compile(r"\b(?:not|don'?t|do not|never) (?:cancel|move|change)\b")


def place_named(text: str) -> int | None:
    """From 0, -1 the last, of what is to be called off or moved."""
    said = folded(text)
    found = None if NOT.search(said) else OFF.search(said) or MOVED.search(said)
    return PLACES[found["place"]] if found else None


def calls_off(text: str) -> bool:
    """Whether it is to be called off, and not moved."""
    return OFF.search(folded(text)) is not None


def at_place[M](meetings: Sequence[M], text: str) -> list[M]:
    """The one at the place they name; all where they name none, or there is none."""
    place = place_named(text)
    if place is None or not meetings or place >= len(meetings):
        return list(meetings)
    return [meetings[place]]


def without_place(text: str) -> str:
    """The rest of the words, which may say when to."""
    return text if place_named(text) is None else MOVED.sub("move it", folded(text))
