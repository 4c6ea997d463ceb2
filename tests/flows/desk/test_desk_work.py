"""A person's job and check-ins at the desk over HTTP: how often, and a pause that begins and ends."""

from datetime import date, timedelta
from uuid import UUID

import pytest
from sqlalchemy import delete, update

from casework import checkins, claimants, handoff, messaging
from casework.base.clock import local, now
from casework.base.db import transaction
from casework.checkins import LONGEST_PAUSE, Checkin, Job
from casework.claimants import ContactChannel
from casework.council import say_date
from casework.staff import Staff
from tests.flows.desk.test_desk_diary import Desk, sam_at_desk
from tests.flows.phones import PHONE
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


async def test_a_pause_has_an_end_within_a_quarter(sam_at_desk: Desk, followed: UUID) -> None:
    path = f"/desk/claimants/{followed}/work/plan"
    late = await sam_at_desk.posts(path, cadence="usual", paused_until="9999-12-31")
    assert late.status_code == 422
    assert f"so a pause ends by {say_date(today() + LONGEST_PAUSE)}" in late.text
    assert 'value="9999-12-31"' in late.text, "what was typed stays"
    past = await sam_at_desk.posts(path, cadence="usual", paused_until="2020-01-01")
    assert "that day has gone by" in past.text.lower()
    assert (await job_of(followed)).paused_until is None
    await plans(sam_at_desk, followed, cadence="usual", paused_until=str(today() + LONGEST_PAUSE))
    assert (await job_of(followed)).paused_until == today() + LONGEST_PAUSE


async def test_how_often_is_changed_within_a_pause_that_somebody_else_chose(sam_at_desk: Desk, followed: UUID) -> None:
    far = today() + timedelta(days=900)
    async with transaction() as session:
        await session.execute(update(Job).values(paused_until=far))
    await plans(sam_at_desk, followed, cadence="light", paused_until=str(far))
    assert (await job_of(followed)).cadence == "light"


async def test_without_a_number_nothing_looks_planned(sam_at_desk: Desk, followed: UUID) -> None:
    page = f"/desk/claimants/{followed}/work"
    assert "Next: " in await sam_at_desk.sees(page)
    async with transaction() as session:
        await session.execute(delete(ContactChannel))
    seen = await sam_at_desk.sees(page)
    assert "Next: " not in seen
    assert "No question can go: we have no number" in seen


async def test_what_could_not_be_asked_says_why(sam_at_desk: Desk, followed: UUID) -> None:
    async with transaction() as session:
        first = (await checkins.timeline(session, followed))[0]
        gone = {"state": "left_out", "why": "no_number", "due_at": now() - timedelta(hours=1)}
        await session.execute(update(Checkin).where(Checkin.id == first.id).values(**gone))
    assert "Not asked: we have no number" in await sam_at_desk.sees(f"/desk/claimants/{followed}/work")


async def test_a_form_for_a_job_that_is_over_meanwhile_says_so_once(sam_at_desk: Desk, followed: UUID) -> None:
    page = f"/desk/claimants/{followed}/work"
    assert (await sam_at_desk.posts(f"{page}/ended", spoken="true")).status_code == 303
    seen = await sam_at_desk.sees(page)
    assert "The job has ended, and nothing more is asked" in seen
    for path in (page, f"/desk/claimants/{followed}"):
        assert f"Their last job began on {say_date(today())} and ended on {say_date(today())}" in await sam_at_desk.sees(path)
    again = await sam_at_desk.posts(f"{page}/plan", cadence="usual", paused_until=str(today()))
    assert again.status_code == 422
    assert "No job of theirs is followed" in again.text
    assert 'href="#paused_until"' not in again.text, "no link to a form that is not shown"


async def test_what_a_worker_noted_is_said_to_be_done_and_not_told(sam_at_desk: Desk, followed: UUID) -> None:
    await sam_at_desk.posts(f"/desk/claimants/{followed}/work/ended")
    page = await sam_at_desk.sees("/desk")
    assert "To be done by" in page
    assert "We told them" not in page
    talk = page.partition("/desk/conversations/")[2].partition('"')[0]
    seen = await sam_at_desk.sees(f"/desk/conversations/{talk}")
    assert "Has left the job" in seen
    assert "To be done by" in seen
    assert PHONE in seen


async def test_a_talk_is_noted_on_the_page_and_where_a_conversation_is_handed_back(sam_at_desk: Desk, sam: Staff, followed: UUID) -> None:
    assert (await sam_at_desk.posts(f"/desk/claimants/{followed}/work/spoken")).status_code == 303
    noted = (await job_of(followed)).spoken_at
    assert noted is not None
    async with transaction() as session:
        talk = await messaging.start_desk(session, await claimants.get(session, followed))
        await handoff.take(session, talk.id, sam)
    assert (await sam_at_desk.posts(f"/desk/conversations/{talk.id}/hand-back", spoken="true")).status_code == 303
    again = (await job_of(followed)).spoken_at
    assert again is not None
    assert again > noted


async def test_without_a_job_there_is_no_talk_to_note(sam_at_desk: Desk) -> None:
    mo = await person("Mo", PHONE)
    assert (await sam_at_desk.posts(f"/desk/claimants/{mo}/work/spoken")).status_code == 422
