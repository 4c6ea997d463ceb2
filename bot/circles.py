"""Going round in circles: the same thing asked three times running, in whatever words, and answered each time."""

import re
from typing import List, Optional

from rasa.shared.core.events import UserUttered
from rasa.shared.core.trackers import DialogueStateTracker

from bot.turn import Played
from bot.wishes import urgency

TIMES = 3
EVENT = "in_circles"
TO_A_PERSON = ("request_human", "contact_key_worker")
# Told and done each time, and asked never: how late they are; what is said of a waiting list is asked, joined and left.
NEVER_ASKED = (*TO_A_PERSON, "running_late")
WAITING = re.compile(r"\bwait(?:ing)? ?list\b|\bon the list\b|\b(?:off|from) the list\b", re.IGNORECASE)
# One wish of two they never are, but each is a question of its own.
EACH_ITS_OWN = ("cancel_appointment", "reschedule_appointment", "check_appointment", "appointment_format", "book_appointment")
OTHER_QUESTIONS = ("repeat_or_clarify", "what_can_you_do", "why_do_you_ask", "out_of_scope", "programme_question", "opening_hours")


def to_say(tracker: DialogueStateTracker) -> Optional[Played]:
    """A person is offered by itself at the third time, the sixth, and so on; not while questions are open."""
    if tracker.active_loop_name:
        return None
    asked = _asked(tracker)
    same = 0
    while same < len(asked) and asked[same] is not None and asked[same] == asked[0]:
        same += 1
    return Played(EVENT) if same and same % TIMES == 0 else None


def _asked(tracker: DialogueStateTracker) -> List[Optional[str]]:
    """What each message asked, the latest first; None where it asked nothing. Events of our own do not count."""
    said = [event for event in reversed(tracker.events) if isinstance(event, UserUttered)]
    return [_asks(event) for event in said if "/" not in (event.message_id or "/")]


def _asks(said: UserUttered) -> Optional[str]:
    return None if WAITING.search(said.text or "") else _meaning(said.intent.get("name") or "")


def _meaning(intent: str) -> Optional[str]:
    """The same for intents that mean the same."""
    if intent in NEVER_ASKED:
        return None
    if intent in EACH_ITS_OWN:
        return intent
    place = urgency().get(intent)
    return str(place) if place is not None else intent if intent in OTHER_QUESTIONS else None
