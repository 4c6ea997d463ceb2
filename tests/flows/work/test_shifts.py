"""Shifts that a worker or a partner tells: kept, shown, taken away, and no question goes in them."""

from uuid import UUID

import httpx
import pytest
from sqlalchemy import select

from casework import checkins, claimants
from casework.base.clock import local
from casework.base.db import transaction
from casework.checkins import Job
from casework.staff import Staff
from tests.flows.desk.test_desk_diary import Desk, sam_at_desk
from tests.flows.desk.test_desk_work import followed, job_of
from tests.flows.phones import PHONE
from tests.flows.work.test_partner_door import JOB, day, partner, web
from tests.flows.working import Clock, asked, clock, due, person, sends, starts

__all__ = ["clock", "followed", "partner", "sam_at_desk", "web"]
NIGHTS = {"days": "fri", "from": "22:00", "until": "06:00"}


def page(claimant: UUID, form: str = "") -> str:
    return f"/desk/claimants/{claimant}/work{form}"


async def test_one_is_added_shown_and_taken_away(sam_at_desk: Desk, followed: UUID) -> None:
    assert "No shifts are known" in await sam_at_desk.sees(page(followed))
    made = await sam_at_desk.posts(page(followed, "/shifts"), days="fri", from_="22:00", until="06:00")
    assert made.status_code == 303
    assert (await job_of(followed)).shifts == [NIGHTS]
    seen = await sam_at_desk.sees(page(followed))
    assert "Friday: 22:00 to 06:00 the next day" in seen
    assert (await sam_at_desk.posts(page(followed, "/shifts/back"), which="fri 22:00 06:00")).status_code == 303
    assert (await job_of(followed)).shifts == []


async def test_a_wrong_one_is_said_and_what_was_typed_stays(sam_at_desk: Desk, followed: UUID) -> None:
    wrong = await sam_at_desk.posts(page(followed, "/shifts"), days="fri", from_="22:00", until="")
    assert wrong.status_code == 422
    assert "Write when the shift starts and ends" in wrong.text
    assert 'value="22:00"' in wrong.text
    assert (await job_of(followed)).shifts == []


async def test_what_was_taken_away_already_takes_no_other_away(sam_at_desk: Desk, followed: UUID) -> None:
    await sam_at_desk.posts(page(followed, "/shifts"), days="fri", from_="22:00", until="06:00")
    await sam_at_desk.posts(page(followed, "/shifts/back"), which="mon 09:00 17:00")
    assert (await job_of(followed)).shifts == [NIGHTS]


async def test_no_question_goes_in_one(clock: Clock, sam: Staff) -> None:
    amina = await person("Amina", PHONE)
    await starts(amina, clock)
    first = (await due(amina))[0]
    name = f"{local(first.due_at):%a}".lower()
    async with transaction() as session:
        found = await claimants.get(session, amina)
        await checkins.change_shifts(session, found, [{"days": name, "from": "08:00", "until": "18:30"}], sam)
    clock.at = first.due_at
    await sends()
    assert await asked(amina) == []
    clock.at = (await due(amina))[0].look_at
    assert f"{local(clock.at):%H:%M}" == "18:30"
    await sends()
    assert len(await asked(amina)) == 1


async def test_a_partner_tells_them_with_the_job(web: httpx.AsyncClient, partner: dict[str, str]) -> None:
    body = {"starts_on": day(3), "shifts": [{"days": ["fri"], "from": "22:00", "until": "06:00"}]}
    assert (await web.post(JOB, json=body, headers=partner)).status_code == 204
    assert await shifts() == [NIGHTS]
    assert (await web.post(JOB, json={"starts_on": day(4)}, headers=partner)).status_code == 204
    assert await shifts() == [NIGHTS], "told again without them, they stay"


@pytest.mark.parametrize(
    "wrong",
    [
        {"days": [], "from": "22:00", "until": "06:00"},
        {"days": ["friday"], "from": "22:00", "until": "06:00"},
        {"days": ["fri"], "from": "22:00"},
        {"days": ["fri"], "from": "22:00", "until": "22:00"},
        {"days": ["fri"], "from": "ten", "until": "06:00"},
    ],
)
async def test_what_is_no_shift_is_refused_whole(
    web: httpx.AsyncClient, partner: dict[str, str], wrong: dict[str, object]
) -> None:
    body = {"starts_on": day(3), "shifts": [wrong]}
    assert (await web.post(JOB, json=body, headers=partner)).status_code == 422
    assert await shifts() is None


async def shifts() -> list[dict[str, str]] | None:
    async with transaction() as session:
        return (await session.execute(select(Job.shifts))).scalar_one_or_none()
