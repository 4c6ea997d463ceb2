"""A question or a remark about a meeting they have is heard as that, whatever it sounds like."""

from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from casework import messaging
from casework.appointments.booking.replying import replied
from casework.appointments.meetings import service
from casework.appointments.meetings.telling import is_texted
from casework.appointments.models import Appointment
from casework.appointments.times.diaries import worker_of
from casework.appointments.words.booked import asked_of_booked, is_of_worker, may_be_of_booked
from casework.base.words import words
from casework.claimants import Claimant
from casework.council import council
from casework.messaging import Conversation, LastSaid, Message

BY_TEXT = "by_text"


def _checks() -> str:
    return words("utter_meaning_check_appointment").text


async def of_booked(session: AsyncSession, conversation: Conversation, text: str, last: LastSaid | None) -> str | None:
    """What the assistant hears; None: nothing of that, or no meeting. While we ask them something, or remind them, their words are for that."""
    if asked_of_booked(text) is None or await messaging.asks(session, conversation, last) or await replied(session, conversation, text, last):
        return None
    meeting = next(iter(await service.coming_in(session, conversation)), None)
    person = await messaging.whose(session, conversation.id)
    return _checks() if meeting and await asked_of(session, meeting, person, text) else None


async def asked_of(session: AsyncSession, meeting: Appointment, person: Claimant | None, text: str) -> str | None:
    """What they would know or have of this meeting. How we write to them is theirs to change where it is not by text."""
    topic = asked_of_booked(text)
    if topic is None or not is_of_worker(topic, text, await worker_of(session, meeting)):
        return None
    return None if topic == BY_TEXT and not await is_texted(session, meeting, person) else topic


async def may_be_of(session: AsyncSession, meeting: Appointment, text: str) -> bool:
    """Whether it is a question that may be of this meeting, though nobody here knows the answer."""
    return may_be_of_booked(text, await worker_of(session, meeting), [one.name for one in council().area(meeting.area).venues])


async def own_words_of_booked(session: AsyncSession, text: str, message_id: str) -> str:
    """What they wrote, where it was heard so; else what was heard."""
    if text != _checks():
        return text
    said = (await session.get_one(Message, UUID(message_id))).text
    return said if asked_of_booked(said) else text


messaging.names(of_booked)
