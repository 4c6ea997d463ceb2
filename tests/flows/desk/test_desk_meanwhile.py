"""Two workers at one meeting: an old page overrides nobody, and nothing is sent for it."""

from datetime import time, timedelta
from uuid import UUID

import pytest
from sqlalchemy import select, update

from casework import appointments, messaging, staff
from casework.appointments import Appointment, TimeOff
from casework.appointments.times.diary import instant
from casework.base.clock import now
from casework.base.db import transaction
from casework.handoff import Handoff
from casework.staff import Staff
from tests.flows.appointments.test_appointments import booked, slot, workday, works
from tests.flows.conftest import in_danger
from tests.flows.desk.test_desk_colleagues import kim
from tests.flows.desk.test_desk_diary import Desk, at_desk, sam_at_desk, shown, starts
from tests.flows.desk.test_desk_leave import JO, meeting
from tests.flows.phones import gets

__all__ = ["kim", "meeting", "sam_at_desk"]


async def past(meeting: UUID) -> None:
    start = now() - timedelta(hours=2)
    end = start + timedelta(hours=1)
    async with transaction() as session:
        await session.execute(update(Appointment).values(starts_at=start, ends_at=end, blocked_until=end))


async def test_of_two_moves_from_one_page_the_first_stands(sam_at_desk: Desk, meeting: UUID, kim: Staff) -> None:
    seen = await shown(meeting)
    path = f"/desk/appointments/{meeting}/move"
    await sam_at_desk.posts(path, start=instant(workday(), time(13, 30)).isoformat(), seen=seen)
    async with at_desk(kim) as kim_at_desk:
        answer = await kim_at_desk.posts(path, start=instant(workday(), time(15, 30)).isoformat(), seen=seen)
    assert answer.status_code == 409
    assert "Sam moved it to" in answer.text
    assert "1:30pm meanwhile" in answer.text
    assert (await starts(meeting))[0] == instant(workday(), time(13, 30)).isoformat()
    assert sum("We now meet" in one for one in await gets(JO)) == 1


async def test_calling_off_from_an_old_page_does_nothing(sam_at_desk: Desk, meeting: UUID, kim: Staff) -> None:
    seen = await shown(meeting)
    await sam_at_desk.posts(f"/desk/appointments/{meeting}/reassign", to=str(kim.id))
    answer = await sam_at_desk.posts(f"/desk/appointments/{meeting}/call-off", seen=seen)
    assert answer.status_code == 409
    assert "You gave it to Kim meanwhile" in answer.text
    assert (await starts(meeting))[1] == "booked"
    assert not any("not yours" in one for one in await gets(JO))


async def test_a_form_without_what_it_showed_does_nothing(sam_at_desk: Desk, meeting: UUID) -> None:
    answer = await sam_at_desk.posts(f"/desk/appointments/{meeting}/call-off", seen="")
    assert answer.status_code == 409
    assert (await starts(meeting))[1] == "booked"


async def test_what_a_colleague_noted_stands(sam_at_desk: Desk, meeting: UUID, kim: Staff) -> None:
    await past(meeting)
    seen = await shown(meeting)
    await sam_at_desk.posts(f"/desk/appointments/{meeting}/outcome", outcome="attended", seen=seen)
    async with at_desk(kim) as kim_at_desk:
        answer = await kim_at_desk.posts(f"/desk/appointments/{meeting}/outcome", outcome="did_not_come", seen=seen)
    assert answer.status_code == 409
    assert "Sam noted that they came meanwhile" in answer.text
    assert (await starts(meeting))[1] == "attended"
    assert await gets(JO) == []


async def test_pressed_again_nothing_is_sent_again(sam_at_desk: Desk, meeting: UUID, kim: Staff) -> None:
    path, seen = f"/desk/appointments/{meeting}/reassign", await shown(meeting)
    assert (await sam_at_desk.posts(path, to=str(kim.id), seen=seen)).status_code == 303
    assert (await sam_at_desk.posts(path, to=str(kim.id), seen=seen)).status_code == 409
    assert (await sam_at_desk.posts(path, to=str(kim.id))).status_code == 303
    assert "is with Kim already" in await sam_at_desk.sees("/desk/diary")
    assert sum("with Kim" in one for one in await gets(JO)) == 1


@pytest.mark.parametrize("how", ["leave", "absence", "hours", "venue"])
async def test_nobody_who_is_not_there_is_given_it(sam_at_desk: Desk, sam: Staff, meeting: UUID, how: str) -> None:
    async with transaction() as session:
        kim = await staff.add(session, "kim@example.org", "Kim", "key_worker", sam.areas, "a long password")
    if how != "hours":
        await works(kim, "library" if how == "venue" else "hub")
    async with transaction() as session:
        if how == "leave":
            session.add(TimeOff(diary_id=(await appointments.diary_of(session, kim.id)).id, first=workday(), last=workday()))
        if how == "absence":
            known = await session.get_one(Staff, kim.id)
            known.away_from, known.away_until = workday(), workday()
    why = {"leave": "is away then", "absence": "is away then", "hours": "does not work then", "venue": "is somewhere else then"}[how]
    page = await sam_at_desk.sees(f"/desk/diary?day={workday()}")
    assert "No colleague is free then" in page
    assert (f"Kim {why}" in page) == (how != "hours")
    answer = await sam_at_desk.posts(f"/desk/appointments/{meeting}/reassign", to=str(kim.id))
    assert answer.status_code == 409
    assert f"Kim {why}" in answer.text
    assert await gets(JO) == []


