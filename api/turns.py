"""One claimant's message, from admission to its replies, for doors where someone waits."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from casework import messaging, texts
from casework.base.db import transaction
from casework.base.settings import settings
from casework.messaging import AssistantUnavailable, Busy, Message

LOOK_AGAIN_SECONDS = 0.1


@dataclass(frozen=True)
class Answered:
    """`settled` is False where the message is kept and will be answered later."""

    settled: bool
    messages: Sequence[Message]
    language: str | None


async def take_in(conversation: UUID, sender_ref: str, text: str) -> Answered:
    """Admit a message and answer it at once if that can be. Raises what `messaging.receive` raises."""
    async with transaction() as session:
        talk = await messaging.locked(session, conversation)
        received = await messaging.receive(session, talk, sender_ref, text, obey=texts.hear_in_chat)
    if not received.settled:
        await answer_now(conversation)
    async with transaction() as session:
        message = await session.get_one(Message, received.message.id)
        language = (await messaging.get(session, conversation)).language
        if message.answered_at:
            return Answered(True, await messaging.replies(session, message), language)
        return Answered(False, await messaging.tell_kept(session, conversation), language)


async def answer_now(conversation: UUID) -> None:
    """Answer what waits, if that can be done while somebody waits for it; else the job does."""
    try:
        async with asyncio.timeout(settings().assistant_timeout_seconds):
            await _answer_or_wait(conversation)
    except (AssistantUnavailable, TimeoutError):
        return


async def _answer_or_wait(conversation: UUID) -> None:
    """Where another request is answering this conversation, this one waits for its turn to come."""
    while True:
        try:
            return await messaging.answer(conversation)
        except Busy:
            await asyncio.sleep(LOOK_AGAIN_SECONDS)
