"""Whose conversation it is, for as long as the proof lasts."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from casework import audit, claimants, messaging
from casework.base.clock import now
from casework.claimants import Claimant
from casework.identity.models import IdentityCheck
from casework.identity.rules import still_proved
from casework.messaging import Conversation


async def proved(session: AsyncSession, conversation_id: UUID) -> Claimant | None:
    """The person who proved a short while ago that this conversation is theirs."""
    conversation = await messaging.get(session, conversation_id)
    if conversation.claimant_id is None or not still_proved(conversation.proved_at, now()):
        return None
    return await claimants.get(session, conversation.claimant_id)


async def is_open(session: AsyncSession, conversation_id: UUID) -> bool:
    """Whether somebody is being asked who they are."""
    return await session.get(IdentityCheck, conversation_id) is not None


async def asks_when_safe(session: AsyncSession, conversation_id: UUID) -> bool:
    """Whether the question is open of when it is safe to write to them."""
    check = await session.get(IdentityCheck, conversation_id)
    return check is not None and check.step == "safe"


async def sign_out(session: AsyncSession, conversation_id: UUID) -> bool:
    """The proof ends, and the chat with it, so that the next person starts with a clean one. False: nobody was in."""
    conversation = await messaging.get(session, conversation_id)
    check = await session.get(IdentityCheck, conversation_id)
    if check is not None:
        await session.delete(check)
    if conversation.claimant_id is None:
        return False
    await messaging.finish(session, conversation)
    await audit.note(
        session,
        "visitor",
        "identity.sign_out",
        conversation_id=conversation_id,
        claimant_id=conversation.claimant_id,
    )
    return True


async def known(session: AsyncSession, conversation_ids: Sequence[UUID]) -> dict[UUID, Claimant]:
    """Whose the conversations are, for the desk: those that somebody proved to be theirs."""
    query = (
        select(Conversation.id, Claimant)
        .join(Claimant, Claimant.id == Conversation.claimant_id)
        .where(Conversation.id.in_(conversation_ids))
    )
    return dict((await session.execute(query)).tuples().all())


async def _asks(session: AsyncSession, conversation: Conversation) -> bool:
    return await is_open(session, conversation.id)


messaging.asked_by(_asks)
