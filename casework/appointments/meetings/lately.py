"""Whether a meeting was made or moved a moment ago: to offer that once more would be to doubt it."""

from datetime import timedelta

from sqlalchemy.ext.asyncio import AsyncSession

from casework.appointments.meetings import service
from casework.base.clock import now
from casework.messaging import Conversation

LATELY = timedelta(minutes=30)


async def arranged_lately(session: AsyncSession, conversation: Conversation) -> bool:
    """Of a move it is not kept when it was: any that was moved counts."""
    found = await service.coming_in(session, conversation)
    return any(one.sequence > 0 or now() - one.made_at < LATELY for one in found)
