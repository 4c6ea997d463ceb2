"""They do not come to a meeting that they have: asked whether to call it off, be a question open or none."""

from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from casework import messaging
from casework.appointments.meetings import service
from casework.appointments.models import Appointment, BookingTalk
from casework.appointments.steps import Step
from casework.appointments.words.asking import is_of_work
from casework.appointments.words.having import plainly_changes_way
from casework.appointments.words.not_coming import beside_not_coming, will_not_be_there
from casework.appointments.words.which import spoken_of
from casework.base.words import choice_texts
from casework.messaging import Conversation, LastSaid, Message

ASIDE = frozenset({Step.ADJUSTMENTS, Step.INTERPRETER})
"""What is asked once a meeting is booked."""


def _off() -> str:
    """A meeting called off, in words that the assistant knows."""
    return choice_texts("utter_booking_done")[1]


async def not_coming(session: AsyncSession, conversation: Conversation, text: str, last: LastSaid | None) -> str | None:
    """What the assistant hears where they do not come to a meeting that is coming, and nothing is asked of them."""
    if not will_not_be_there(text) or plainly_changes_way(text) or is_of_work(text) or await messaging.asks(session, conversation, last):
        return None
    coming = await service.coming_in(session, conversation)
    return _off() if coming else None


async def off_in_own_words(session: AsyncSession, text: str, message_id: str) -> str:
    """The rest of what they wrote, which may name the meeting, where it was heard so; else what was heard."""
    if text != _off():
        return text
    said = (await session.get_one(Message, UUID(message_id))).text
    return beside_not_coming(said) if will_not_be_there(said) else text


async def asks_to_call_off(session: AsyncSession, talk: BookingTalk, text: str, claimant_id: UUID | None, phone: str | None) -> bool:
    """Said where we ask what would make it easier: of what was booked just now, or of the one on the day they name."""
    booked = await session.get(Appointment, talk.holding_id) if talk.holding_id else None
    if talk.step not in ASIDE or booked is None or not will_not_be_there(text) or plainly_changes_way(text):
        return False
    meant = spoken_of(await service.coming(session, talk.conversation_id, claimant_id, phone), beside_not_coming(text))
    about = booked if booked in meant or len(meant) != 1 else meant[0]
    talk.moving_id, talk.offered, talk.step = about.id, [], Step.CANCEL
    return True


messaging.names(not_coming)
