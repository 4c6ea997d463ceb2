"""A person's job and check-ins at the desk over HTTP: how often, and a pause that begins and ends."""

from datetime import date, timedelta
from uuid import UUID

import pytest

from casework import checkins, claimants
from casework.base.clock import local, now
from casework.base.db import transaction
from casework.checkins import Job
from casework.staff import Staff
from tests.flows.phones import PHONE
from tests.flows.test_desk_diary import Desk, sam_at_desk
from tests.flows.working import person

__all__ = ["sam_at_desk"]


@pytest.fixture
async def followed(sam: Staff) -> UUID:
    amina = await person("Amina", PHONE)
    async with transaction() as session:
        await checkins.job_started(session, await claimants.get(session, amina), today(), reported_by="person")
    return amina


def today() -> date:
    return local(now()).date()


async def job_of(claimant: UUID) -> Job:
    async with transaction() as session:
        found = await checkins.followed_job(session, claimant)
        assert found
        return found


async def plans(desk: Desk, claimant: UUID, **form: str) -> None:
    assert (await desk.posts(f"/desk/claimants/{claimant}/work/plan", **form)).status_code == 303


async def test_how_often_is_saved_without_a_pause(sam_at_desk: Desk, followed: UUID) -> None:
    await plans(sam_at_desk, followed, cadence="more", paused_until="")
    job = await job_of(followed)
    assert job.cadence == "more"
    assert job.paused_until is None or job.paused_until < today(), "what is due today still goes"


async def test_an_empty_day_ends_a_pause_today(sam_at_desk: Desk, followed: UUID) -> None:
    await plans(sam_at_desk, followed, cadence="usual", paused_until=str(today() + timedelta(days=9)))
    await plans(sam_at_desk, followed, cadence="usual", paused_until="")
    job = await job_of(followed)
    assert job.paused_until
    assert job.paused_until < today()


async def test_a_pause_is_shown_to_the_end_of_its_day(sam_at_desk: Desk, followed: UUID) -> None:
    await plans(sam_at_desk, followed, cadence="usual", paused_until=str(today()))
    assert f'value="{today()}"' in await sam_at_desk.sees(f"/desk/claimants/{followed}/work")
