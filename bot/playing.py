"""Playing one turn: all of it or nothing, and never the same message twice."""

import logging
from typing import Any, Dict, List, Optional

from rasa.core.channels.channel import OutputChannel, UserMessage
from rasa.core.processor import MessageProcessor
from rasa.shared.core.constants import ACTION_LISTEN_NAME
from rasa.shared.core.events import ActionExecuted, ActiveLoop, BotUttered, UserUttered
from rasa.shared.core.trackers import DialogueStateTracker

from bot import circles, doubt, other_wish
from bot.naming import OWN, VALUES
from bot.turn import Played, Turn, for_understanding

log = logging.getLogger(__name__)


class Voice(OutputChannel):
    """Chooses `channel:` wording by its name; it sends nothing, since replies are read from the tracker."""

    def __init__(self, channel: str) -> None:
        self._channel = channel

    def name(self) -> str:  # type: ignore[override]
        return self._channel

    async def send_response(self, recipient_id: str, message: Dict[str, Any]) -> None:
        return None


async def play(processor: MessageProcessor, channel: str, turn: Turn) -> Dict[str, Any]:
    """Replies, intent and confidence. The tracker is kept only if every action went well; a known id is replayed."""
    voice = Voice(channel)
    tracker = await processor.fetch_tracker_and_update_session(turn.conversation, voice, turn.metadata)
    if _position(tracker, turn.message) is None:
        for event in turn.before:
            await _play(processor, tracker, _event(turn, voice, event, f"{turn.message}/{event.event}"))
        await _play(processor, tracker, await _main(processor, tracker, turn, voice))
        after = other_wish.to_say(tracker) or circles.to_say(tracker)
        if after:
            await _play(processor, tracker, _event(turn, voice, after, f"{turn.message}/{after.event}"))
            _listen_for_answers(tracker)
        await processor.save_tracker(tracker)
    return _told(tracker, turn.message)


async def _main(
    processor: MessageProcessor, tracker: DialogueStateTracker, turn: Turn, voice: Voice
) -> UserMessage:
    if turn.event is not None:
        return _event(turn, voice, turn.event, turn.message)

    async def read(text: str) -> Dict[str, Any]:
        parsed = await processor.parse_message(UserMessage(for_understanding(text), metadata=turn.metadata))
        return {**parsed, "text": text}

    parsed = await other_wish.heard(tracker, turn.text or "", read)
    parsed = doubt.unguessed(parsed) if tracker.active_loop_name else doubt.settled(parsed, processor.domain.responses)
    return _message(turn, voice, parsed["text"], parsed, turn.message)


def _event(turn: Turn, voice: Voice, event: Played, message_id: str) -> UserMessage:
    return _message(turn, voice, event.event, event.parse_data(), message_id)


def _message(turn: Turn, voice: Voice, text: str, parsed: Dict[str, Any], message_id: str) -> UserMessage:
    return UserMessage(
        text,
        output_channel=voice,
        sender_id=turn.conversation,
        parse_data=parsed,
        input_channel=voice.name(),
        message_id=message_id,
        metadata={**turn.metadata, "message": turn.message},
    )


async def _play(processor: MessageProcessor, tracker: DialogueStateTracker, message: UserMessage) -> None:
    await processor._handle_message_with_tracker(message, tracker)
    await processor.run_action_extract_slots(message.output_channel, tracker)
    await processor._run_prediction_loop(message.output_channel, tracker)
    if tracker.latest_action_name != ACTION_LISTEN_NAME:
        log.error("no rule ended the turn after %s; listening all the same", tracker.latest_message.intent.get("name"))
        tracker.update(ActionExecuted(ACTION_LISTEN_NAME))


def _listen_for_answers(tracker: DialogueStateTracker) -> None:
    """An open form that had nothing to do with what was played would leave the next answer to the rules too."""
    if tracker.active_loop_name and tracker.is_active_loop_rejected:
        tracker.update(ActiveLoop(tracker.active_loop_name))


def _position(tracker: DialogueStateTracker, message_id: str) -> Optional[int]:
    events = enumerate(tracker.events)
    return next((n for n, event in events if isinstance(event, UserUttered) and event.message_id == message_id), None)


def _told(tracker: DialogueStateTracker, message_id: str) -> Dict[str, Any]:
    """What the assistant said to one message, from the tracker alone, so that a replay cannot differ."""
    events = list(tracker.events)
    start = _position(tracker, message_id)
    assert start is not None
    said: Dict[str, List[Dict[str, Any]]] = {message_id: []}
    now = message_id
    for event in events[start + 1 :]:
        if isinstance(event, UserUttered):
            now = event.message_id or ""
            if not now.startswith(f"{message_id}/"):
                break
        if isinstance(event, BotUttered) and event.text:
            words = {"text": event.text, "choices": _choices(event.data.get("buttons")), **_named(event)}
            said.setdefault(now, []).append(words)
    # What is for later is said before the question that an opened form asks.
    replies = [*said.pop(f"{message_id}/{other_wish.LATER}", []), *(one for own in said.values() for one in own)]
    intent = events[start].intent
    return {"replies": replies, "intent": intent.get("name"), "confidence": intent.get("confidence")}


def _named(event: BotUttered) -> Dict[str, Any]:
    """What casework needs to say it in another language; nothing where the words are nobody's response."""
    about = event.metadata
    if "utter_action" not in about:
        return {}
    return {"name": about["utter_action"], "values": about.get(VALUES) or {}, "own_choices": about.get(OWN) or 0}


def _choices(buttons: Optional[List[Dict[str, str]]]) -> List[Dict[str, str]]:
    return [{"title": one["title"], "text": one["payload"]} for one in buttons or []]
