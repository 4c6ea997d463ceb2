"""Phones that somebody else may read: what goes there must not tell what it is about."""

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from casework import claimants, outbox, safeguarding
from casework.claimants.rules import neutral
from casework.messaging.models import Conversation, Message

READ_BACK = 50


async def is_discreet(session: AsyncSession, conversation: Conversation) -> bool:
    """Whether anybody with this phone wants it so, or, of a phone that nobody gave us, said that it is read by others.

    What waits until a watched phone starts again is written so as well.
    """
    if conversation.phone is None:
        return False
    known = await outbox.quietness(session, conversation.phone)
    if known and known.why == "watched":
        return True
    people = list(await claimants.by_address(session, "sms", conversation.phone))
    if conversation.claimant_id:
        people.append(await claimants.get(session, conversation.claimant_id))
    if people:
        return any(neutral(one.safe_contact) for one in people)
    return await safeguarding.is_watched(session, conversation.id) or await _said_so(session, conversation)


async def _said_so(session: AsyncSession, conversation: Conversation) -> bool:
    query = select(Message.text).where(Message.conversation_id == conversation.id, Message.sender == "claimant")
    lately = (await session.execute(query.order_by(Message.n.desc()).limit(READ_BACK))).scalars()
    return any(map(claimants.says_shared, lately))
