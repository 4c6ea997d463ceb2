"""Another meeting after one called off or missed, by the same name, and never two at one time, against the real database."""

from datetime import datetime, time, timedelta

import pytest
from sqlalchemy import update

from casework import appointments
from casework.appointments import Appointment, BookingTalk, Step
from casework.appointments.times.diary import instant
from casework.base.clock import now
from casework.base.db import transaction
from casework.staff import Staff
from tests.flows.appointments.test_appointments import workday, works
from tests.flows.appointments.test_booking_talks import AREA
from tests.flows.appointments.test_booking_ways import on_the_day
from tests.flows.appointments.test_booking_ways import says as hears
from tests.flows.appointments.test_having import BOOK, books, hears_us, held, kim, mine, says, talk_of
from tests.flows.conftest import Claimant

__all__ = ["kim", "mine"]
PHONE = "+447700900433"


async def cancels(claimant: Claimant, mine: Appointment) -> None:
    async with transaction() as session:
        await appointments.cancel(session, await session.get_one(Appointment, mine.id))
    await hears_us(claimant, "utter_booking_cancelled")


@pytest.mark.parametrize("text", ["i want it back", "didnt mean to cancel", "no wait i do want it sorry", "oh no wait i need it after all", "sorry can i undo that", "mae'n ddrwg gen i, dw i eisiau fe yn ôl"])
async def test_called_off_and_wanted_back_is_the_same_time(claimant: Claimant, mine: Appointment, text: str) -> None:
    await cancels(claimant, mine)
    assert await says(claimant, text) == []
    again = await held(claimant)
    assert (again.starts_at, again.format, again.venue, again.diary_id) == (mine.starts_at, mine.format, mine.venue, mine.diary_id)
    assert (await hears(claimant.conversation, "yes", phone=None)).step == Step.NUMBER


async def test_wanted_back_though_something_else_was_said_since(claimant: Claimant, mine: Appointment) -> None:
    await cancels(claimant, mine)
    await hears_us(claimant, "utter_deny")
    assert (await claimant.writes("i do want it")).message.meant is None
    assert await says(claimant, "can i have my appointment back") == []
    assert (await held(claimant)).starts_at == mine.starts_at


async def test_another_was_booked_since_and_nothing_is_wanted_back(claimant: Claimant, mine: Appointment) -> None:
    await cancels(claimant, mine)
    await books(claimant)
    assert (await claimant.writes("i do want it")).message.meant is None


async def test_wanted_back_and_gone_the_nearest_are_offered(claimant: Claimant, mine: Appointment) -> None:
    await cancels(claimant, mine)
    async with transaction() as session:
        sought = appointments.Sought("phone", "phone")
        taken = appointments.Slot(mine.starts_at, mine.starts_at + timedelta(minutes=20), mine.diary_id, "", None)
        await appointments.book(session, await appointments.hold(session, AREA, taken, sought, None), AREA)
    await says(claimant, "i want it back")
    talk = await talk_of(claimant)
    assert (talk.step, talk.why, talk.format) == (Step.CHOOSE, "taken", "in_person")


@pytest.mark.parametrize(("text", "step"), [("tuesday morning", Step.CHOOSE), ("can you rebook me", Step.WHEN)])
async def test_booked_anew_it_is_in_the_same_way_with_what_they_need(claimant: Claimant, mine: Appointment, text: str, step: Step) -> None:
    async with transaction() as session:
        await session.execute(update(Appointment).values(note="I use a walking frame", features=["step_free"]))
    await cancels(claimant, mine)
    await says(claimant, text)
    talk = await talk_of(claimant)
    assert (talk.step, talk.format, talk.features, talk.needs) == (step, "in_person", ["step_free"], "I use a walking frame")


async def missed(claimant: Claimant, mine: Appointment) -> None:
    async with transaction() as session:
        ago = now() - timedelta(hours=3)
        await session.execute(update(Appointment).values(state="did_not_come", starts_at=ago, ends_at=ago + timedelta(hours=1), blocked_until=ago + timedelta(hours=1)))
    await hears_us(claimant, "utter_booking_missed")


async def test_after_a_missed_meeting_sorry_is_taken_kindly_once(claimant: Claimant, mine: Appointment) -> None:
    await missed(claimant, mine)
    assert await says(claimant, "sorry i was ill") == ["utter_booking_missed_kindly"]
    await hears_us(claimant, "utter_booking_missed_kindly")
    assert (await claimant.writes("sorry i was ill")).message.meant is None
    assert (await claimant.writes("yes please")).message.meant == BOOK


@pytest.mark.parametrize("text", ["yes", "i forgot sorry can i have another", "another one please"])
async def test_after_a_missed_meeting_another_is_booked(claimant: Claimant, mine: Appointment, text: str) -> None:
    await missed(claimant, mine)
    assert (await claimant.writes(text)).message.meant == BOOK


async def test_a_name_that_is_known_is_not_asked_again(claimant: Claimant, mine: Appointment) -> None:
    talk = await hears(claimant.conversation, "face to face", on_the_day("at 2"), "1", "yes", phone=None)
    assert talk.step == Step.NUMBER
    async with transaction() as session:
        assert (await session.get_one(Appointment, talk.holding_id)).name == "Jo"


async def test_nobody_is_in_two_meetings_at_one_time(claimant: Claimant, mine: Appointment, kim: Staff) -> None:
    await works(kim)
    talk = await hears(claimant.conversation, "by phone", on_the_day("at 10"), phone=None)
    assert (talk.step, talk.why) == (Step.CHOOSE, "theirs")
    assert 1 <= len(talk.offered) <= 3
    assert mine.starts_at not in [datetime.fromisoformat(one["start"]) for one in talk.offered]


@pytest.mark.parametrize(("name", "step"), [("jo", Step.CHOOSE), ("Max", Step.ADJUSTMENTS)])
async def test_on_a_phone_of_several_the_same_name_is_the_same_person(claimant: Claimant, sam: Staff, kim: Staff, name: str, step: Step) -> None:
    for one in (sam, kim):
        await works(one)
    for named, worker in (("Jo", sam), (name, kim)):
        talk = await hears(claimant.conversation, "by phone", on_the_day("at 10"), "1", phone=PHONE)
        async with transaction() as session:
            kept = await session.get_one(Appointment, talk.holding_id)
            kept.name, kept.starts_at, kept.ends_at, kept.blocked_until = named, at(10), at(10, 20), at(10, 20)
            kept.diary_id = (await appointments.diary_of(session, worker.id)).id
        talk = await hears(claimant.conversation, "yes", phone=PHONE)
        async with transaction() as session:
            await appointments.end_talk(session, await session.get_one(BookingTalk, claimant.conversation))
    assert talk.step == step
    assert (talk.why == "theirs") == (step == Step.CHOOSE)


def at(hour: int, minute: int = 0) -> datetime:
    return instant(workday(), time(hour, minute))
