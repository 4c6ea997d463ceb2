"""Forgetting conversations."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from sqlalchemy import delete, select
from sqlalchemy.ext.asyncio import AsyncSession

from casework import handoff, messaging
from casework.messaging import Conversation


async def overdue(session: AsyncSession, before: datetime) -> Sequence[UUID]:
    """Conversations that are nobody's and that nobody has written in since then, unless a person has them to do."""
    waits = select(handoff.Handoff.conversation_id).where(handoff.Handoff.returned_at.is_(None))
    query = select(Conversation.id).where(
        Conversation.last_at < before, Conversation.claimant_id.is_(None), Conversation.id.not_in(waits)
    )
    return (await session.execute(query.order_by(Conversation.last_at))).scalars().all()


async def forget(session: AsyncSession, conversation_id: UUID) -> None:
    """Remove a conversation with all that hangs on it, Rasa's memory first. Alerts stay: they have a clock of their own.

    Raises AssistantUnavailable, and then nothing is removed.
    """
    await messaging.forget(conversation_id)
    await session.execute(delete(Conversation).where(Conversation.id == conversation_id))
