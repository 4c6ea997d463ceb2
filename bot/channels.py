"""The two doors into Rasa, `web` and `sms`. Only casework knows their bearer.

A person's words are never parsed as a command, whatever they start with; only `event` plays an intent.
"""

import hmac
import logging
from http import HTTPStatus
from typing import Any, Awaitable, Callable, Dict, Optional

from rasa.core.channels.channel import InputChannel, UserMessage
from sanic import Blueprint
from sanic.exceptions import InvalidUsage
from sanic.request import Request
from sanic.response import HTTPResponse, json

from bot import guard, turn
from bot.playing import play
from bot.tracker_store import straight
from bot.turn import Malformed

log = logging.getLogger(__name__)
guard.install()


class HandrailInput(InputChannel):
    """One channel; its name is what `channel:` in a response's wording matches."""

    channel: str

    def __init__(self, token: str) -> None:
        if not token:
            raise ValueError("a channel without a bearer token would be open to anyone")
        self._token = token

    @classmethod
    def name(cls) -> str:
        return cls.channel

    @classmethod
    def from_credentials(cls, credentials: Optional[Dict[str, Any]]) -> "HandrailInput":
        return cls((credentials or {}).get("token") or "")

    def blueprint(self, on_new_message: Callable[[UserMessage], Awaitable[Any]]) -> Blueprint:
        routes = Blueprint(f"handrail_{self.channel}", self.__module__)

        @routes.get("/")
        async def health(_: Request) -> HTTPResponse:
            return json({"status": "up"})

        @routes.post("/turn")
        async def take_turn(request: Request) -> HTTPResponse:
            return await self._guarded(request, self._turn)

        @routes.post("/forget")
        async def forget(request: Request) -> HTTPResponse:
            return await self._guarded(request, self._forget)

        return routes

    async def _guarded(self, request: Request, act: Callable[[Request], Awaitable[Any]]) -> HTTPResponse:
        if not hmac.compare_digest(request.headers.get("Authorization", "").encode(), f"Bearer {self._token}".encode()):
            return json({"error": "a bearer token is needed"}, HTTPStatus.UNAUTHORIZED)
        try:
            return json(await act(request))
        except (Malformed, InvalidUsage) as error:
            return json({"error": str(error)}, HTTPStatus.BAD_REQUEST)
        except (Exception, guard.ActionFailed):
            log.exception("a turn failed; nothing of it was kept")
            return json({"error": "the turn failed; send it again"}, HTTPStatus.SERVICE_UNAVAILABLE)

    async def _turn(self, request: Request) -> Dict[str, Any]:
        wanted = turn.read(request.json)
        agent = request.app.ctx.agent
        async with agent.lock_store.lock(wanted.conversation):
            return await play(straight(agent.processor), self.channel, wanted)

    async def _forget(self, request: Request) -> Dict[str, Any]:
        conversation = turn.conversation(request.json)
        await straight(request.app.ctx.agent.processor).tracker_store.delete(conversation)
        return {"forgotten": conversation}


class WebInput(HandrailInput):
    channel = "web"


class SmsInput(HandrailInput):
    channel = "sms"
