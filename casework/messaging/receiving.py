"""The way in: every message of every channel comes through `receive`, and safety reads it first."""

from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from casework.base.clock import now
from casework.base.errors import Conflict, TooLong, Unreadable
from casework.base.queue import defer
from casework.messaging import rules, safety
from casework.messaging.jobs import answer_conversation
from casework.messaging.models import Conversation, Message
from casework.messaging.record import locked, record

NET_SECONDS = {"web": 5, "sms": 0}


@dataclass(frozen=True)
class Received:
    """`settled`: nothing more is owed to this message by the assistant."""

    message: Message
    settled: bool


async def receive(session: AsyncSession, conversation: Conversation, sender_ref: str, text: str) -> Received:
    """Admit one message of the claimant; the same `sender_ref` again admits nothing new.

    Raises TooLong, Unreadable (nothing to read), Conflict (the id is known with other words).
    """
    if len(text) > rules.LIMIT:
        raise TooLong(f"a message holds at most {rules.LIMIT} characters")
    kept = rules.tidy(text)
    if not rules.says_something(kept):
        raise Unreadable("the message holds no words")
    conversation = await locked(session, conversation.id)
    known = await _known(session, conversation, sender_ref)
    if known is None:
        return await _admit(session, conversation, sender_ref, kept)
    if known.text != kept:
        raise Conflict("this message id was used for other words")
    return Received(known, settled=known.answered_at is not None)


async def _known(session: AsyncSession, conversation: Conversation, sender_ref: str) -> Message | None:
    query = select(Message).where(Message.conversation_id == conversation.id, Message.sender_ref == sender_ref)
    return (await session.execute(query)).scalar_one_or_none()


async def _admit(session: AsyncSession, conversation: Conversation, sender_ref: str, text: str) -> Received:
    message = await record(session, conversation, "claimant", text, sender_ref=sender_ref)
    spoken_to = await safety.answered(session, conversation, message)
    if spoken_to or conversation.holder == "person":
        message.answered_at = now()
        return Received(message, settled=True)
    await defer(
        session,
        answer_conversation,
        in_seconds=NET_SECONDS[conversation.channel],
        conversation=str(conversation.id),
    )
    return Received(message, settled=False)
