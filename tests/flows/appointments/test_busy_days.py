"""Days on which somebody has something else are left out of the times they are offered."""

from datetime import timedelta
from uuid import UUID

import pytest

from casework.appointments import BookingTalk, Step
from tests.flows.appointments.test_appointments import workday
from tests.flows.appointments.test_booking_talks import chat, day, says, states

__all__ = ["chat"]
WEEK = [workday() + timedelta(days=more) for more in range(-1, 4)]


def named(number: int) -> str:
    return WEEK[number].strftime("%d %B")


def shown(talk: BookingTalk) -> set[str]:
    return {one["start"][:10] for one in talk.offered}


@pytest.mark.parametrize("words", ["{} i have doctor", "{} i've got physio", "cant {}, hospital", "no, {} i have a dentist appointment at 2"])
async def test_that_day_is_left_out_and_others_are_offered(chat: UUID, words: str) -> None:
    first = await says(chat, "by phone", day())
    assert shown(first) == {str(workday())}
    talk = await says(chat, words.format(day()))
    assert (talk.step, talk.why, len(talk.offered)) == (Step.CHOOSE, None, 3)
    assert str(workday()) not in shown(talk)


async def test_it_stays_left_out(chat: UUID) -> None:
    whole_week = f"between {named(0)} and {named(4)}"
    talk = await says(chat, "by phone", whole_week)
    assert str(WEEK[0]) in shown(talk)
    for words in (f"{named(0)} i have doctor", f"{named(1)} i've got physio", whole_week, "Other times", whole_week):
        talk = await says(chat, words)
    assert talk.step == Step.CHOOSE
    assert talk.offered
    assert not shown(talk) & {str(WEEK[0]), str(WEEK[1])}


async def test_it_is_offered_again_when_they_ask_for_it(chat: UUID) -> None:
    talk = await says(chat, "by phone", f"{day()} i have doctor", f"{day()} is fine after all")
    assert shown(talk) == {str(workday())}


async def test_said_before_how_to_meet(chat: UUID) -> None:
    talk = await says(chat, f"{day()} i have doctor", "by phone", f"between {named(1)} and {named(2)}")
    assert shown(talk) == {str(WEEK[2])}


async def test_said_of_the_time_that_is_read_back(chat: UUID) -> None:
    talk = await says(chat, "by phone", f"{day()} at 10", "1", f"oh no {day()} i have doctor")
    assert (talk.step, await states()) == (Step.CHOOSE, ["let_go"])
    assert talk.offered
    assert str(workday()) not in shown(talk)
