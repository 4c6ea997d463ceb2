"""What somebody in danger wishes besides waits for a person, and is not lost."""

from sqlalchemy.ext.asyncio import AsyncSession

from casework import messaging
from casework.council import council
from casework.handoff.service import request
from casework.messaging import Conversation

WISH = "wish_in_danger"


async def keep(session: AsyncSession, conversation: Conversation) -> None:
    await request(session, conversation.id, council().area(conversation.area), WISH)


messaging.wishes_kept_by(keep)
