"""A colleague chosen from a list at the desk: for one meeting, and to stand in while somebody is away."""

from datetime import date, timedelta
from uuid import UUID

import pytest
from sqlalchemy import text, update

from casework import appointments, claimants, staff
from casework.appointments import Appointment
from casework.base.clock import local, now
from casework.base.db import transaction
from casework.council import council
from casework.staff import Staff
from tests.flows.appointments.test_appointments import works
from tests.flows.desk.test_desk_diary import Desk, at_desk, meeting, sam_at_desk

__all__ = ["meeting", "sam_at_desk"]


@pytest.fixture
async def kim(sam: Staff) -> Staff:
    async with transaction() as session:
        made = await staff.add(session, "kim@example.org", "Kim", "key_worker", sam.areas, "a long password")
    await works(made)
    return made


async def test_a_meeting_is_given_to_them(sam_at_desk: Desk, meeting: UUID, kim: Staff) -> None:
    assert (await sam_at_desk.posts(f"/desk/appointments/{meeting}/reassign", to=str(kim.id))).status_code == 303
    async with transaction() as session:
        assert await appointments.worker_of(session, await appointments.get(session, meeting)) == "Kim"


async def test_they_have_it_in_their_diary_and_the_worker_before_has_not(
    sam_at_desk: Desk, meeting: UUID, kim: Staff
) -> None:
    """The colleague signs in: the meeting and who it is with are there, and theirs to change."""
    async with transaction() as session:
        ada = await claimants.create(session, area="northbridge", preferred_name="Ada", source="worker", channels=[])
        await session.execute(update(Appointment).values(claimant_id=ada.id, name=""))
    day = f"/desk/diary?day={await _day_of(meeting)}"
    assert "Ada" in await sam_at_desk.sees(day)
    await sam_at_desk.posts(f"/desk/appointments/{meeting}/reassign", to=str(kim.id))
    async with at_desk(kim) as kim_at_desk:
        mine = await kim_at_desk.sees(day)
        assert f'href="/desk/claimants/{ada.id}">Ada</a>' in mine
        assert "Ada" in await kim_at_desk.sees(f"/desk/claimants/{ada.id}")
        assert (await kim_at_desk.posts(f"/desk/appointments/{meeting}/call-off")).status_code == 303
    assert "That is done" in await sam_at_desk.sees(day)
    assert "Ada" not in await sam_at_desk.sees(day)
    assert "Ada" in await sam_at_desk.sees(f"{day}&everyone=true")


async def test_a_meeting_given_to_them_is_still_reminded_of(sam_at_desk: Desk, meeting: UUID, kim: Staff) -> None:
    await sam_at_desk.posts(f"/desk/appointments/{meeting}/reassign", to=str(kim.id))
    async with transaction() as session:
        queued = text("SELECT DISTINCT (args->>'sequence')::int FROM procrastinate_jobs WHERE task_name = 'send_reminder'")
        assert set((await session.execute(queued)).scalars()) == {(await appointments.get(session, meeting)).sequence}


async def test_the_same_diary_is_shown_again_and_says_so(sam_at_desk: Desk, meeting: UUID, kim: Staff) -> None:
    answer = await sam_at_desk.posts(f"/desk/appointments/{meeting}/reassign", to=str(kim.id), everyone="true")
    again = await sam_at_desk.sees(answer.headers["location"])
    assert "That is done" in again
    assert "Only mine" in again


async def test_who_works_elsewhere_is_not_in_the_list(sam_at_desk: Desk, sam: Staff, meeting: UUID) -> None:
    other = next(area.id for area in council().areas if area.id not in sam.areas)
    async with transaction() as session:
        (await session.get_one(Staff, sam.id)).areas = [*sam.areas, other]
        priya = await staff.add(session, "priya@example.org", "Priya", "key_worker", [other], "a long password")
    day = await sam_at_desk.sees(f"/desk/diary?day={await _day_of(meeting)}")
    assert str(priya.id) not in day
    answer = await sam_at_desk.posts(f"/desk/appointments/{meeting}/reassign", to=str(priya.id))
    assert answer.status_code == 422
    assert "Choose a colleague who works there" in answer.text


async def _day_of(meeting: UUID) -> date:
    async with transaction() as session:
        return local((await appointments.get(session, meeting)).starts_at).date()


@pytest.mark.parametrize("to", ["", "nobody"])
async def test_nobody_chosen_is_said(sam_at_desk: Desk, meeting: UUID, to: str) -> None:
    answer = await sam_at_desk.posts(f"/desk/appointments/{meeting}/reassign", to=to)
    assert answer.status_code == 422
    assert "Choose a colleague" in answer.text


async def test_they_stand_in(sam_at_desk: Desk, sam: Staff, kim: Staff) -> None:
    day = str(local(now()).date() + timedelta(days=1))
    answer = await sam_at_desk.posts("/desk/absence", away_from=day, away_until=day, deputy=str(kim.id))
    assert "Saved" in answer.text
    async with transaction() as session:
        assert (await session.get_one(Staff, sam.id)).deputy_id == kim.id
