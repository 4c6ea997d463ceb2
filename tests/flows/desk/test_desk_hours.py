"""Hours saved at the desk are confirmed and shown as they will be; days away are refused with the reason."""

from datetime import timedelta

import pytest
from sqlalchemy import update

from casework.appointments import TimeOff
from casework.base.clock import local, now
from casework.base.db import transaction
from casework.council import say_date
from casework.staff import Staff
from tests.flows.appointments.test_appointments import works
from tests.flows.desk.test_desk_colleagues import kim
from tests.flows.desk.test_desk_diary import Desk, sam_at_desk

__all__ = ["kim", "sam_at_desk"]
TODAY = local(now()).date()
FIRST, LAST = TODAY + timedelta(days=3), TODAY + timedelta(days=5)


async def saves(desk: Desk, **more: str) -> str:
    form = {"area": "vale", "starts-0-0": "10:15", "ends-0-0": "12:45", "venue-0-0": "-"}
    answer = await desk.posts("/desk/hours", **form | more)
    assert answer.status_code == 303, answer.text
    return await desk.sees(answer.headers["location"])


@pytest.mark.parametrize("days", [0, 15])
async def test_hours_are_confirmed_and_shown_as_they_will_be(sam_at_desk: Desk, sam: Staff, days: int) -> None:
    async with transaction() as session:
        await session.execute(update(Staff).where(Staff.id == sam.id).values(areas=["northbridge", "vale"]))
    since = TODAY + timedelta(days=days)
    page = await saves(sam_at_desk, since=str(since) if days else "")
    assert f"Saved: Vale, from {say_date(since)}" in page
    assert "The week in Vale" in page
    assert 'value="10:15"' in page
    assert "Saved:" not in await sam_at_desk.sees("/desk/hours?area=vale")


@pytest.mark.parametrize(
    ("first", "last", "said"),
    [
        ("", LAST, "Choose the first day too"),
        (FIRST, "", "Choose the last day too"),
        (LAST, FIRST, "The last day cannot be before the first"),
        (TODAY - timedelta(days=9), TODAY - timedelta(days=2), "Those days have gone by"),
    ],
)
async def test_days_away_that_cannot_be_are_refused(sam_at_desk: Desk, kim: Staff, first: object, last: object, said: str) -> None:
    answer = await sam_at_desk.posts("/desk/absence", away_from=str(first), away_until=str(last), deputy=str(kim.id))
    assert answer.status_code == 422
    assert said in answer.text
    assert (await of_kim(kim)).away_from is None


async def of_kim(kim: Staff) -> Staff:
    async with transaction() as session:
        return await session.get_one(Staff, kim.id)


@pytest.mark.parametrize(("away", "days", "refused"), [(True, 0, True), (False, 0, True), (True, 6, False), (False, 6, False)])
async def test_who_is_away_then_does_not_stand_in(sam_at_desk: Desk, kim: Staff, away: bool, days: int, refused: bool) -> None:
    first, last = LAST + timedelta(days=days), LAST + timedelta(days=days + 2)
    diary = await works(kim)
    async with transaction() as session:
        if away:
            await session.execute(update(Staff).where(Staff.id == kim.id).values(away_from=first, away_until=last))
        else:
            session.add(TimeOff(diary_id=diary, first=first, last=last))
    answer = await sam_at_desk.posts("/desk/absence", away_from=str(FIRST), away_until=str(LAST), deputy=str(kim.id))
    assert ("Kim is away in those days too" in answer.text) == refused
    assert answer.status_code == (422 if refused else 200)
