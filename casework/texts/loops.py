"""Automatic repliers: two machines that answer each other would never stop."""

import asyncio
from datetime import timedelta

from sqlalchemy import Select, func, select
from sqlalchemy.ext.asyncio import AsyncSession

from casework import safeguarding
from casework.base.clock import now
from casework.messaging import Conversation, Message
from casework.texts.control import order_of

SAME, SAME_WITHIN, WORDS = 3, timedelta(hours=1), 3
READ_BACK = 200
# Somebody in danger, or who wants the texts to stop, says it again and again; a machine that echoes such words is
# stopped all the same.
SAME_IN_EARNEST = 12
MANY, MANY_WITHIN = 30, timedelta(minutes=10)


async def times(session: AsyncSession, conversation: Conversation, text: str) -> int:
    """How often this sentence came lately, this time counted. Short answers are people's: 1, yes, no.

    So is one answer to several questions: what was said to another than the one that is open now does not count.
    """
    if len(text.split()) < WORDS or conversation.last_n < SAME - 1:
        return 1
    query = select(Message.sender, Message.text, Message.choices).where(Message.conversation_id == conversation.id, Message.at > now() - SAME_WITHIN)
    lately = (await session.execute(query.order_by(Message.n.desc()).limit(READ_BACK))).all()
    asked, answered = "", list[str]()
    for one in reversed(lately):
        if one.sender == "claimant":
            answered += [asked] if one.text == text.strip() else []
            asked = ""
        elif one.choices or "?" in one.text:
            asked = one.text
    return sum(not (then and asked) or then == asked for then in answered) + 1


async def is_machine(count: int, text: str) -> bool:
    """Whether it came so often that nobody is answered any more. A person who repeats is asked once what they want."""
    return count > SAME and (count > SAME_IN_EARNEST or not await _in_earnest(text))


async def _in_earnest(text: str) -> bool:
    return order_of(text, quiet=True) is not None or await asyncio.to_thread(safeguarding.read, text) is not None


async def floods(session: AsyncSession, conversation: Conversation) -> bool:
    """Whether more came in a short time than anybody types."""
    if conversation.last_n <= MANY:
        return False
    query = _written(conversation).where(Message.at > now() - MANY_WITHIN)
    return (await session.execute(query)).scalar_one() > MANY


def _written(conversation: Conversation) -> Select[int]:
    return (
        select(func.count())
        .select_from(Message)
        .where(Message.conversation_id == conversation.id, Message.sender == "claimant")
    )
