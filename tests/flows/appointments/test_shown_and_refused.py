"""What they say to times shown that do not suit: it is what they want that is looked for."""

from datetime import time
from uuid import UUID

import pytest

from casework.appointments import Step
from tests.flows.appointments.test_appointments import workday
from tests.flows.appointments.test_booking_corrections import starts
from tests.flows.appointments.test_booking_talks import chat, day, says

__all__ = ["chat"]


async def test_one_of_them_is_too_tight_and_later_is_wished_for(chat: UUID) -> None:
    talk = await says(chat, "face to face", f"{day()} at 2pm")
    shown = starts(talk)[0]
    talk = await says(chat, f"{talk.offered[0]['title']} is too tight, have you got anything about 3 or later that day?")
    assert talk.step == Step.CHOOSE
    assert {one.date() for one in starts(talk)} == {workday()}
    assert all(one > shown and one.time() >= time(15) for one in starts(talk))


@pytest.mark.usefixtures("on_a_monday")
@pytest.mark.parametrize("said", ["none of those are wednesday or thursday", "no i said wednesday or thursday", "No I want wednesday or thursday please"])
async def test_none_is_of_the_days_they_want(chat: UUID, said: str) -> None:
    await says(chat, "by phone", f"{day()} at 10")
    assert {one.weekday() for one in starts(await says(chat, said))} <= {2, 3}


async def test_any_morning_after_ten(chat: UUID) -> None:
    found = starts(await says(chat, "by phone", "any morning really, my carer leaves at 10. so after 10"))
    assert found
    assert all(time(10) <= one.time() < time(12) for one in found)


async def test_between_the_school_runs(chat: UUID) -> None:
    found = starts(await says(chat, "1 but it has to be between school run so like 930 to 230", "face to face"))
    assert found
    assert all(time(9, 30) <= one.time() < time(14, 30) for one in found)
