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
    if not isinstance(body, dict):
        raise Malformed("the body must be a JSON object")
    if (body.get("text") is None) == (body.get("event") is None):
        raise Malformed("give either text or event")
    return Turn(
        conversation=_word(body, "conversation"),
        message=_word(body, "message"),
        text=None if body.get("text") is None else _word(body, "text"),
        event=None if body.get("event") is None else _played(body),
        before=[_played(one) for one in body.get("before") or []],
        metadata=body.get("metadata") or {},
    )


def for_understanding(text: str) -> str:
    """The text as the pipeline may read it: Rasa obeys a leading slash, so an unseen mark goes before it."""
    return UNSEEN + text if text.strip().startswith("/") else text


def _word(body: Dict[str, Any], name: str) -> str:
    value = body.get(name)
    if not isinstance(value, str) or not value:
        raise Malformed(f"{name} must be words")
    return value


def _played(body: Any) -> Played:
    if not isinstance(body, dict):
        raise Malformed("an event must be a JSON object")
    return Played(_word(body, "event"), body.get("with") or {})
