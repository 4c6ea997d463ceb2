"""Who has no phone for a call or a link is told that we can meet face to face, and may have a number after all."""

from uuid import UUID

import pytest

from casework.appointments import Step
from casework.appointments.words.particulars import has_no_number
from tests.flows.appointments.test_booking_talks import chat, day, says

__all__ = ["chat"]


@pytest.mark.parametrize("text", ["no phone", "i dont have a phone", "i have no number", "havent got a mobile"])
def test_none(text: str) -> None:
    assert has_no_number(text)


@pytest.mark.parametrize("text", ["no phone", "i dont have a phone"])
@pytest.mark.parametrize("way", ["phone", "video"])
async def test_they_may_meet_otherwise_or_have_a_number_after_all(chat: UUID, way: str, text: str) -> None:
    talk = await says(chat, f"by {way}", f"{day()} at 10", "1", "yes", "my name is Jo", text)
    assert (talk.step, talk.misses, talk.format) == (Step.NUMBER, 1, way)
    assert (await says(chat, "ok its 07700 900741")).step == Step.ADJUSTMENTS
