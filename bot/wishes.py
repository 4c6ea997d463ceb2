"""Two wishes in one message: each part is read by itself, one is answered, the other is kept for next. Pure."""

import re
from dataclasses import asdict, dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any, Dict, List, Optional, Sequence

from rasa.shared.utils.io import read_yaml_file

SURE, GUESSED = 0.7, 0.3
FEWEST_WORDS = 3
MOST_PARTS = 5
ORDER = Path(__file__).with_name("wishes.yml")
JOINS = r"(?:oh\s+)?(?:and\s+also|and|also|plus|but|as\s+well\s+as)"
ASKS = r"(?:can|could|please|how|what|when|where|who|is|do|i\s+(?:also\s+)?(?:need|want)|i'?d\s+like)"
# "and also" is one join, and the "also" of "I also want" joins nothing.
INSIDE = r"(?<!\band)(?<!\boh)(?<!\bi)(?<!i'd)(?<!\bid)"
PART = re.compile(rf"[.?!;]+\s+|\s*\n\s*|{INSIDE},?\s+(?={JOINS}\s)|,\s+(?={ASKS}\s)", re.IGNORECASE)
TOGETHER = re.compile(r"\b(?:same\s+(?:day|visit|trip)|one\s+(?:go|visit|trip)|while\s+i'?m\s+there)\b", re.IGNORECASE)
NEEDS = frozenset({"language_or_interpreter", "accessibility_need"})
JOIN = re.compile(rf"^{JOINS}\s+", re.IGNORECASE)


@dataclass(frozen=True)
class Wish:
    """A part of a message, in the person's own words, and the intent it is read as."""

    text: str
    intent: str
    confidence: float

    def kept(self) -> Dict[str, Any]:
        return asdict(self)

    def books(self) -> bool:
        return self.intent == "book_appointment"

    def is_need_there(self) -> bool:
        """An interpreter, or what would make a meeting easier: beside the wish for a meeting it is of that."""
        return self.intent in NEEDS

    def is_reason_for_meeting(self) -> bool:
        """What is only told beside the wish for a meeting, or how it is to be: it asks for nothing else."""
        if self.intent in _read()["never_a_reason"] and self.confidence >= GUESSED:
            return False
        if self.is_need_there() or self.books() or self.confidence < SURE or self.intent not in urgency():
            return True
        if self.intent == "request_human":
            return _says("a_way", self.text) and not _says("a_person", self.text)
        return self.intent.startswith("need_") and "?" not in self.text and not _says("asked", self.text)

    def is_seen_in_a_visit(self) -> bool:
        """A service, or the meeting in which it is to be seen; a meeting that is moved is something else."""
        return self.books() or self.intent.startswith("need_")


def parts(text: str) -> List[str]:
    """Where one thing ends and another begins; a few words alone belong to what stands before them."""
    found: List[str] = []
    for piece in (one.strip() for one in PART.split(text)):
        bare = JOIN.sub("", piece)
        if found and len(bare.split()) < FEWEST_WORDS:
            found[-1] = f"{found[-1]} {piece}"
        elif bare:
            found.append(bare)
    return found if len(found) <= MOST_PARTS else []


def together(text: str) -> bool:
    """Whether all of it is wanted at one time, and so is one wish."""
    return TOGETHER.search(text) is not None


def wishes(read: Sequence[Wish]) -> List[Wish]:
    """Those that are surely there, each meaning once, the most urgent first."""
    places = urgency()
    first: Dict[int, Wish] = {}
    for one in read:
        if one.confidence >= SURE and one.intent in places:
            first.setdefault(places[one.intent], one)
    return [first[place] for place in sorted(first)]


def meeting_with_reasons(read: Sequence[Wish]) -> Optional[Wish]:
    """The wish for a meeting, where all that stands beside it is why, how or when: "I need an appointment but there is no one to watch my kids till 9.30"."""
    meeting = next((one for one in read if one.books() and one.confidence >= SURE), None)
    return meeting if meeting and all(one.is_reason_for_meeting() for one in read) else None


@lru_cache(maxsize=None)
def urgency() -> Dict[str, int]:
    """Each wish with its place; what means the same has the same place."""
    return {intent: place for place, same in enumerate(_read()["urgency"]) for intent in same}


def _says(name: str, text: str) -> bool:
    return re.search(rf"\b(?:{'|'.join(_read()[name])})\b", text, re.IGNORECASE) is not None


@lru_cache(maxsize=None)
def _read() -> Dict[str, Any]:
    rows: Dict[str, Any] = read_yaml_file(str(ORDER))
    return rows
