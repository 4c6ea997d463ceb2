"""The two doors into Rasa, `web` and `sms`. Only casework knows their bearer.

A person's words are never parsed as a command, whatever they start with; only `event` plays an intent.
"""

import hmac
import logging
from http import HTTPStatus
from typing import Any, Awaitable, Callable, Dict, List, Optional

from rasa.core.channels.channel import CollectingOutputChannel, InputChannel, UserMessage
from rasa.core.processor import MessageProcessor
from rasa.shared.core.constants import ACTION_LISTEN_NAME
from rasa.shared.core.events import ActionExecuted, BotUttered, UserUttered
from rasa.shared.core.trackers import DialogueStateTracker
from sanic import Blueprint
from sanic.request import Request
from sanic.response import HTTPResponse, json

from bot import guard, turn
from bot.tracker_store import straight
from bot.turn import Malformed, Played, Turn

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
        except Malformed as error:
            return json({"error": str(error)}, HTTPStatus.BAD_REQUEST)
        except (Exception, guard.ActionFailed):
            log.exception("a turn failed; nothing of it was kept")
            return json({"error": "the turn failed; send it again"}, HTTPStatus.SERVICE_UNAVAILABLE)

    async def _turn(self, request: Request) -> Dict[str, Any]:
        wanted = turn.read(request.json)
        agent = request.app.ctx.agent
        async with agent.lock_store.lock(wanted.conversation):
            return await take(straight(agent.processor), self.channel, wanted)

    async def _forget(self, request: Request) -> Dict[str, Any]:
        conversation = (request.json or {}).get("conversation")
        if not isinstance(conversation, str):
            raise Malformed("conversation must be words")
        await straight(request.app.ctx.agent.processor).tracker_store.delete(conversation)
        return {"forgotten": conversation}


class WebInput(HandrailInput):
    channel = "web"


class SmsInput(HandrailInput):
    channel = "sms"


async def take(processor: MessageProcessor, channel: str, wanted: Turn) -> Dict[str, Any]:
    """Play a whole turn and keep it only if every action went well; a known message id is replayed."""
    out = CollectingOutputChannel()
    tracker = await processor.fetch_tracker_and_update_session(wanted.conversation, out, wanted.metadata)
    if _position(tracker, wanted.message) is None:
        for played in wanted.before:
            await _play(processor, tracker, _message(wanted, channel, played, None))
        await _play(processor, tracker, await _asked(processor, wanted, channel))
        await processor.save_tracker(tracker)
    return _told(tracker, wanted.message)


async def _asked(processor: MessageProcessor, wanted: Turn, channel: str) -> UserMessage:
    if wanted.event is not None:
        return _message(wanted, channel, wanted.event, wanted.message)
    text = wanted.text or ""
    parsed = await processor.parse_message(UserMessage(turn.for_understanding(text)))
    parsed["text"] = text
    return UserMessage(
        text,
        sender_id=wanted.conversation,
        parse_data=parsed,
        input_channel=channel,
        message_id=wanted.message,
        metadata=wanted.metadata,
    )


def _message(wanted: Turn, channel: str, played: Played, message_id: Optional[str]) -> UserMessage:
    return UserMessage(
        played.event,
        sender_id=wanted.conversation,
        parse_data=played.parse_data(),
        input_channel=channel,
        message_id=message_id or f"{wanted.message}/{played.event}",
        metadata={**wanted.metadata, "message": wanted.message},
    )


async def _play(processor: MessageProcessor, tracker: DialogueStateTracker, message: UserMessage) -> None:
    await processor._handle_message_with_tracker(message, tracker)
    await processor.run_action_extract_slots(message.output_channel, tracker)
    await processor._run_prediction_loop(message.output_channel, tracker)
    if tracker.latest_action_name != ACTION_LISTEN_NAME:
        log.error("no rule ended the turn after %s; listening all the same", tracker.latest_message.intent)
        tracker.update(ActionExecuted(ACTION_LISTEN_NAME))


def _position(tracker: DialogueStateTracker, message_id: str) -> Optional[int]:
    events = list(tracker.events)
    found = (n for n, event in enumerate(events) if isinstance(event, UserUttered) and event.message_id == message_id)
    return next(found, None)


def _told(tracker: DialogueStateTracker, message_id: str) -> Dict[str, Any]:
    """What the assistant said to one message, from the tracker alone, so that a replay cannot differ."""
    events = list(tracker.events)
    start = _position(tracker, message_id)
    assert start is not None
    replies: List[Dict[str, Any]] = []
    for event in events[start + 1 :]:
        if isinstance(event, UserUttered):
            break
        if isinstance(event, BotUttered) and event.text:
            replies.append({"text": event.text, "choices": _choices(event.data.get("buttons"))})
    intent = events[start].intent
    return {"replies": replies, "intent": intent.get("name"), "confidence": intent.get("confidence")}


def _choices(buttons: Optional[List[Dict[str, str]]]) -> List[Dict[str, str]]:
    return [{"title": one["title"], "text": one["payload"]} for one in buttons or []]
