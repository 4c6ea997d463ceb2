"""`handrail talk`: the chat in a terminal, through the same door as the widget."""

from uuid import uuid4

import httpx


def talk(port: int) -> int:
    with httpx.Client(base_url=f"http://127.0.0.1:{port}", timeout=30) as client:
        try:
            started = client.post("/chat", json={}).json()
        except httpx.HTTPError:
            print("Nothing answers there; start it with: make run")
            return 1
        _show(started["messages"])
        client.headers["Authorization"] = f"Bearer {started['token']}"
        return _converse(client, f"/chat/{started['conversation']}/messages")


def _converse(client: httpx.Client, path: str) -> int:
    while True:
        try:
            text = input("> ")
        except (EOFError, KeyboardInterrupt):
            return 0
        if text.strip():
            answer = client.post(path, json={"id": str(uuid4()), "text": text}).json()
            _show(answer.get("messages") or [{"text": answer.get("detail", "")}])


def _show(messages: list[dict[str, object]]) -> None:
    for message in messages:
        print(message["text"])
        choices = message.get("choices")
        if isinstance(choices, list) and choices:
            print("  [" + "] [".join(choice["title"] for choice in choices) + "]")
