""""Cancel the second one": which of the meetings they have, by its place. Never one of the times shown."""

from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from casework import messaging
from casework.appointments.meetings import service
from casework.appointments.models import BookingTalk
from casework.appointments.steps import OVER, WHICH, Step
from casework.appointments.words.placing import calls_off, place_named
from casework.base.words import choice_texts
from casework.messaging import Conversation, LastSaid, Message


async def called_off_by_place(session: AsyncSession, conversation: Conversation, text: str, last: LastSaid | None) -> str | None:
    """What the assistant hears, be times shown or not; where we ask which of theirs it is an answer."""
    if place_named(text) is None:
        return None
    talk = await session.get(BookingTalk, conversation.id)
    if talk is not None and talk.step in (*WHICH, Step.CANCEL):
        return None
    coming = await service.coming_in(session, conversation)
    finds = talk is not None and talk.step not in OVER
    return _heard(text) if coming or finds else None


async def by_place_in_own_words(session: AsyncSession, text: str, message_id: str) -> str:
    """What they wrote, where it was heard so; else what was heard."""
    if text not in choice_texts("utter_booking_done")[:2]:
        return text
    said = (await session.get_one(Message, UUID(message_id))).text
    return text if place_named(said) is None else said


def _heard(text: str) -> str:
    moves, off = choice_texts("utter_booking_done")[:2]
    return off if calls_off(text) else moves


messaging.names(called_off_by_place)
