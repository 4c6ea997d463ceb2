"""Who has a meeting and finds no better time may wait for one: the meeting stands till then, and moves where they say yes."""

from datetime import datetime, time
from uuid import UUID

import pytest
from sqlalchemy import select, update

from casework import appointments
from casework.appointments import Appointment, BookingTalk, Step
from casework.appointments.meetings.freed import offer_freed_times
from casework.appointments.meetings.taking import take
from casework.appointments.times.diary import instant
from casework.base.db import transaction
from casework.staff import Staff
from tests.flows.appointments.test_appointments import booked, slot, workday, works
from tests.flows.appointments.test_booking_ways import PHONE, daytime, on_the_day, said, says
from tests.flows.appointments.test_waiting import entry, texting

__all__ = ["daytime"]


class Mover:
    def __init__(self, thread: UUID, mine: UUID, in_the_way: UUID) -> None:
        self.thread, self.mine, self.in_the_way = thread, mine, in_the_way

    async def starts(self) -> datetime:
        async with transaction() as session:
            return (await session.get_one(Appointment, self.mine)).starts_at

    async def comes_free(self) -> None:
        async with transaction() as session:
            await appointments.cancel(session, await session.get_one(Appointment, self.in_the_way))
        await offer_freed_times()


@pytest.fixture
async def mover(sam: Staff, daytime: None) -> Mover:
    """Jo's call is at two; Jo would have ten, which is taken, and waits for it by text."""
    diary = await works(sam)
    in_the_way, mine = await booked(slot(diary, venue=None), "phone"), await booked(slot(diary, time(14), 20, None), "phone")
    thread = await texting(PHONE)
    async with transaction() as session:
        reach = {"kind": "sms", "address": PHONE}
        await session.execute(update(Appointment).where(Appointment.id == mine).values(name="Jo", reach=reach, conversation_id=thread, kind="phone"))
        await appointments.begin_talk(session, thread, await session.get_one(Appointment, mine))
    talk = await says(thread, on_the_day("at 10"))
    assert (talk.step, talk.why) == (Step.CHOOSE, "taken")
    talk = await says(thread, "waiting list")
    assert (talk.step, talk.misses) == (Step.WAITING, 0)
    async with transaction() as session:
        await appointments.end_talk(session, await session.get_one(BookingTalk, thread))
    return Mover(thread, mine, in_the_way)


async def test_the_meeting_stands_while_they_wait(mover: Mover) -> None:
    waits = await entry()
    assert (waits.state, waits.name, waits.moving_id) == ("waiting", "Jo", mover.mine)
    assert await mover.starts() == instant(workday(), time(14))


async def test_a_yes_moves_it_and_they_wait_no_more(mover: Mover) -> None:
    await mover.comes_free()
    (told,) = await said(mover.thread)
    assert "Move yours there?" in told
    talk = await says(mover.thread, "Yes, book it")
    assert (talk.step, talk.moving_id) == (Step.DONE, mover.mine)
    assert await mover.starts() == instant(workday(), time(10))
    assert (await entry()).state == "booked"
    async with transaction() as session:
        assert len((await session.execute(select(Appointment).where(Appointment.state == "booked"))).all()) == 1


async def test_a_yes_on_the_page_of_an_email_moves_it_too(mover: Mover) -> None:
    await mover.comes_free()
    async with transaction() as session:
        made = await take(session, (await entry()).offered_id)  # type: ignore[arg-type]
        assert (made.id, made.starts_at) == (mover.mine, instant(workday(), time(10)))
    assert (await entry()).state == "booked"


async def test_a_no_leaves_it_as_it_is_and_they_wait_on(mover: Mover) -> None:
    await mover.comes_free()
    await says(mover.thread, "no thank you")
    assert await mover.starts() == instant(workday(), time(14))
    assert (await entry()).state == "waiting"


async def test_called_off_meanwhile_what_comes_free_is_one_to_book(mover: Mover) -> None:
    async with transaction() as session:
        await appointments.cancel(session, await session.get_one(Appointment, mover.mine))
    await mover.comes_free()
    assert "Book it?" in (await said(mover.thread))[-1]
    assert (await says(mover.thread, "yes")).moving_id is None
    assert (await entry()).state == "booked"
