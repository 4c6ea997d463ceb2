"""A partner's own system tells over HTTP of a job that somebody they sent us began, and of its end."""

from collections.abc import AsyncIterator
from datetime import date, timedelta
from uuid import UUID

import httpx
import pytest
from sqlalchemy import func, select

from api import referrals as door
from casework import checkins, claimants, handoff, messaging, referrals
from casework.base.clock import local, now
from casework.base.db import transaction
from casework.checkins import Job
from casework.handoff import Handoff
from tests.doors import visiting

REF = "2026/117"
JOB = f"/referrals/{REF}/job"


@pytest.fixture
async def web(clean: None) -> AsyncIterator[httpx.AsyncClient]:
    async with visiting(door.router) as client:
        yield client


@pytest.fixture
async def partner(web: httpx.AsyncClient) -> dict[str, str]:
    """The header of a partner who has sent us Ana."""
    headers = await another("Debt Help")
    ana = {"ref": REF, "area": "northbridge", "name": "Ana", "mobile": "07700 900111", "consent": True}
    assert (await web.post("/referrals", json=ana, headers=headers)).status_code == 201
    return headers


async def another(name: str) -> dict[str, str]:
    async with transaction() as session:
        return {"Authorization": f"Bearer {await referrals.add_partner(session, name, ['northbridge'])}"}


def day(later: int = 0) -> str:
    return (local(now()).date() + timedelta(days=later)).isoformat()


def dated(body: dict[str, str | int]) -> dict[str, str]:
    """What is written as a number of days from today, as the day it is: tests are gathered before midnight and run after it."""
    return {field: day(value) if isinstance(value, int) else value for field, value in body.items()}


async def jobs() -> list[Job]:
    async with transaction() as session:
        return list((await session.execute(select(Job))).scalars())


async def ana() -> UUID:
    async with transaction() as session:
        (found,) = await claimants.by_address(session, "sms", "+447700900111")
        return found.id


async def cases() -> int:
    async with transaction() as session:
        return (await session.execute(select(func.count()).select_from(Handoff))).scalar_one()


async def test_a_job_is_followed(web: httpx.AsyncClient, partner: dict[str, str]) -> None:
    answer = await web.post(JOB, json={"starts_on": day(3), "first_payday": day(31)}, headers=partner)
    assert (answer.status_code, answer.content) == (204, b"")
    (job,) = await jobs()
    assert (job.reported_by, job.starts_on, job.first_payday) == ("partner", date.fromisoformat(day(3)), date.fromisoformat(day(31)))
    async with transaction() as session:
        assert [one.step for one in await checkins.timeline(session, await ana())][:2] == ["day_before", "day_1"]


async def test_told_again_only_the_days_change(web: httpx.AsyncClient, partner: dict[str, str]) -> None:
    for starts in (day(3), day(3), day(5)):
        assert (await web.post(JOB, json={"starts_on": starts}, headers=partner)).status_code == 204
    assert [one.starts_on for one in await jobs()] == [date.fromisoformat(day(5))]


async def test_a_payday_that_the_new_first_day_has_passed_is_forgotten(web: httpx.AsyncClient, partner: dict[str, str]) -> None:
    await web.post(JOB, json={"starts_on": day(3), "first_payday": day(10)}, headers=partner)
    await web.post(JOB, json={"starts_on": day(20)}, headers=partner)
    assert [one.first_payday for one in await jobs()] == [None]


async def test_its_end_is_one_call_however_often_it_is_told(web: httpx.AsyncClient, partner: dict[str, str]) -> None:
    await web.post(JOB, json={"starts_on": day(-9)}, headers=partner)
    for _ in range(2):
        assert (await web.post(f"{JOB}/ended", json={"ended_on": day()}, headers=partner)).status_code == 204
    assert [one.ended_on for one in await jobs()] == [local(now()).date()]
    async with transaction() as session:
        (talk,) = await messaging.of_claimant(session, await ana())
        case = await handoff.open_handoff(session, talk.id)
    assert case
    assert (case.reason, case.level) == ("checkin_left", "P2")
    assert await cases() == 1


async def test_the_end_of_no_job_is_nobodys_task(web: httpx.AsyncClient, partner: dict[str, str]) -> None:
    assert (await web.post(f"{JOB}/ended", json={"ended_on": day()}, headers=partner)).status_code == 204
    assert await cases() == 0


@pytest.mark.parametrize(
    "body",
    [
        {},
        {"starts_on": "soon"},
        {"starts_on": "2026-02-30"},
        {"starts_on": 400},
        {"starts_on": -400},
        {"starts_on": 3, "first_payday": 2},
        {"starts_on": 3, "first_payday": 200},
        {"starts_on": 3, "first_payday": "the end of the month"},
    ],
)
async def test_days_that_cannot_be_are_refused(web: httpx.AsyncClient, partner: dict[str, str], body: dict[str, str | int]) -> None:
    answer = await web.post(JOB, json=dated(body), headers=partner)
    assert answer.status_code == 422
    assert answer.headers["content-type"] == "application/problem+json"
    assert await jobs() == []


@pytest.mark.parametrize("body", [{}, {"ended_on": "never"}, {"ended_on": 1}])
async def test_an_end_that_cannot_be_is_refused(web: httpx.AsyncClient, partner: dict[str, str], body: dict[str, str | int]) -> None:
    await web.post(JOB, json={"starts_on": day(-9)}, headers=partner)
    assert (await web.post(f"{JOB}/ended", json=dated(body), headers=partner)).status_code == 422
    assert [one.ended_on for one in await jobs()] == [None]


@pytest.mark.parametrize(("path", "body"), [("job", {"starts_on": 0}), ("job/ended", {"ended_on": 0})])
async def test_nobody_else_tells_of_it(web: httpx.AsyncClient, partner: dict[str, str], path: str, body: dict[str, str | int]) -> None:
    """Another partner's answer is the same as for somebody who was never sent."""
    others = await another("Sofa and Kettle")
    wrong = await web.post(f"/referrals/{REF}/{path}", json=dated(body), headers=others)
    unknown = await web.post(f"/referrals/{REF}-9/{path}", json=dated(body), headers=others)
    assert wrong.status_code == unknown.status_code == 404
    assert wrong.json() == unknown.json()
    made_up = {"Authorization": "Bearer made-up"}
    assert (await web.post(f"/referrals/{REF}/{path}", json=dated(body), headers=made_up)).status_code == 401
    assert (await web.post(f"/referrals/{REF}/{path}", json=dated(body))).status_code == 401
    assert await jobs() == []
