"""Who has no phone is met face to face instead, at the time that was kept where that can be."""

from uuid import UUID

import pytest

from casework.appointments import Step
from casework.appointments.particulars import has_no_number
from tests.flows.test_booking_talks import chat, day, says

__all__ = ["chat"]


@pytest.mark.parametrize("text", ["no phone", "i dont have a phone", "i have no number", "havent got a mobile"])
def test_none(text: str) -> None:
    assert has_no_number(text)


@pytest.mark.parametrize("text", ["no phone", "i dont have a phone"])
async def test_face_to_face_at_the_same_time(chat: UUID, text: str) -> None:
    talk = await says(chat, "by video", f"{day()} at 10", "1", "yes", "my name is Jo")
    assert talk.step == Step.NUMBER
    talk = await says(chat, text)
    assert (talk.step, talk.format, talk.why) == (Step.CHOOSE, "in_person", "no_number")
    assert talk.offered[0]["title"].endswith("at 10am")
