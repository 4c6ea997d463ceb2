"""The number of a choice that was shown, and more beside it: "1 but it has to be after 10", "1 but what about the parking"."""

import re

from sqlalchemy.ext.asyncio import AsyncSession

from casework import messaging
from casework.appointments.models import BookingTalk
from casework.appointments.steps import Step
from casework.base.words import choice_texts
from casework.messaging import Conversation, LastSaid

AND_MORE = re.compile(r"(?:(?:no|number|option)\.? )?(?P<number>\d)[.):,]?,? (?P<rest>(?:but|and|though|also)\b.+)", re.IGNORECASE | re.DOTALL)


async def numbered_and_more(session: AsyncSession, conversation: Conversation, text: str, last: LastSaid | None) -> str | None:
    """The choice in its own words, and the rest, where it is how to meet, or that they would: anywhere else "3 but" may be no 3."""
    found = AND_MORE.fullmatch(text.strip())
    if found is None or last is None or not 0 < int(found["number"]) <= len(last.choices):
        return None
    choice = last.choices[int(found["number"]) - 1]["text"]
    talk = await session.get(BookingTalk, conversation.id)
    asked = talk is not None and talk.step == Step.FORMAT and await messaging.asks(session, conversation, last)
    return f"{choice}, {found['rest']}" if asked or choice == choice_texts("utter_booking_none")[0] else None
