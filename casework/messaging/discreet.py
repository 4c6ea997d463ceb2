"""Phones that somebody else may read: what goes there must not tell what it is about."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from casework import claimants, outbox, safeguarding
from casework.claimants import Claimant
from casework.claimants.rules import neutral
from casework.messaging.models import Conversation, Message
from casework.outbox import QuietNumber

READ_BACK = 50


@dataclass(frozen=True)
class Phone:
    """What is known of a phone: everybody who gave us its number, proved or not, and what is kept back from there."""

    people: Sequence[Claimant]
    kept: QuietNumber | None


async def phone_of(session: AsyncSession, number: str) -> Phone:
    return Phone(await claimants.by_address(session, "sms", number), await outbox.quietness(session, number))


async def is_discreet(
    session: AsyncSession, conversation: Conversation, phone: Phone | None = None, said: Sequence[str] | None = None
) -> bool:
    """Whether anybody with this phone wants it so, or, of a phone that nobody gave us, said that it is read by others.

    What waits until a watched phone starts again is written so as well. `phone` is what is known of it, and `said` what
    they wrote lately, where the caller has looked that up.
    """
    if conversation.phone is None:
        return False
    known = phone or await phone_of(session, conversation.phone)
    if known.kept and known.kept.why == "watched":
        return True
    people = list(known.people)
    if conversation.claimant_id:
        people.append(await claimants.get(session, conversation.claimant_id))
    if people:
        return any(neutral(one.safe_contact) for one in people)
    if await safeguarding.is_watched(session, conversation.id):
        return True
    return any(map(claimants.says_shared, await own_words(session, conversation) if said is None else said))


async def own_words(session: AsyncSession, conversation: Conversation) -> Sequence[str]:
    """The person's own messages of late, the latest first."""
    query = select(Message.text).where(Message.conversation_id == conversation.id, Message.sender == "claimant")
    return (await session.execute(query.order_by(Message.n.desc()).limit(READ_BACK))).scalars().all()
