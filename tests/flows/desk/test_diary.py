"""What workers do with meetings: call off, give to a colleague, find those that nobody will be there for."""

from datetime import time, timedelta
from uuid import UUID

import pytest
from sqlalchemy import update

from casework import appointments, staff
from casework.appointments import Appointment, TimeOff
from casework.base.db import transaction
from casework.base.errors import Conflict, NotFound
from casework.staff import Staff
from tests.flows.appointments.test_appointments import booked, slot, workday, works
from tests.flows.phones import PHONE, gets

AREAS = ["northbridge"]


@pytest.fixture
async def kim(sam: Staff) -> Staff:
    async with transaction() as session:
        made = await staff.add(session, "kim@example.org", "Kim", "key_worker", AREAS, "a long password")
    await works(made)
    return made


@pytest.fixture
async def meeting(sam: Staff) -> UUID:
    made = await booked(slot(await works(sam)))
    async with transaction() as session:
        await session.execute(update(Appointment).values(reach={"kind": "sms", "address": PHONE}, name="Jo"))
    return made


async def rebook() -> list[str]:
    async with transaction() as session:
        return [one.name for one in await appointments.to_rebook(session, AREAS)]


async def test_called_off_is_told_with_an_apology_and_another_time(meeting: UUID, sam: Staff) -> None:
    async with transaction() as session:
        assert not await appointments.call_off(session, meeting, sam)
    got = await gets()
    assert len(got) == 1
    assert "not yours" in got[0]
    assert "1 Another time" in got[0]
    async with transaction() as session:
        with pytest.raises(Conflict):
            await appointments.call_off(session, meeting, sam)


async def test_somebody_who_left_no_way_to_write_must_be_rung(meeting: UUID, sam: Staff) -> None:
    async with transaction() as session:
        await session.execute(update(Appointment).values(reach={"kind": "call", "address": PHONE}))
    async with transaction() as session:
        assert await appointments.call_off(session, meeting, sam)
    assert await gets() == []


async def test_given_to_a_colleague_keeps_the_time(meeting: UUID, sam: Staff, kim: Staff) -> None:
    async with transaction() as session:
        before = (await appointments.get(session, meeting)).starts_at
        await appointments.reassign(session, meeting, kim, sam)
    async with transaction() as session:
        after = await appointments.get(session, meeting)
        assert (after.starts_at, after.sequence) == (before, 1)
        assert await appointments.worker_of(session, after) == "Kim"
    assert "but with Kim" in (await gets())[0]


async def test_a_busy_colleague_is_refused(meeting: UUID, sam: Staff, kim: Staff) -> None:
    async with transaction() as session:
        theirs = (await appointments.diary_of(session, kim.id)).id
    await booked(slot(theirs, venue=None), "phone")
    async with transaction() as session:
        with pytest.raises(Conflict, match="something on"):
            await appointments.reassign(session, meeting, kim, sam)


async def test_another_area_changes_nothing(meeting: UUID, vera: Staff, kim: Staff) -> None:
    async with transaction() as session:
        with pytest.raises(NotFound):
            await appointments.call_off(session, meeting, vera)
        with pytest.raises(NotFound):
            await appointments.reassign(session, meeting, kim, vera)


async def test_leave_over_a_booking_is_listed_and_offers_no_more_times(meeting: UUID, sam: Staff, kim: Staff) -> None:
    assert await rebook() == []
    async with transaction() as session:
        me = await session.get_one(Staff, sam.id)
        await staff.set_absence(session, me, workday(), workday(), kim)
    assert await rebook() == ["Jo"]


@pytest.mark.parametrize(("starts", "ends", "listed"), [(time(9), time(10), []), (time(9), time(11), ["Jo"])])
async def test_hours_off_count_only_where_they_touch(
    meeting: UUID, sam: Staff, starts: time, ends: time, listed: list[str]
) -> None:
    async with transaction() as session:
        diary = await appointments.diary_of(session, sam.id)
        session.add(TimeOff(diary_id=diary.id, first=workday(), last=workday(), starts=starts, ends=ends))
    assert await rebook() == listed


async def test_a_week_holds_seven_days_and_no_more(meeting: UUID, sam: Staff) -> None:
    monday = workday() - timedelta(days=workday().weekday())
    async with transaction() as session:
        assert len(await appointments.week(session, AREAS, monday, sam)) == 1
        assert await appointments.week(session, AREAS, monday + timedelta(days=7), sam) == []
        assert await appointments.week(session, ["vale"], monday) == []
