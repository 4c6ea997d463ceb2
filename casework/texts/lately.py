"""What was said to somebody last, which their words may answer."""

from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from casework import identity
from casework.base.words import words
from casework.messaging import Message, last_said

WHEN_SAFE = "utter_identity_ask_safe"
ALL_RIGHT, AGAIN = "utter_text_safe_shared", "utter_text_safe_again"


async def is_idle(session: AsyncSession, conversation_id: UUID) -> bool:
    """Whether nothing that we asked is open: what was said to them last was no question."""
    last = await last_said(session, conversation_id)
    return last is None or not (last.choices or "?" in last.text) or _asks_if_all_right(last)


async def asks_if_all_right(session: AsyncSession, conversation_id: UUID) -> bool:
    """Whether they were asked a moment ago if texts are still all right."""
    last = await last_said(session, conversation_id)
    return last is not None and _asks_if_all_right(last)


async def asks_again(session: AsyncSession, conversation_id: UUID) -> bool:
    """Whether that was asked twice."""
    last = await last_said(session, conversation_id)
    return last is not None and last.text == words(AGAIN, "sms").text


def _asks_if_all_right(last: Message) -> bool:
    return last.text in (words(ALL_RIGHT, "sms").text, words(AGAIN, "sms").text)


async def asks_when_safe(session: AsyncSession, conversation_id: UUID) -> bool:
    """Whether they were asked a moment ago when it is safe to write to them. Who has gone on since is asked no more."""
    if not await identity.asks_when_safe(session, conversation_id):
        return False
    last = await last_said(session, conversation_id)
    return last is not None and words(WHEN_SAFE, "sms").text in last.text
