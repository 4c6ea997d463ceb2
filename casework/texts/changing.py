"""Somebody who answered a check-in says a little later that it is otherwise: that is the answer then."""

import re

from sqlalchemy.ext.asyncio import AsyncSession

from casework import checkins, identity
from casework.checkins import reporting
from casework.messaging import Conversation, Message
from casework.texts import lately

FEW = 12
ONE_NUMBER = re.compile(r"\W*([1-9])\W*")
ASKED = {"event": "checkin_asked"}


async def hear_again(session: AsyncSession, conversation: Conversation, message: Message, spoken: bool) -> bool:
    """The same in the web chat of somebody who proved who they are; the assistant answers."""
    if not spoken and conversation.holder == "assistant" and conversation.safety is None:
        await open_again(session, conversation, message.text)
    return False


async def answers_twice(session: AsyncSession, conversation: Conversation, message: Message) -> bool:
    """Whether it is the number of an answer, and what that answered is settled: a text sent twice, or a slip."""
    number = ONE_NUMBER.fullmatch(message.text)
    if number is None or message.meant or not await lately.is_idle(session, conversation.id):
        return False
    if conversation.claimant_id and await checkins.waiting(session, conversation.claimant_id):
        return False
    return await lately.offered_before(session, conversation.id, int(number[1]))


async def open_again(session: AsyncSession, conversation: Conversation, text: str) -> bool:
    """Whether the check-in that was answered last waits again, for words that are another answer to it and nothing else.

    That a job is not over after all is heard whatever help we offered meanwhile.
    """
    person = conversation.claimant_id
    if conversation.phone is None and await identity.proved(session, conversation.id) is None:
        return False
    if person is None or len(text.split()) > FEW:
        return False
    if await reporting.report_of(session, conversation.id) or await identity.is_open(session, conversation.id):
        return False
    if await checkins.waiting(session, person):
        return False
    answered = await checkins.closed(session, person)
    if answered is None or not checkins.changes(answered, text):
        return False
    if not (checkins.puts_job_back(answered, text) or await lately.is_idle(session, conversation.id)):
        return False
    checkins.open_again(answered)
    if ASKED not in conversation.pending:
        conversation.pending = [*conversation.pending, ASKED]
    return True
