"""What ordinary people met, a fourth time: times told apart, names given once, what is said beside an answer."""

from datetime import UTC, date, datetime, time, timedelta
from uuid import UUID

import pytest
from rasa_sdk.executor import CollectingDispatcher

from actions.booking_times import about_times
from casework import appointments, staff
from casework.appointments import BookingTalk, Step
from casework.appointments.diary import Slot
from casework.appointments.roughly import around, near
from casework.appointments.whom import asks_which
from casework.base.db import transaction
from casework.staff import Staff
from tests.flows.test_appointments import works
from tests.flows.test_booking_asides import turn
from tests.flows.test_booking_talks import chat, day, says
from tests.flows.test_booking_walked_on import asked, step

__all__ = ["chat"]


@pytest.fixture
async def amina(sam: Staff) -> Staff:
    """She has as much time as Sam."""
    async with transaction() as session:
        made = await staff.add(session, "amina@example.org", "Amina Begum", "key_worker", ["northbridge"], "a long password")
    await works(made)
    return made


def starts(talk: BookingTalk) -> list[str]:
    return [one["start"] for one in talk.offered]


@pytest.mark.parametrize("text", ["{day} about 1.30", "{day} around 10", "as late as possible on {day}", "{day} at 1.30", "{day}"])
async def test_no_time_is_shown_twice(chat: UUID, amina: Staff, text: str) -> None:
    talk = await says(chat, "face to face", text.format(day=day()))
    assert len(set(starts(talk))) == len(starts(talk)) > 0


def free(on: int, *hours: str, worker: str = "sam") -> list[Slot]:
    found = [datetime.combine(date(2026, 12, on), time.fromisoformat(one), UTC) for one in hours]
    return [Slot(one, one + timedelta(minutes=30), 0, worker, "hub") for one in found]


def test_of_two_workers_at_one_time_the_first_is_shown_and_another_time() -> None:
    found = around([*free(4, "13:30", worker="amina"), *free(4, "13:30", "14:00", "14:15")], time(13, 30))
    assert [(f"{one.start:%H:%M}", one.worker) for one in found] == [("13:30", "amina"), ("14:00", "sam"), ("14:15", "sam")]


def test_near_an_hour_of_any_day_is_no_morning() -> None:
    found = near([*free(3, "09:00", "14:45"), *free(4, "09:00", "12:45"), *free(7, "15:15")], time(15))
    assert [f"{one.start:%d %H:%M}" for one in found] == ["03 14:45", "07 15:15"]


async def test_which_is_with_whom_is_told(chat: UUID, amina: Staff) -> None:
    talk = await says(chat, "face to face", f"{day()} about 1.30")
    for one, worker in zip(talk.offered, ("Sam", "Amina Begum", "Sam"), strict=True):
        one["worker"] = worker
    say = CollectingDispatcher()
    async with transaction() as session:
        assert appointments.asked_of_times(talk, "which one is amina") == "which"
        await about_times(turn(session, chat, "which one is amina", "nlu_fallback"), talk, "which", say)
    assert say.messages[0]["response"] == "utter_booking_about_which"
    assert say.messages[0]["each"].count("is with") == len(talk.offered)


@pytest.mark.parametrize("text", ["which one is amina", "Which one is with Amina?", "which is amina's", "who is which", "which ones are with sam pls"])
async def test_which_is_whose_is_no_choice(chat: UUID, amina: Staff, text: str) -> None:
    await says(chat, "face to face", f"{day()} about 1.30")
    assert asks_which(text, ["Amina Begum", "Sam"])


@pytest.mark.parametrize("text", ["which one is the earliest", "amina please", "the one with amina", "which bus is it", "who is amina"])
def test_it_is_not_asked_which_is_whose(text: str) -> None:
    assert not asks_which(text, ["Amina Begum", "Sam"])
