"""Writing a message into its conversation: numbered under the conversation's row lock, listeners woken."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from casework.base.clock import now
from casework.base.errors import NotFound
from casework.base.live import notify
from casework.base.speaking import ENGLISH
from casework.messaging import texting
from casework.messaging.models import Conversation, Message


async def locked(session: AsyncSession, conversation_id: UUID) -> Conversation:
    """The conversation, held until the transaction ends, so that its messages keep one order."""
    query = select(Conversation).where(Conversation.id == conversation_id).with_for_update()
    conversation = (await session.execute(query.execution_options(populate_existing=True))).scalar_one_or_none()
    if conversation is None:
        raise NotFound("no such conversation")
    return conversation


async def one_at_a_time(session: AsyncSession, number: str) -> None:
    """Until the transaction ends nobody else takes in a text of this number, or begins a thread with it."""
    await session.execute(select(func.pg_advisory_xact_lock(func.hashtextextended(f"texts:{number}", 0))))


async def record(
    session: AsyncSession,
    conversation: Conversation,
    sender: str,
    text: str,
    *,
    name: str | None = None,
    choices: Sequence[dict[str, str]] = (),
    sender_ref: str | None = None,
    reply_to: UUID | None = None,
    about: str = "reply",
    language: str = ENGLISH,
) -> Message:
    """Add a message to a locked conversation; to a phone it goes out as a text of the sort `about`."""
    conversation.last_n += 1
    conversation.last_at = now()
    message = Message(
        conversation_id=conversation.id,
        n=conversation.last_n,
        sender=sender,
        name=name,
        text=text,
        choices=list(choices),
        language=language,
        sender_ref=sender_ref,
        reply_to=reply_to,
    )
    session.add(message)
    await session.flush()
    if conversation.phone and sender != "claimant":
        await texting.send(session, conversation.phone, message, about)
    await notify(session, f"conversation:{conversation.id}")
    await notify(session, f"desk:{conversation.area}")
    return message
