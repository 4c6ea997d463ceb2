"""What was done with a meeting is said on the page that comes next, whether the person could be told or must be rung."""

import re
from datetime import datetime, time
from uuid import UUID

import pytest
from sqlalchemy import update

from casework.appointments import Appointment, GroupSession
from casework.appointments.times.diary import instant
from casework.base.db import transaction
from casework.staff import Staff
from tests.flows.appointments.test_appointments import workday, works
from tests.flows.appointments.test_groups import fill, session_on
from tests.flows.desk.test_desk_colleagues import kim
from tests.flows.desk.test_desk_diary import Desk, at_desk, meeting, sam_at_desk
from tests.flows.desk.test_desk_meetings import books
from tests.flows.desk.test_diary_changes import past
from tests.flows.phones import known

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


@pytest.mark.parametrize(
    ("act", "said"),
    [
        ("move", "is Tuesday"), ("call-off", "is called off."), ("reassign", "with Kim."), ("outcome", "did not come."),
    ],
)
async def test_where_they_could_not_be_told_it_says_so_too_and_a_reload_does_nothing_again(
    sam_at_desk: Desk, meeting: UUID, kim: Staff, act: str, said: str
) -> None:
    await of_kofi(meeting, proved=False)
    page = await does(sam_at_desk, meeting, act, kim)
    done = page.partition("That is done")[2].partition("</p>")[0]
    assert "the meeting with Kofi" in done
    assert said in done
    assert "told" not in done
    assert "Please ring" in page
    assert "Please ring" not in await sam_at_desk.sees(f"/desk/diary?week={workday()}&everyone=true")


async def test_whoever_of_a_group_could_not_be_told_of_its_end_is_rung(sam_at_desk: Desk, sam: Staff) -> None:
    group = await session_on(await works(sam), "CV club", places=3)
    await fill(group, KOFI, "Kofi")
    await fill(group, "+447700900894", "Ali")
    async with transaction() as session:
        anchor = (await session.get_one(GroupSession, group)).anchor_id
        await session.execute(update(Appointment).where(Appointment.name == "Ali").values(reach={"kind": "call", "address": "+447700900894"}))
    answer = await sam_at_desk.posts(f"/desk/appointments/{anchor}/call-off", back=str(workday()))
    page = await sam_at_desk.sees(answer.headers["location"])
    assert "Whoever is not named below has been told" in page
    ring = page.partition("Please ring")[2].partition("</p>")[0]
    assert "Ali</a> on" in ring
    assert page.count("Please ring") == 1


async def test_a_second_press_by_a_colleague_says_the_same(sam_at_desk: Desk, sam: Staff, kim: Staff) -> None:
    person, diary = await known("Kofi", KOFI, proved=False), await works(sam)
    async with at_desk(kim) as kim_at_desk:
        for one in (sam_at_desk, kim_at_desk):
            page = await books(one, person, diary)
            assert "It is booked" in page
            assert "Kofi has been told" not in page
            assert "Please ring" in page


async def test_not_on_a_day_is_read_when_a_meeting_is_moved(sam_at_desk: Desk, meeting: UUID) -> None:
    """Hers is on a Tuesday."""
    page = await sam_at_desk.sees(f"/desk/appointments/{meeting}/move?when=not tuesdays")
    starts = re.findall(r'name="start" value="([^"]+)"', page)
    assert len(starts) == 3
    assert all(datetime.fromisoformat(one).weekday() != 1 for one in starts)


async def test_a_group_made_by_a_double_click_is_made_and_an_empty_when_says_so(sam_at_desk: Desk, sam: Staff) -> None:
    form = {"title": "Job club", "places": "8", "diary": str(await works(sam)), "start": instant(workday(), time(10)).isoformat()}
    for _ in range(2):
        answer = await sam_at_desk.posts("/desk/groups", **form)
        assert answer.status_code == 303, answer.text
        assert "The group session is made" in await sam_at_desk.sees(answer.headers["location"])
    assert "Write a time" in await sam_at_desk.sees("/desk/groups?title=Job club&places=8&when=", 422)
    assert "Write a time" not in await sam_at_desk.sees("/desk/groups")
