"""Messages as the contract shows them."""

from collections.abc import Sequence
from typing import Any

from casework.messaging import Message


def shown(message: Message) -> dict[str, Any]:
    view: dict[str, Any] = {"n": message.n, "from": message.sender, "text": message.text}
    if message.name:
        view["name"] = message.name
    return view | {"choices": message.choices, "at": message.at.isoformat()}


def listing(messages: Sequence[Message]) -> dict[str, Any]:
    return {"messages": [shown(message) for message in messages]}
