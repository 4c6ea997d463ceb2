"""What ordinary people met, a sixth time: a wish beside something told, a number told before, an answer with a name."""

from datetime import datetime
from uuid import UUID

import pytest

from casework import appointments, messaging
from casework.appointments import BookingTalk, Step, Who
from casework.appointments.booking import naming
from casework.appointments.words.beginning import rung_beside
from casework.appointments.words.picking import slots
from casework.base.clock import local
from casework.base.db import transaction
from casework.messaging import Conversation, Message
from casework.staff import Staff
from tests.flows.conftest import Assistant
from tests.flows.phones import texts_us
from tests.flows.test_appointments import works
from tests.flows.test_booking_talks import AREA, chat

__all__ = ["chat"]
BOOK = "I want to book a meeting"
PHONE = "+447700900400"


async def shown(chat: UUID) -> list[datetime]:
    async with transaction() as session:
        talk = await appointments.talk_of(session, chat)
        assert talk
        return [local(one.start) for one in slots(talk)]


RING = [
    "could someone ring me next week, Tuesday at 2. I look after my dad so I cant come in", "I look after my dad. can someone ring me tuesday at 2pm?",
    "can you ring me tuesday at 2pm cos i cant get out of the house", "please ring me on tuesday at 2. im a carer for my mum",
]  # fmt: skip


@pytest.mark.parametrize("text", RING)
async def test_to_be_rung_beside_why_is_a_booking_by_text(assistant: Assistant, sam: Staff, text: str) -> None:
    await works(sam)
    got = await texts_us(text, PHONE)
    assert got
    async with transaction() as session:
        message = await session.get_one(Message, got.message.id)
        assert message.meant == BOOK
    await is_at_two(message, Who(AREA, None, PHONE))


@pytest.mark.parametrize("text", RING)
async def test_the_same_on_the_web(chat: UUID, text: str) -> None:
    async with transaction() as session:
        assert await naming.wished_meeting(session, await session.get_one(Conversation, chat), text, None) == BOOK
        message = await messaging.record(session, await messaging.locked(session, chat), "claimant", text, sender_ref="1")
    await is_at_two(message, Who(AREA))


async def is_at_two(message: Message, who: Who) -> None:
    async with transaction() as session:
        talk = await appointments.begin_talk(session, message.conversation_id)
        await appointments.listen(session, talk, await appointments.in_own_words(session, BOOK, str(message.id)), who)
        assert (talk.format, talk.step) == ("phone", Step.CHOOSE)
        starts = [local(one.start) for one in slots(talk)]
    assert {(one.weekday(), one.hour) for one in starts} == {(1, 14)}


@pytest.mark.parametrize("text", ["I look after my dad, is there help", "ring me tuesday at 2. i have no food", "i look after my dad. he will ring me tuesday", "ring me on monday at 10am. im a carer and i have no food", "ring me tuesday at 2", "i cant come in. cancel it"])
def test_no_wish_to_be_rung_beside_why(text: str) -> None:
    assert not rung_beside(text)
