"""What was asked last, as context: a yes, a no or "the second one" means one of the answers that were offered."""

import re
from typing import Any, Dict, List, Optional, Tuple

from rasa.shared.core.events import BotUttered, UserUttered
from rasa.shared.core.trackers import DialogueStateTracker

OURS = ("other_wish", "other_wish_later", "in_circles")
STARTS = {"affirm": re.compile(r"yes\b", re.IGNORECASE), "deny": re.compile(r"(?:no|not now)\b", re.IGNORECASE)}
SHALL = re.compile(r"\bShall (?:I|we|a person)\b[^?]*\?")
PLACES = {"first": 0, "1st": 0, "1": 0, "second": 1, "2nd": 1, "2": 1, "third": 2, "3rd": 2, "3": 2, "last": -1}
PLACE = re.compile(
    rf"\W*(?:(?:can (?:i|we) (?:do|have)|i(?:'d| would) like|let'?s do|do) )?(?:the )?(?:number |option )?({'|'.join(PLACES)})"
    r"(?: (?:one|option|thing))?(?: please| thanks)?\W*",
    re.IGNORECASE,
)


def taken(tracker: DialogueStateTracker, parsed: Dict[str, Any]) -> Optional[str]:
    """What the button says for the person; None where the words are their own. `parsed`: the message as it is read."""
    said, buttons = _offered(tracker)
    place = PLACE.fullmatch(parsed["text"])
    if place:
        at = PLACES[place[1].lower()]
        return buttons[at]["payload"] if len(buttons) > max(at, 1) else None
    intent = parsed["intent"]["name"]
    starts = STARTS.get(intent)
    named = [one["payload"] for one in buttons if starts and starts.match(one["title"])]
    # The first answer to "Shall I ...?" is the yes, whatever stands on it.
    first = [one["payload"] for one in buttons[:1] if intent == "affirm" and SHALL.search(said)]
    return next(iter([*named, *first]), None)


def asks(tracker: DialogueStateTracker) -> bool:
    """Whether what was said last offers something, and waits for a yes or a no."""
    said, buttons = _offered(tracker)
    return bool(buttons) and SHALL.search(said) is not None


def _offered(tracker: DialogueStateTracker) -> Tuple[str, List[Dict[str, str]]]:
    """What was said last to the person's own last message, and its buttons."""
    for event in reversed(tracker.events):
        if isinstance(event, BotUttered) and (event.data or {}).get("buttons"):
            buttons: List[Dict[str, str]] = event.data["buttons"]
            return event.text or "", buttons
        if isinstance(event, UserUttered) and event.intent.get("name") not in OURS:
            break
    return "", []
