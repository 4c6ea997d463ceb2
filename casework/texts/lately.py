"""What was said to somebody last, which their words may answer."""

from uuid import UUID

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from casework import checkins, identity, messaging
from casework.base.words import words
from casework.checkins import reporting
from casework.messaging import Conversation, LastSaid, Message, last_said

LOOKED_BACK = 8
WHEN_SAFE = "utter_identity_ask_safe"
ALL_RIGHT, AGAIN, WHICH = "utter_text_safe_shared", "utter_text_safe_again", "utter_text_safe_unread"
BACK_WHEN, AT_WORK = "utter_text_back_when", "utter_text_at_work"


async def is_idle(session: AsyncSession, conversation_id: UUID) -> bool:
    """Whether nothing that we asked is open: what was said to them last was no question."""
    last = await last_said(session, conversation_id)
    return last is None or not (last.choices or "?" in last.text) or was_if_all_right(last) or was_which_times(last)


async def signs_up(session: AsyncSession, conversation: Conversation, last: LastSaid | None) -> bool:
    """Whether they are asked about a new job, or who they are, and were a moment ago."""
    if not await messaging.asks(session, conversation, last):
        return False
    made = await reporting.report_of(session, conversation.id)
    return (made is not None and reporting.goes_on(made)) or await identity.is_open(session, conversation.id)


async def offered_before(session: AsyncSession, conversation_id: UUID, number: int) -> bool:
    """Whether a number that answers nothing now answered what was asked a little earlier."""
    query = select(Message).where(Message.conversation_id == conversation_id, Message.sender != "claimant")
    latest = (await session.execute(query.order_by(Message.n.desc()).limit(LOOKED_BACK))).scalars()
    return any(number <= len(one.choices) for one in latest)


async def asked_of_work(session: AsyncSession, conversation: Conversation) -> checkins.Question | None:
    """The check-in that waits for its answer, where it was the last thing said to them."""
    last = await last_said(session, conversation.id)
    waits = await checkins.waiting(session, conversation.claimant_id) if conversation.claimant_id else None
    asked = checkins.question_of(waits) if waits else None
    return asked if last and asked and [one["text"] for one in last.choices] == [one.title for one in asked.choices] else None


async def asks_how_work_goes(session: AsyncSession, conversation: Conversation) -> bool:
    return await asked_of_work(session, conversation) is not None


async def asks_again(session: AsyncSession, conversation_id: UUID) -> bool:
    """Whether that was asked twice."""
    last = await last_said(session, conversation_id)
    return last is not None and last.text == words(AGAIN, "sms").text


def was_if_all_right(last: LastSaid | Message | None) -> bool:
    """Whether what was said last asks if texts are still all right."""
    return last is not None and last.text in (words(ALL_RIGHT, "sms").text, words(AGAIN, "sms").text)


async def asks_which_times(session: AsyncSession, conversation_id: UUID) -> bool:
    """Whether they were asked a moment ago which times suit them, because what they said of it could not be read."""
    return was_which_times(await last_said(session, conversation_id))


def was_which_times(last: LastSaid | Message | None) -> bool:
    return last is not None and last.text == words(WHICH, "sms").text


def was_back_when(last: LastSaid | Message | None) -> bool:
    """Whether they were asked a moment ago which day they are back."""
    return last is not None and last.text == words(BACK_WHEN, "sms").text


def was_at_work(last: LastSaid | Message | None) -> bool:
    """Whether they were asked a moment ago when they work."""
    return last is not None and last.text == words(AT_WORK, "sms").text


async def asks_when_safe(session: AsyncSession, conversation_id: UUID) -> bool:
    """Whether they were asked a moment ago when it is safe to write to them. Who has gone on since is asked no more."""
    if not await identity.asks_when_safe(session, conversation_id):
        return False
    last = await last_said(session, conversation_id)
    return last is not None and words(WHEN_SAFE, "sms").text in last.text
