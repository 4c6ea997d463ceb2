"""What a turn asks of the assistant, read from a request's JSON."""

from dataclasses import dataclass, field
from typing import Any, Dict, List, Optional

UNSEEN = "\u200b"


class Malformed(Exception):
    """The request's JSON is not a turn; the text says why."""


@dataclass(frozen=True)
class Played:
    """An event of our own, played as an intent that nobody can type."""

    event: str
    slots: Dict[str, Any] = field(default_factory=dict)

    def parse_data(self) -> Dict[str, Any]:
        entities = [{"entity": name, "value": value} for name, value in self.slots.items()]
        return {"text": "", "intent": {"name": self.event, "confidence": 1.0}, "entities": entities}


@dataclass(frozen=True)
class Turn:
    """Exactly one of `text` and `event` is set; `before` is played first."""

    conversation: str
    message: str
    text: Optional[str]
    event: Optional[Played]
    before: List[Played]
    metadata: Dict[str, Any]


def read(body: Any) -> Turn:
    """Raises Malformed."""
    whole = _object(body, "the body")
    if (whole.get("text") is None) == (whole.get("event") is None):
        raise Malformed("give either text or event")
    return Turn(
        conversation=_words(whole, "conversation"),
        message=_words(whole, "message"),
        text=None if whole.get("text") is None else _words(whole, "text"),
        event=None if whole.get("event") is None else _played(whole),
        before=_before(whole),
        metadata=_object(whole.get("metadata") or {}, "metadata"),
    )


def conversation(body: Any) -> str:
    """The conversation a request without a turn is about. Raises Malformed."""
    return _words(_object(body, "the body"), "conversation")


def for_understanding(text: str) -> str:
    """The text as the pipeline may read it.

    Rasa obeys a leading slash, so an unseen mark goes before it. Halves of characters, which spaCy refuses, go.
    """
    whole = text.encode("utf-8", "replace").decode("utf-8")
    return UNSEEN + whole if whole.strip().startswith("/") else whole


def _before(body: Dict[str, Any]) -> List[Played]:
    events = body.get("before") or []
    if not isinstance(events, list):
        raise Malformed("before must be a list of events")
    return [_played(_object(event, "an event")) for event in events]


def _played(body: Dict[str, Any]) -> Played:
    return Played(_words(body, "event"), _object(body.get("with") or {}, "with"))


def _words(body: Dict[str, Any], name: str) -> str:
    value = body.get(name)
    if not isinstance(value, str) or not value:
        raise Malformed(f"{name} must be words")
    return value


def _object(value: Any, name: str) -> Dict[str, Any]:
    if not isinstance(value, dict):
        raise Malformed(f"{name} must be a JSON object")
    return value
