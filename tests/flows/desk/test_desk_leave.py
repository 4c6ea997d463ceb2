"""Days off at the desk: what they hit is seen first, then everybody in it is told, whichever page they were given on."""

from datetime import time, timedelta
from uuid import UUID

import pytest
from sqlalchemy import func, select, update

from casework import appointments, staff
from casework.appointments import Appointment, TimeOff
from casework.base.clock import local, now
from casework.base.db import transaction
from casework.outbox.quiet import QuietNumber
from casework.staff import Staff
from tests.flows.appointments.test_appointments import booked, slot, workday, works
from tests.flows.appointments.test_groups import fill, session_on
from tests.flows.desk.test_desk_diary import Desk, sam_at_desk
from tests.flows.phones import gets

__all__ = ["sam_at_desk"]
JO, ALI = "+447700900890", "+447700900891"


@pytest.fixture
async def meeting(sam: Staff) -> UUID:
    """Jo's, at ten."""
    made = await booked(slot(await works(sam)))
    async with transaction() as session:
        await session.execute(update(Appointment).values(reach={"kind": "sms", "address": JO}, name="Jo"))
    return made


async def leaves(desk: Desk, **more: str) -> str:
    """What the page says once it is sure."""
    form = {"first": str(workday())} | more
    page = await desk.posts("/desk/hours/leave", **form)
    return (await desk.posts("/desk/hours/leave", **form, sure=_sure(page.text))).text


def _sure(page: str) -> str:
    return page.partition('name="sure" value="')[2].partition('"')[0]


async def days_off() -> int:
    async with transaction() as session:
        return (await session.execute(select(func.count()).select_from(TimeOff))).scalar_one()


async def test_everybody_in_a_group_is_told(sam_at_desk: Desk, sam: Staff) -> None:
    group = await session_on(await works(sam), "CV club", places=3)
    await fill(group, JO, "Jo")
    await fill(group, ALI, "Ali")
    page = await leaves(sam_at_desk)
    assert "CV club, 2 people (Jo, Ali)" in page
    assert "Everybody in them has been told" in page
    for phone in (JO, ALI):
        assert sum("is away" in one for one in await gets(phone)) == 1


async def test_nobody_is_told_before_the_worker_has_seen_who_it_is(sam_at_desk: Desk, meeting: UUID) -> None:
    page = (await sam_at_desk.posts("/desk/hours/leave", first=str(workday()), reason="training")).text
    assert "nobody has been told" in page
    assert "Jo with Sam" in page
    assert (await days_off(), await gets(JO)) == (0, [])
    sure = _sure(page)
    async with transaction() as session:
        await session.execute(update(Appointment).values(sequence=1))
    again = (await sam_at_desk.posts("/desk/hours/leave", first=str(workday()), sure=sure)).text
    assert "nobody has been told" in again
    assert await days_off() == 0


async def test_leave_that_hits_nothing_is_saved_at_once_and_says_so(sam_at_desk: Desk, sam: Staff) -> None:
    await works(sam)
    page = (await sam_at_desk.posts("/desk/hours/leave", first=str(workday()))).text
    assert "Saved" in page
    assert "No meetings are touched" in page
    assert await days_off() == 1


@pytest.mark.parametrize(
    ("first", "last", "said"),
    [
        ("2000-01-01", "2000-01-02", "Those days have gone by"),
        ("0001-01-01", "9999-12-31", "more than a year"),
        ("9999-01-01", "9999-01-01", "more than two years ahead"),
    ],
)
async def test_days_that_nobody_means_are_refused(sam_at_desk: Desk, first: str, last: str, said: str) -> None:
    answer = await sam_at_desk.posts("/desk/hours/leave", first=first, last=last, reason="holiday")
    assert answer.status_code == 422
    assert said in answer.text
    assert "holiday" in answer.text
    assert await days_off() == 0


async def test_who_could_not_be_told_is_named_with_the_number(sam_at_desk: Desk, meeting: UUID) -> None:
    async with transaction() as session:
        await session.execute(update(Appointment).values(reach={"kind": "call", "address": JO}))
    page = await leaves(sam_at_desk)
    assert "Please ring Jo on <strong>+447700900890</strong>" in page


async def test_taken_out_again_everybody_hears_that_it_stands_and_may_be_told_anew(
    sam_at_desk: Desk, sam: Staff, meeting: UUID
) -> None:
    await leaves(sam_at_desk)
    async with transaction() as session:
        (off,) = await appointments.leave_of(session, sam, workday())
    page = (await sam_at_desk.posts(f"/desk/hours/leave/{off.id}/drop")).text
    assert "stand after all" in page
    assert sum("It stands after all" in one for one in await gets(JO)) == 1
    await leaves(sam_at_desk)
    assert sum("is away" in one for one in await gets(JO)) == 2


async def test_leave_of_which_another_is_left_does_not_stand_again(sam_at_desk: Desk, sam: Staff, meeting: UUID) -> None:
    await leaves(sam_at_desk)
    await leaves(sam_at_desk, starts="09:00", ends="12:00")
    async with transaction() as session:
        off = next(one for one in await appointments.leave_of(session, sam, workday()) if one.starts == time(9))
    page = (await sam_at_desk.posts(f"/desk/hours/leave/{off.id}/drop")).text
    assert "No meetings are touched" in page
    texts = await gets(JO)
    assert sum("is away" in one for one in texts) == 1
    assert not any("stands" in one for one in texts)


async def test_away_with_somebody_who_stands_in_tells_as_leave_does(sam_at_desk: Desk, sam: Staff, meeting: UUID) -> None:
    async with transaction() as session:
        kim = await staff.add(session, "kim@example.org", "Kim", "key_worker", sam.areas, "a long password")
    form = {"away_from": str(workday()), "away_until": str(workday() + timedelta(days=1)), "deputy": str(kim.id)}
    page = (await sam_at_desk.posts("/desk/absence", **form)).text
    assert "nobody has been told" in page
    assert await gets(JO) == []
    page = (await sam_at_desk.posts("/desk/absence", **form, sure=_sure(page))).text
    assert "Everybody in them has been told" in page
    assert sum("is away" in one for one in await gets(JO)) == 1
    page = (await sam_at_desk.posts("/desk/absence")).text
    assert "stand after all" in page
    assert sum("It stands after all" in one for one in await gets(JO)) == 1


async def test_away_for_longer_than_a_year_is_refused(sam_at_desk: Desk, sam: Staff) -> None:
    today = local(now()).date()
    answer = await sam_at_desk.posts("/desk/absence", away_from=str(today), away_until="9999-12-31", deputy=str(sam.id))
    assert answer.status_code == 422


async def test_who_stopped_the_texts_is_to_be_rung(sam_at_desk: Desk, meeting: UUID) -> None:
    async with transaction() as session:
        session.add(QuietNumber(number=JO, why="stopped", appointments=False))
    page = await leaves(sam_at_desk)
    assert "Please ring Jo on <strong>+447700900890</strong>" in page
    assert "They stopped the texts" in page
    assert await gets(JO) == []
