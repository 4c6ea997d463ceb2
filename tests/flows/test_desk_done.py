"""What was done with a meeting is said on the page that comes next, whether the person could be told or must be rung."""

from datetime import time
from uuid import UUID

import pytest
from sqlalchemy import update

from casework.appointments import Appointment
from casework.appointments.diary import instant
from casework.base.db import transaction
from casework.staff import Staff
from tests.flows.phones import known
from tests.flows.test_appointments import workday
from tests.flows.test_desk_colleagues import kim
from tests.flows.test_desk_diary import Desk, meeting, sam_at_desk
from tests.flows.test_diary_changes import past

__all__ = ["kim", "meeting", "sam_at_desk"]
KOFI = "+447700900893"


async def of_kofi(meeting: UUID, *, proved: bool) -> None:
    """He can be told where his number is proved."""
    person = await known("Kofi", KOFI, proved=proved)
    async with transaction() as session:
        await session.execute(update(Appointment).where(Appointment.id == meeting).values(claimant_id=person, reach=None, name=""))


async def does(desk: Desk, meeting: UUID, act: str, kim: Staff) -> str:
    """What the worker sees in the end: the page that the answer leads to."""
    form = {"move": {"start": instant(workday(), time(14)).isoformat()}, "reassign": {"to": str(kim.id)}, "outcome": {"outcome": "did_not_come"}}
    if act == "outcome":
        await past(meeting)
    back = {"back": str(workday()), "everyone": "true"}
    answer = await desk.posts(f"/desk/appointments/{meeting}/{act}", **back | form.get(act, {}))
    assert answer.status_code == 303, answer.text
    return await desk.sees(answer.headers["location"])


@pytest.mark.parametrize("act", ["move", "call-off", "reassign", "outcome"])
async def test_where_they_were_told_the_week_says_what_was_done(sam_at_desk: Desk, meeting: UUID, kim: Staff, act: str) -> None:
    await of_kofi(meeting, proved=True)
    page = await does(sam_at_desk, meeting, act, kim)
    assert "That is done: the meeting with Kofi" in page
    assert "Please ring" not in page
