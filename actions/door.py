"""Every action passes here: who is speaking, one transaction, and each result once however often it is asked."""

import asyncio
from collections.abc import Container
from dataclasses import dataclass
from itertools import takewhile
from typing import Any
from uuid import UUID

from rasa_sdk import Action, Tracker
from rasa_sdk.executor import CollectingDispatcher
from sqlalchemy.ext.asyncio import AsyncSession

from casework.base.db import transaction
from casework.base.speaking import speaking
from casework.council import Area, council
from casework.messaging.turns import keep_result, known_result

DEADLINE_SECONDS = 10.0
Event = dict[str, Any]


@dataclass(frozen=True)
class Turn:
    """What the tracker says of the message being answered."""

    session: AsyncSession
    tracker: Tracker
    conversation: UUID
    message: str
    text: str
    intent: str
    confidence: float
    area: Area
    channel: str
    chose_language: bool = False

    def share(self, intents: Container[str]) -> float:
        """How likely it is that one of these is meant, whichever."""
        ranking = self.tracker.latest_message.get("intent_ranking") or [{"name": self.intent, "confidence": self.confidence}]
        return float(sum(one["confidence"] for one in ranking if one["name"] in intents))


class DoorAction(Action):
    """An action named `action`; subclasses say what it does in `act`, in a transaction that the door commits."""

    action: str

    def name(self) -> str:
        return self.action

    async def act(self, turn: Turn, say: CollectingDispatcher) -> list[Event]:
        raise NotImplementedError

    async def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> list[Event]:
        speaks = (tracker.latest_message.get("metadata") or {}).get("speaks")
        async with asyncio.timeout(DEADLINE_SECONDS), transaction() as session:
            with speaking(speaks):
                return await self._once(session, dispatcher, tracker)

    async def _once(self, session: AsyncSession, dispatcher: CollectingDispatcher, tracker: Tracker) -> list[Event]:
        turn = _turn(session, tracker)
        key = (turn.conversation, turn.message, self.action, _ordinal(tracker))
        known = await known_result(session, *key)
        if known is None:
            known = {"events": await self.act(turn, dispatcher), "messages": list(dispatcher.messages)}
            await keep_result(session, *key, known)
        dispatcher.messages[:] = known["messages"]
        events: list[Event] = known["events"]
        return events


def _turn(session: AsyncSession, tracker: Tracker) -> Turn:
    latest = tracker.latest_message
    metadata = latest.get("metadata") or {}
    intent = latest.get("intent") or {}
    return Turn(
        session=session,
        tracker=tracker,
        conversation=UUID(tracker.sender_id),
        message=latest["message_id"],
        text=latest.get("text") or "",
        intent=intent.get("name") or "",
        confidence=intent.get("confidence") or 0.0,
        area=council().area(metadata.get("area")),
        channel=tracker.get_latest_input_channel() or "web",
        chose_language=bool(metadata.get("chosen")),
    )


def actions_so_far(tracker: Tracker) -> frozenset[str]:
    """The names of the actions that have run already for this message."""
    return frozenset(_ran(tracker))


def _ran(tracker: Tracker) -> list[str]:
    since = takewhile(lambda event: event.get("event") != "user", reversed(tracker.events))
    return [event["name"] for event in since if event.get("event") == "action"]


def _ordinal(tracker: Tracker) -> int:
    """How many actions have run already for this message.

    What a form runs inside itself leaves no trace of its own, and a form may open twice in one turn.
    """
    return len(_ran(tracker))


def name_of(said: Event | None) -> str | None:
    """Which response the assistant's words were."""
    name: str | None = ((said or {}).get("metadata") or {}).get("utter_action")
    return name


def last_said(turn: Turn) -> Event | None:
    said = (event for event in reversed(turn.tracker.events) if event.get("event") == "bot" and event.get("text"))
    return next(said, None)
