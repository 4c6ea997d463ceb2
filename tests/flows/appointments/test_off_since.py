"""A worker goes on leave while a time with them is kept or shown: nobody is booked into it, and other times are offered."""

from collections.abc import Awaitable, Callable
from uuid import UUID

import pytest
from sqlalchemy import select, update

from casework import appointments, messaging, staff
from casework.appointments import Appointment, Step, Waiting
from casework.appointments.meetings import service
from casework.appointments.meetings.taking import take
from casework.base.db import transaction
from casework.base.errors import Conflict, NotFound
from casework.staff import Staff
from tests.flows.appointments.test_appointments import AREA, booked, held, slot, workday, works
from tests.flows.appointments.test_booking_ways import says

ON_THE_DAY = f"{workday():%d %B} at 10"


async def goes_on_leave(worker: Staff) -> None:
    async with transaction() as session:
        found = await session.get_one(Staff, worker.id)
        told = await appointments.add_leave(session, [found], workday(), workday(), None, "", found)
        assert told.hit == []


async def is_away(worker: Staff) -> None:
    async with transaction() as session:
        await session.execute(update(Staff).where(Staff.id == worker.id).values(away_from=workday(), away_until=workday()))


@pytest.mark.parametrize("off", [goes_on_leave, is_away])
async def test_a_yes_does_not_book_into_leave(sam: Staff, off: Callable[[Staff], Awaitable[None]]) -> None:
    mine = await held(slot(await works(sam)))
    await off(sam)
    with pytest.raises(Conflict, match="away then"):
        async with transaction() as session:
            await appointments.book(session, await session.get_one(Appointment, mine), AREA)


async def test_nothing_is_moved_or_kept_or_handed_over_into_leave(sam: Staff) -> None:
    async with transaction() as session:
        kim = await staff.add(session, "kim@example.org", "Kim", "key_worker", ["northbridge"], "a long password")
    mine, to = await booked(slot(await works(kim))), await held(slot(await works(sam)))
    await goes_on_leave(sam)
    async with transaction() as session:
        meeting, wanted = [await session.get_one(Appointment, one) for one in (mine, to)]
        with pytest.raises(Conflict, match="away then"):
            await appointments.move(session, meeting, wanted)
        with pytest.raises(Conflict, match="away then"):
            await service.give_to(session, meeting, wanted.diary_id)
        assert (meeting.diary_id, meeting.sequence) != (wanted.diary_id, 1)
        wanted.state = "let_go"
    with pytest.raises(Conflict, match="away then"):
        await held(slot(wanted.diary_id))


async def chat() -> UUID:
    async with transaction() as session:
        return (await messaging.start(session, "northbridge", "Northbridge"))[0].id


async def test_in_a_talk_other_times_are_offered(sam: Staff) -> None:
    await works(sam)
    mine = await chat()
    asked = await says(mine, "face to face", ON_THE_DAY, "1")
    assert asked.step == Step.CONFIRM
    await goes_on_leave(sam)
    after = await says(mine, "yes", "Amina")
    assert (after.step, after.why) == (Step.CHOOSE, "taken")
    assert after.offered
    assert not any(one["start"].startswith(str(workday())) for one in after.offered)
    async with transaction() as session:
        assert (await session.get_one(Appointment, asked.holding_id)).state == "let_go"


async def test_offered_by_email_it_is_gone_and_they_wait_on(sam: Staff) -> None:
    mine = await held(slot(await works(sam)))
    async with transaction() as session:
        who = {"area": "northbridge", "conversation_id": await chat(), "state": "offered", "offered_id": mine}
        session.add(Waiting(kind="review", format="in_person", wish={}, **who))
    await goes_on_leave(sam)
    async with transaction() as session:
        with pytest.raises(NotFound):
            await take(session, mine)
        entry = (await session.execute(select(Waiting.id))).scalar_one()
    async with transaction() as session:
        assert (await session.get_one(Appointment, mine)).state == "let_go"
        assert (await session.get_one(Waiting, entry)).state == "waiting"
