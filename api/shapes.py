"""Messages as the contract shows them."""

from collections.abc import Sequence
from typing import Any

from casework.base.speaking import ENGLISH
from casework.messaging import Message


def shown(message: Message) -> dict[str, Any]:
    view: dict[str, Any] = {"n": message.n, "from": message.sender, "text": message.text}
    if message.name:
        view["name"] = message.name
    if message.language != ENGLISH:
        view["language"] = message.language
    return view | {"choices": message.choices, "at": message.at.isoformat()}


def listing(messages: Sequence[Message], language: str | None = None) -> dict[str, Any]:
    """`language` is the one chosen for the conversation; English is not named."""
    spoken = {"language": language} if language not in (None, ENGLISH) else {}
    return {"messages": [shown(message) for message in messages]} | spoken
