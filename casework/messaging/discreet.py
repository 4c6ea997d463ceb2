"""Phones that somebody else may read: what goes there must not tell what it is about."""

from sqlalchemy.ext.asyncio import AsyncSession

from casework import claimants, outbox, safeguarding
from casework.claimants.rules import neutral
from casework.messaging.models import Conversation


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
    return await safeguarding.is_watched(session, conversation.id)