async def test_who_has_left_is_not_offered(sam_at_desk: Desk, meeting: UUID, kim: Staff) -> None:
    async with transaction() as session:
        (await session.get_one(Staff, kim.id)).away_from = workday() + timedelta(days=30)
    assert "Kim" not in await sam_at_desk.sees(f"/desk/diary?day={workday()}")


async def test_who_was_rung_about_is_named_and_done_is_said_once(sam_at_desk: Desk, meeting: UUID) -> None:
    path = f"/desk/appointments/{meeting}/move"
    await sam_at_desk.posts(path, start=instant(workday(), time(14)).isoformat())
    page = await sam_at_desk.sees("/desk/diary")
    assert "That is done: the meeting with Jo is" in page
    assert "That is done" not in await sam_at_desk.sees("/desk/diary")


async def test_its_own_time_is_no_other_time(sam_at_desk: Desk, meeting: UUID) -> None:
    path, before = f"/desk/appointments/{meeting}/move", (await starts(meeting))[0]
    assert before not in await sam_at_desk.sees(f"{path}?when={workday():%d %B} at 10:00")
    answer = await sam_at_desk.posts(path, start=before)
    assert answer.status_code == 409
    assert "It is at that time already" in answer.text
    assert await gets(JO) == []


async def test_came_after_all_takes_the_look_at_them_back(sam_at_desk: Desk, meeting: UUID) -> None:
    async with transaction() as session:
        talk = await messaging.start_texts(session, "northbridge", JO)
        await session.execute(update(Appointment).values(conversation_id=talk.id))
        await in_danger(session, talk)
    await past(meeting)
    path = f"/desk/appointments/{meeting}/outcome"
    page = await sam_at_desk.sees((await sam_at_desk.posts(path, outcome="did_not_come")).headers["location"])
    assert f"Please ring <a class=\"govuk-link\" href=\"/desk/conversations/{talk.id}\">Jo</a>" in page
    assert "Open alert" in page.partition("Please ring")[0]
    assert await open_cases() == ["missed_meeting"]
    await sam_at_desk.posts(path, outcome="attended")
    assert await open_cases() == []


async def open_cases() -> list[str]:
    async with transaction() as session:
        query = select(Handoff.reason).where(Handoff.returned_at.is_(None))
        return list((await session.execute(query)).scalars())


async def test_calling_off_is_asked_about_once(sam_at_desk: Desk, meeting: UUID) -> None:
    page = await sam_at_desk.sees(f"/desk/appointments/{meeting}/call-off")
    assert "Call it off and tell them" in page
    assert "Jo" in page
    assert await gets(JO) == []
    assert "Call it off and tell them" not in await sam_at_desk.sees(f"/desk/diary?day={workday()}")


@pytest.mark.parametrize("query", ["week=9999-12-31", "day=9999-12-31", "day=0001-01-01", "week=0001-01-01", "day=2027-02-29"])
async def test_a_day_that_is_none_is_said(sam_at_desk: Desk, query: str) -> None:
    assert "There is no such day in the diary" in await sam_at_desk.sees(f"/desk/diary?{query}", 422)


@pytest.mark.parametrize("start", ["9999-12-31T23:00:00+00:00", "0001-01-01T00:00:00+00:00", "banana", "", "2027-01-05T10:00:00"])
async def test_a_start_that_is_none_is_said_on_the_page(sam_at_desk: Desk, meeting: UUID, start: str) -> None:
    answer = await sam_at_desk.posts(f"/desk/appointments/{meeting}/move", start=start)
    assert answer.status_code == 422
    assert "Choose one of the times shown" in answer.text


async def test_a_taken_time_brings_the_nearest_that_are_free(sam_at_desk: Desk, sam: Staff, meeting: UUID) -> None:
    async with transaction() as session:
        diary = (await appointments.diary_of(session, sam.id)).id
    await booked(slot(diary, time(14)), "phone")
    answer = await sam_at_desk.posts(f"/desk/appointments/{meeting}/move", start=instant(workday(), time(14)).isoformat())
    assert answer.status_code == 409
    assert answer.text.count("Move it here and tell them") == 3


async def test_days_off_and_closed_days_are_in_the_diary(sam_at_desk: Desk, sam: Staff, meeting: UUID) -> None:
    async with transaction() as session:
        diary = (await appointments.diary_of(session, sam.id)).id
        session.add(TimeOff(diary_id=diary, first=workday(), last=workday(), starts=time(13), ends=time(15), reason="training"))
    page = await sam_at_desk.sees(f"/desk/diary?day={workday()}")
    assert "You are off from 13:00 to 15:00</strong>: training" in page
    assert f"Diary of Sam, {workday():%A}" in page
    assert "<strong>Closed</strong>" in await sam_at_desk.sees("/desk/diary?day=2026-12-25")
