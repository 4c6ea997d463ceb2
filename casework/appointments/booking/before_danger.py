"""A wish to meet that stood in the words that raised an alarm: it can be gone on with once they leave the talk about it."""

from sqlalchemy.ext.asyncio import AsyncSession

from casework import safeguarding
from casework.appointments.meetings import service
from casework.appointments.words.plain_wish import asks_plainly
from casework.messaging import Conversation


async def wished_in_danger(session: AsyncSession, conversation: Conversation) -> str | None:
    """The words, where no meeting came of them yet."""
    alerts = await safeguarding.of_conversation(session, conversation.id)
    words = alerts[-1].words if alerts else ""
    return words if asks_plainly(words) and not await service.coming_in(session, conversation) else None
