"""Parts of every day that will not do: "not mornings", "afternoons are no good". Pure."""

import re
from datetime import time

from casework.base.plain import folded

# What stands between the no and the part of the day names no day.
NOT = r"(?:not|no|never|avoid|except|bar|(?:can'?t|cannot|don'?t|dont) (?:do|like|make|manage))(?: (?:in|the|any|do|at|good|early))*+"
PART = r"(?:(?P<{0}>mornings?|afternoons?|evenings?)\b)"
NO_GOOD = r"(?:are|r|is)(?: (?:really|so|too|just|all))*+ (?:no good|no use|not good|bad|hard|difficult|out|awful|terrible|busy|tricky)|(?:don'?t|dont|doesn'?t|won'?t|wont) (?:work|suit|do)"
RULED_OUT = re.compile(
    rf"\b{NOT} {PART.format('part')}(?:(?:,| or| and|, or)(?: not| no)? {PART.format('more')})?(?! (?:of|on|one|person|slot|left|free|available|at|is|are)\b)"
    rf"|\b(?<!that )(?<!this )(?<!day )(?<!tomorrow )(?:the )?{PART.format('bad')} (?:{NO_GOOD})\b"
)
HOURS = {"morning": (time.min, time(12)), "afternoon": (time(12), time(17)), "evening": (time(17), time.max)}


def hours_ruled_out(text: str) -> list[tuple[time, time]]:
    """From when to when, of every day."""
    named = {part.rstrip("s") for found in RULED_OUT.finditer(folded(text)) for part in found.groupdict().values() if part}
    return [hours for name, hours in HOURS.items() if name in named]


def without_hours_ruled_out(text: str) -> str:
    """The rest of the words, which may rule out days as well."""
    return RULED_OUT.sub(" ", folded(text)) if hours_ruled_out(text) else text
