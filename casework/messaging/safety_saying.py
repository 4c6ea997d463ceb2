"""Alerts, and words in the safety conversation that were not said there before."""

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from casework import safeguarding
from casework.base.clock import now
from casework.council import council
from casework.messaging import safety_words
from casework.messaging.models import Conversation, Message
from casework.messaging.phone_said import WATCHED
from casework.messaging.record import record_reply
from casework.messaging.safety_words import Situation
from casework.safeguarding import Finding, Reply

NO_ALERT = "P3"
LIFE_AT_RISK = "P0"
ASKED_AGAIN = "safe"
YOUNG = ("childline",)


async def alert(session: AsyncSession, conversation: Conversation, message: Message, finding: Finding) -> None:
    area = council().area(conversation.area)
    await safeguarding.raise_alert(
        session,
        finding,
        area=area.id,
        channel=conversation.channel,
        conversation_id=conversation.id,
        message_id=message.id,
        words=message.text,
        promised_by=safety_words.due(area, finding.priority, now()),
    )


async def told_where(session: AsyncSession, conversation: Conversation, message: Message) -> None:
    state = conversation.safety or {}
    conversation.safety = state | {"where": False}
    await say(session, conversation, message, "utter_safety_where_told", safeguarding.reply(state["pack"]))


async def say(session: AsyncSession, conversation: Conversation, message: Message, name: str, reply: Reply) -> None:
    area, priority = council().area(conversation.area), (conversation.safety or {}).get("priority", NO_ALERT)
    situation = Situation(area, conversation.channel, priority, now())
    used, said = safety_words.unsaid(name, reply, situation, await said_before(session, conversation))
    if used.startswith(safety_words.AGAIN) and conversation.safety:
        conversation.safety = conversation.safety | {"asks": ASKED_AGAIN}
    about = "neutral" if name == f"utter_safety_{WATCHED.lower()}" else "safety"
    await record_reply(session, conversation, said, message.id, about)


async def said_before(session: AsyncSession, conversation: Conversation) -> Sequence[str]:
    query = select(Message.text).where(Message.conversation_id == conversation.id, Message.sender == "assistant")
    return (await session.execute(query.order_by(Message.n))).scalars().all()
