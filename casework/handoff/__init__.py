"""Passing a conversation to a person and back: nobody waits unseen, and two never answer at once."""

from casework.handoff.models import Handoff
from casework.handoff.reaching import Reach, reaches
from casework.handoff.rules import promise
from casework.handoff.service import (
    add_note,
    came_after_all,
    done_lately,
    hand_back,
    held_by,
    missed_meeting,
    not_needed,
    note_told,
    open_handoff,
    place,
    request,
    say,
    seen,
    take,
    text_instead,
    untold,
    waiting,
)
from casework.handoff.wishes import WISH

__all__ = [
    "WISH",
    "Handoff",
    "Reach",
    "add_note",
    "came_after_all",
    "done_lately",
    "hand_back",
    "held_by",
    "missed_meeting",
    "not_needed",
    "note_told",
    "open_handoff",
    "place",
    "promise",
    "reaches",
    "request",
    "say",
    "seen",
    "take",
    "text_instead",
    "untold",
    "waiting",
]
