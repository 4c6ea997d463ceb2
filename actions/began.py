"""The words with which something began that went on after other questions."""

from actions.door import Turn


def began_with(turn: Turn, action: str) -> str:
    """What was said when the action last ran."""
    said = found = ""
    for event in turn.tracker.events:
        if event.get("event") == "user":
            said = event.get("text") or ""
        elif event.get("event") == "action" and event.get("name") == action:
            found = said
    return found
