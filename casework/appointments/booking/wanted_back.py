"""Second thoughts once a meeting was called off: heard as a wish to book it again, be something else said since."""

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from casework import messaging
from casework.appointments.booking.rebooking import called_off, offers_to_book
from casework.appointments.meetings import service
from casework.appointments.words.having import wants_back, wants_still
from casework.base.speaking import speaking
from casework.base.words import choice_texts, words
from casework.messaging import Conversation, LastSaid, Message
from casework.reading import in_english

LAST = 6
"""Of what we said: what was called off before that they may have forgotten."""
CALLED_OFF = ("utter_booking_cancelled", "utter_booking_cancelled_all")


def in_their_english(text: str) -> str:
    """What is wanted back may be so in Welsh."""
    english = in_english(text)
    return english if english and wants_back(english) else text


async def wanted_back(session: AsyncSession, conversation: Conversation, text: str, last: LastSaid | None) -> str | None:
    """What the assistant hears where a meeting that they called off lately is to stand after all; None: it is nothing of that.

    "I do want it" is of the meeting only right after it.
    """
    if not wants_still(text) or await messaging.asks(session, conversation, last):
        return None
    told = await _told_of_it(session, conversation)
    if told is None or not (wants_back(text) or await _is_last(session, conversation, told)):
        return None
    off = await called_off(session, conversation.id, conversation.claimant_id, conversation.phone)
    if off is None or off.state != "cancelled":
        return None
    made_since = [one for one in await service.coming_in(session, conversation) if one.made_at > told.at]
    return None if made_since else choice_texts("utter_booking_none")[0]


async def _told_of_it(session: AsyncSession, conversation: Conversation) -> Message | None:
    """Where we said lately that it is cancelled."""
    ours = select(Message).where(Message.conversation_id == conversation.id, Message.sender != "claimant")
    said = (await session.execute(ours.order_by(Message.n.desc()).limit(LAST))).scalars().all()
    with speaking(conversation.language):
        known = {words(one, conversation.channel).text for one in CALLED_OFF}
    return next((one for one in said if one.text in known), None)


async def _is_last(session: AsyncSession, conversation: Conversation, told: Message) -> bool:
    last = await messaging.last_said(session, conversation.id)
    return last is not None and (last.id == told.id or offers_to_book(last))


messaging.names(wanted_back, translated=True)
