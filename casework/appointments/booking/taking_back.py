"""What was said of a meeting they have is taken back: they are not late after all, "keep it". A booking just dropped goes on."""

from uuid import UUID

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from casework import messaging
from casework.appointments.booking.rebooking import called_off
from casework.appointments.meetings import service
from casework.appointments.models import Appointment
from casework.appointments.words.having import is_not_late, wants_back
from casework.appointments.words.meeting_ways import only_how
from casework.appointments.words.wishing import wish_in
from casework.base.words import choice_texts, words
from casework.messaging import Conversation, LastSaid, Message

LAST = 12
"""More of their words than a booking takes until it is dropped."""


def _keep() -> str:
    return choice_texts("utter_reminder")[0]


def _book() -> str:
    return choice_texts("utter_booking_none")[0]


async def kept_after_all(session: AsyncSession, conversation: Conversation, text: str, last: LastSaid | None) -> str | None:
    """What the assistant hears: that the meeting is kept, or that one is to be booked where a booking was just dropped."""
    back, late = wants_back(text), is_not_late(text)
    if not (back or late) or await messaging.asks(session, conversation, last):
        return None
    if back and await _dropped(session, conversation):
        return _book()
    coming = await service.coming_in(session, conversation)
    kept = next(iter(coming), None)
    if kept is None or (late and not kept.told_late_at):
        return None
    off = await called_off(session, conversation.id, conversation.claimant_id, conversation.phone) if back else None
    return None if off else _keep()


async def _dropped(session: AsyncSession, conversation: Conversation) -> bool:
    last = await messaging.last_said(session, conversation.id)
    return last is not None and last.text == words("utter_booking_stopped", conversation.channel).text


async def said_before(session: AsyncSession, conversation: Conversation, text: str) -> str:
    """How and when they would meet, from what they said before the booking was dropped, the latest of each; else the words."""
    if not (wants_back(text) and await _dropped(session, conversation)):
        return text
    theirs = select(Message.text).where(Message.conversation_id == conversation.id, Message.sender == "claimant")
    said = (await session.execute(theirs.order_by(Message.n.desc()).limit(LAST))).scalars().all()
    how = next((one for one in said if only_how(one)), None)
    when = next((one for one in said if wish_in(one)), None)
    return ", ".join(dict.fromkeys(filter(None, (how, when)))) or text


async def takes_back_late(session: AsyncSession, meeting: Appointment, message_id: UUID) -> None:
    """The worker no longer sees that they come late, where that was taken back."""
    if is_not_late((await session.get_one(Message, message_id)).text):
        meeting.late_minutes = meeting.told_late_at = None


messaging.names(kept_after_all)
