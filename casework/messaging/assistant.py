"""The one place that speaks to Rasa."""

from dataclasses import dataclass, field
from functools import cache
from http import HTTPStatus
from typing import Any
from uuid import UUID

import httpx

from casework.base.settings import settings


class AssistantUnavailable(Exception):
    """Rasa did not answer in time or answered with a fault; the message is kept and tried again."""


class TurnFailed(AssistantUnavailable):
    """Rasa is there, and something in this turn went wrong; nothing of it was kept."""


@dataclass(frozen=True)
class Reply:
    """`name` is the response it was, `values` what was filled in, `own_choices` how many of the choices come with it."""

    text: str
    choices: list[dict[str, str]]
    name: str = ""
    values: dict[str, Any] = field(default_factory=dict)
    own_choices: int = 0


@cache
def client() -> httpx.AsyncClient:
    return httpx.AsyncClient(
        base_url=settings().assistant_url,
        headers={"Authorization": f"Bearer {settings().assistant_token.get_secret_value()}"},
        timeout=httpx.Timeout(settings().assistant_timeout_seconds, connect=2.0),
    )


async def ask(
    channel: str,
    conversation: UUID,
    message: UUID,
    text: str,
    before: list[dict[str, str]],
    metadata: dict[str, Any],
) -> list[Reply]:
    """The assistant's replies to one message. The same message id is replayed, not answered anew.

    Raises AssistantUnavailable, and of those TurnFailed.
    """
    turn = {
        "conversation": str(conversation),
        "message": str(message),
        "text": text,
        "before": before,
        "metadata": metadata,
    }
    body = await _post(f"/webhooks/{channel}/turn", turn)
    return [Reply(**reply) for reply in body["replies"]]


async def forget(conversation: UUID) -> None:
    """Remove what Rasa remembers of a conversation. Raises AssistantUnavailable."""
    await _post("/webhooks/web/forget", {"conversation": str(conversation)})


async def ready() -> bool:
    try:
        return (await client().get("/webhooks/web/", timeout=2.0)).is_success
    except httpx.HTTPError:
        return False


async def _post(path: str, body: dict[str, Any]) -> dict[str, Any]:
    try:
        answer = await client().post(path, json=body)
        answer.raise_for_status()
        result: dict[str, Any] = answer.json()
    except httpx.HTTPStatusError as error:
        failed = TurnFailed if error.response.status_code == HTTPStatus.SERVICE_UNAVAILABLE else AssistantUnavailable
        raise failed(type(error).__name__) from error
    except (httpx.HTTPError, ValueError) as error:
        raise AssistantUnavailable(type(error).__name__) from error
    return result
