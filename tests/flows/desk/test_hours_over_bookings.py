"""New hours over what is booked: the desk sees whom they hit first, and the meetings need another time until the worker keeps them."""

from collections.abc import Sequence
from datetime import date, time, timedelta
from uuid import UUID

import pytest
from sqlalchemy import update

from casework import appointments
from casework.appointments import Appointment, Period
from casework.appointments.models import CalendarCopy
from casework.base.clock import local, now
from casework.base.db import transaction
from casework.base.errors import Conflict
from casework.staff import Staff
from tests.flows.appointments.test_appointments import AREA, booked, held, slot, workday, works
from tests.flows.desk.test_desk_diary import Desk, sam_at_desk
from tests.flows.desk.test_desk_leave import JO, _sure, meeting
from tests.flows.desk.test_diary import rebook
from tests.flows.phones import gets

__all__ = ["meeting", "sam_at_desk"]
MORNINGS = {f"{name}-{day}-0": said for day in range(5) for name, said in [("starts", "11:00"), ("ends", "17:00"), ("venue", "hub")]}
ALL_DAY = MORNINGS | {f"starts-{day}-0": "09:00" for day in range(5)}


def week(starts: time = time(9), ends: time = time(17), venue: str | None = "hub") -> list[Period]:
    return [Period(day, starts, ends, venue) for day in range(5)]


async def sets(sam: Staff, hours: Sequence[Period], since: date | None = None, until: date | None = None) -> None:
    async with transaction() as session:
        await appointments.set_hours(session, sam, AREA, hours, since or local(now()).date(), sam, until)


@pytest.mark.parametrize(
    ("hours", "listed"),
    [
        (week(), []),
        (week(time(10), time(11)), []),
        ([*week(time(9), time(10, 30)), *week(time(10, 30), time(12))], []),
        (week(time(10, 15)), ["Jo"]),
        (week(venue="library"), ["Jo"]),
        (week(venue=None), ["Jo"]),
        ([*week(time(9), time(10, 30)), *week(time(10, 45), time(12))], ["Jo"]),
        ([], ["Jo"]),
    ],
)
async def test_outside_the_hours_it_needs_another_time(meeting: UUID, sam: Staff, hours: list[Period], listed: list[str]) -> None:
    await sets(sam, hours)
    assert await rebook() == listed


async def test_by_phone_it_is_the_same_wherever_the_worker_is(meeting: UUID, sam: Staff) -> None:
    async with transaction() as session:
        await session.execute(update(Appointment).values(format="phone", venue=None))
    await sets(sam, week(venue="library"))
    assert await rebook() == []


async def test_other_hours_for_a_while_count_only_in_those_days(meeting: UUID, sam: Staff) -> None:
    await sets(sam, [], workday() + timedelta(days=1), workday() + timedelta(days=7))
    assert await rebook() == []
    await sets(sam, [], workday(), workday())
    assert await rebook() == ["Jo"]


async def test_whose_hours_nobody_wrote_down_has_none_to_be_outside_of(sam: Staff) -> None:
    async with transaction() as session:
        diary = (await appointments.diary_of(session, sam.id)).id
    await booked(slot(diary))
    assert await rebook() == []


async def test_the_form_shows_whom_it_hits_before_anything_is_saved(sam_at_desk: Desk, meeting: UUID) -> None:
    page = (await sam_at_desk.posts("/desk/hours", **MORNINGS)).text
    assert "Jo with Sam" in page
    assert "nobody has been told" in page
    assert (await rebook(), await gets(JO)) == ([], [])
    page = (await sam_at_desk.posts("/desk/hours", **MORNINGS, sure=_sure(page))).text
    assert "Everybody in them has been told" in page
    assert await rebook() == ["Jo"]
    assert sum("another time" in one for one in await gets(JO)) == 1
    assert "does not work there then" in await sam_at_desk.sees("/desk/diary")
    page = (await sam_at_desk.posts("/desk/hours", **ALL_DAY)).text
    assert "stand after all" in page
    assert sum("It stands after all" in one for one in await gets(JO)) == 1
    assert await rebook() == []


async def test_kept_on_purpose_it_is_not_listed_and_nobody_is_told(sam_at_desk: Desk, meeting: UUID) -> None:
    page = (await sam_at_desk.posts("/desk/hours", **MORNINGS)).text
    assert (await sam_at_desk.posts("/desk/hours", **MORNINGS, sure=_sure(page), keep="true")).status_code == 303
    assert (await rebook(), await gets(JO)) == ([], [])


async def test_listed_it_may_still_be_kept(sam_at_desk: Desk, sam: Staff, meeting: UUID) -> None:
    await sets(sam, [])
    await sam_at_desk.posts(f"/desk/appointments/{meeting}/calendar/clash", change="false", seen=await _seen(meeting))
    assert await rebook() == []


async def _seen(meeting: UUID) -> str:
    async with transaction() as session:
        return appointments.shown(await appointments.get(session, meeting))


async def test_moved_outside_the_hours_by_the_worker_it_is_not_listed(sam: Staff, meeting: UUID) -> None:
    async with transaction() as session:
        found = await appointments.get(session, meeting)
        start = found.starts_at + timedelta(hours=8)
        session.add(CalendarCopy(
            appointment_id=meeting, diary_id=found.diary_id, sequence=0, proposal="moved", proposed_start=start, proposed_end=start + timedelta(hours=1),
        ))
    async with transaction() as session:
        await appointments.accept(session, meeting, sam)
    async with transaction() as session:
        assert local((await appointments.get(session, meeting)).starts_at).time() == time(18)
    assert await rebook() == []


async def test_a_time_that_is_kept_while_the_hours_change_is_not_booked(sam: Staff) -> None:
    mine = await held(slot(await works(sam)))
    await sets(sam, [])
    with pytest.raises(Conflict, match="does not work"):
        async with transaction() as session:
            await appointments.book(session, await session.get_one(Appointment, mine), AREA)
