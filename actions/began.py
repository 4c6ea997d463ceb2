"""The words with which something began that went on after other questions."""

from actions.door import Event, Turn
from casework import appointments


def began_with(turn: Turn, action: str) -> str:
    """What was said when the action last ran."""
    return str(_began(turn, action).get("text") or "")


async def began_in_own_words(turn: Turn, action: str) -> str:
    """The same as they wrote it, where it was heard as other words."""
    began = _began(turn, action)
    text, message = str(began.get("text") or ""), began.get("message_id")
    return await appointments.told_own_words(turn.session, text, message) if message else text


def _began(turn: Turn, action: str) -> Event:
    said: Event = {}
    found: Event = {}
    for event in turn.tracker.events:
        if event.get("event") == "user":
            said = event
        elif event.get("event") == "action" and event.get("name") == action:
            found = said
    return found
