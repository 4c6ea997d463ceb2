"""A group session is asked for by the name its worker gave it, which nobody taught the assistant."""

from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from casework import messaging
from casework.appointments import groups
from casework.appointments.wording import names_club, would_join
from casework.base.words import choice_texts
from casework.messaging import Conversation, Message

MOST_WORDS = 14
"""Who writes more says more than that."""


def _wish() -> str:
    """A wish for a place in a group, in words that the assistant knows."""
    return f"{choice_texts('utter_booking_none')[0]}, {choice_texts('utter_booking_format_groups')[-1].lower()}"


async def wished_group(session: AsyncSession, conversation: Conversation, text: str) -> str | None:
    """What the assistant hears where they wish to come to a session, a full one too; None: no such wish."""
    if len(text.split()) > MOST_WORDS or not would_join(text):
        return None
    if names_club(text):
        return _wish()
    titles = {one.session.title for one in await groups.to_come(session, [conversation.area])}
    return _wish() if any(groups.is_named(one, text) for one in titles) else None


async def in_own_words(session: AsyncSession, text: str, message_id: str) -> str:
    """What began a booking; where a session was named, with the words that named it."""
    if text != _wish():
        return text
    message = await session.get_one(Message, UUID(message_id))
    return f"{text}: {message.text}"


messaging.names(wished_group)
