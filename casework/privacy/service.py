"""Forgetting conversations."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from sqlalchemy import Select, delete, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from casework import handoff, messaging, screening
from casework.appointments import Appointment
from casework.base.clock import now
from casework.messaging import Conversation


async def overdue(session: AsyncSession, before: datetime) -> Sequence[UUID]:
    """Conversations that are nobody's and that nobody has written in since then, unless a person has them to do
    or a meeting is still to come."""
    query = _quiet_since(before).where(Conversation.claimant_id.is_(None))
    return (await session.execute(query.order_by(Conversation.last_at))).scalars().all()


async def forget_unkept_screenings(session: AsyncSession, before: datetime) -> None:
    """In the conversations of people we know too, what they answered goes unless they wanted it kept."""
    query = _quiet_since(before).where(Conversation.claimant_id.is_not(None))
    await screening.let_go(session, (await session.execute(query)).scalars().all())
    await screening.clear(session)


def _quiet_since(before: datetime) -> Select[UUID]:
    waits = select(handoff.Handoff.conversation_id).where(handoff.Handoff.returned_at.is_(None))
    meets = select(Appointment.conversation_id).where(
        Appointment.state == "booked", Appointment.ends_at > now(), Appointment.conversation_id.is_not(None)
    )
    return select(Conversation.id).where(
        Conversation.last_at < before, Conversation.id.not_in(waits), Conversation.id.not_in(meets)
    )


async def forget_strangers(session: AsyncSession, before: datetime) -> None:
    """Of meetings long over with people we have no record of, only that they were stays."""
    over = Appointment.claimant_id.is_(None) & (Appointment.ends_at < before)
    await session.execute(update(Appointment).where(over).values(name="", reach=None, note=""))


async def forget(session: AsyncSession, conversation_id: UUID) -> None:
    """Remove a conversation with all that hangs on it, Rasa's memory first. Alerts stay: they have a clock of their own.

    Raises AssistantUnavailable, and then nothing is removed.
    """
    await messaging.forget(conversation_id)
    await screening.let_go(session, [conversation_id])
    await session.execute(delete(Conversation).where(Conversation.id == conversation_id))
