"""The diary's pages over HTTP: a day, another time, what was changed in a calendar, and feeds."""

import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import time, timedelta
from uuid import UUID

import httpx
import pytest
from sqlalchemy import update

from api import calendar, desk
from casework import appointments
from casework.appointments import Appointment
from casework.appointments.models import CalendarCopy, OutsideBusy
from casework.appointments.times.diary import instant
from casework.base.db import transaction
from casework.staff import Staff
from tests.doors import visiting
from tests.flows.appointments.test_appointments import booked, slot, workday, works
from tests.flows.phones import PHONE, gets


class Desk:
    """A worker, signed in."""

    def __init__(self, http: httpx.AsyncClient) -> None:
        self.http = http

    async def sees(self, path: str, status: int = 200) -> str:
        answer = await self.http.get(path)
        assert answer.status_code == status, answer.text
        return answer.text

    async def posts(self, path: str, **form: str) -> httpx.Response:
        """As from a page that was made just now; `seen` is what an older one carries."""
        about = re.match(r"/desk/appointments/([^/]+)/", path)
        if about and "seen" not in form:
            form["seen"] = await shown(UUID(about[1]))
        found = re.search(r'name="csrf" value="([^"]+)"', await self.sees("/desk/diary"))
        assert found
        return await self.http.post(path, data={"csrf": found[1], **form})


async def shown(meeting: UUID) -> str:
    async with transaction() as session:
        return appointments.shown(await appointments.get(session, meeting))


@asynccontextmanager
async def at_desk(member: Staff) -> AsyncIterator[Desk]:
    async with visiting(desk.router, calendar.router) as http:
        answer = await http.post("/desk/sign-in", data={"email": member.email, "password": "a long password"})
        assert answer.status_code == 303
        yield Desk(http)


@pytest.fixture
async def sam_at_desk(sam: Staff) -> AsyncIterator[Desk]:
    async with at_desk(sam) as signed_in:
        yield signed_in


@pytest.fixture
async def meeting(sam: Staff) -> UUID:
    """Jo's, at ten."""
    made = await booked(slot(await works(sam)))
    async with transaction() as session:
        await session.execute(update(Appointment).values(reach={"kind": "sms", "address": PHONE}, name="Jo"))
    return made


async def starts(meeting: UUID) -> tuple[str, str]:
    async with transaction() as session:
        found = await session.get_one(Appointment, meeting)
        return found.starts_at.isoformat(), found.state


async def changed_outside(meeting: UUID, proposal: str, to: time | None = None) -> None:
    start = instant(workday(), to) if to else None
    async with transaction() as session:
        diary = (await session.get_one(Appointment, meeting)).diary_id
        end = start + timedelta(hours=1) if start else None
        session.add(
            CalendarCopy(
                appointment_id=meeting, diary_id=diary, sequence=0, proposal=proposal, proposed_start=start, proposed_end=end
            )
        )


async def test_one_day_and_the_days_beside_it(sam_at_desk: Desk, meeting: UUID) -> None:
    page = await sam_at_desk.sees(f"/desk/diary?day={workday()}")
    assert page.count('<section aria-labelledby="day-') == 1
    assert "Jo" in page
    assert f"?day={workday() + timedelta(days=1)}" in page
    assert f"?week={workday()}" in page
    assert "Jo" not in await sam_at_desk.sees(f"/desk/diary?day={workday() + timedelta(days=1)}")


async def test_who_has_no_number_is_reached_by_their_address(sam_at_desk: Desk, meeting: UUID) -> None:
    day = f"/desk/diary?day={workday():%Y-%m-%d}"
    async with transaction() as session:
        reach = {"kind": "email", "address": "ivy@example.org"}
        await session.execute(update(Appointment).values(reach=reach, claimant_id=None))
    seen = await sam_at_desk.sees(day)
    assert "To reach them: <strong>ivy@example.org</strong>" in seen
    async with transaction() as session:
        await session.execute(update(Appointment).values(reach=None))
    assert "To reach them: no number on record" in await sam_at_desk.sees(day)


async def test_another_time_is_found_in_words_and_taken_with_a_button(sam_at_desk: Desk, meeting: UUID) -> None:
    """Half an hour later touches its own old time, which counts as free."""
    path = f"/desk/appointments/{meeting}/move"
    assert "for example" in await sam_at_desk.sees(f"{path}?when=gibberish", 422)
    past = await sam_at_desk.sees(f"{path}?when=yesterday")
    assert "That time has gone by" in past
    assert past.count("Move it here and tell them") == 3
    page = await sam_at_desk.sees(f"{path}?when={workday():%d %B} at 10:30")
    offered = re.search(r'name="start" value="([^"]+)"', page)
    assert offered
    assert offered[1] == instant(workday(), time(10, 30)).isoformat()
    answer = await sam_at_desk.posts(path, start=offered[1])
    assert (answer.status_code, answer.headers["location"]) == (303, f"/desk/diary?week={workday() - timedelta(days=1)}")
    assert await starts(meeting) == (offered[1], "booked")
    assert sum("We now meet" in one for one in await gets()) == 1


async def test_another_time_in_words_counts_from_the_meeting(sam_at_desk: Desk, meeting: UUID) -> None:
    page = await sam_at_desk.sees(f"/desk/appointments/{meeting}/move?when=an hour later")
    offered = re.findall(r'name="start" value="([^"]+)"', page)
    assert offered == [instant(workday(), time(11)).isoformat()]


async def test_a_time_taken_meanwhile_is_refused_and_nothing_changes(sam_at_desk: Desk, meeting: UUID, sam: Staff) -> None:
    async with transaction() as session:
        diary = (await appointments.diary_of(session, sam.id)).id
    await booked(slot(diary, time(14)), "phone")
    before = await starts(meeting)
    answer = await sam_at_desk.posts(f"/desk/appointments/{meeting}/move", start=instant(workday(), time(14)).isoformat())
    assert answer.status_code == 409
    assert "not free any more" in answer.text
    assert await starts(meeting) == before


async def test_whoever_cannot_be_written_to_is_rung_and_the_pages_links_still_lead_somewhere(
    sam_at_desk: Desk, meeting: UUID
) -> None:
    async with transaction() as session:
        await session.execute(update(Appointment).values(reach={"kind": "call", "address": PHONE}))
    answer = await sam_at_desk.posts(
        f"/desk/appointments/{meeting}/move", start=instant(workday(), time(14)).isoformat()
    )
    assert answer.status_code == 303
    page = await sam_at_desk.sees(answer.headers["location"])
    assert f"Please ring Jo on <strong>{PHONE}" in page
    assert 'href="?' not in page
    assert await gets() == []


async def test_a_group_keeps_its_time(sam_at_desk: Desk, meeting: UUID) -> None:
    async with transaction() as session:
        await appointments.make_group(session, await session.get_one(Appointment, meeting), "Job club", 3)
    assert "another time" not in await sam_at_desk.sees(f"/desk/diary?week={workday()}")
    answer = await sam_at_desk.posts(f"/desk/appointments/{meeting}/move", start=instant(workday(), time(14)).isoformat())
    assert answer.status_code == 409


async def test_what_was_changed_outside_is_settled_by_a_button(sam_at_desk: Desk, meeting: UUID) -> None:
    await changed_outside(meeting, "moved", time(15))
    page = await sam_at_desk.sees("/desk/diary")
    assert "Changed in a calendar" in page
    assert "Move it and tell them" in page
    answer = await sam_at_desk.posts(f"/desk/appointments/{meeting}/calendar/outside", change="true")
    assert answer.status_code == 303
    assert await starts(meeting) == (instant(workday(), time(15)).isoformat(), "booked")


async def test_what_was_taken_out_by_mistake_stays(sam_at_desk: Desk, meeting: UUID) -> None:
    await changed_outside(meeting, "removed")
    assert "was taken out there" in await sam_at_desk.sees("/desk/diary")
    await sam_at_desk.posts(f"/desk/appointments/{meeting}/calendar/outside", change="false")
    assert (await starts(meeting))[1] == "booked"
    assert "Changed in a calendar" not in await sam_at_desk.sees("/desk/diary")


async def test_what_came_into_a_calendar_over_a_meeting_is_settled_by_a_button(sam_at_desk: Desk, meeting: UUID) -> None:
    async with transaction() as session:
        diary = (await session.get_one(Appointment, meeting)).diary_id
        session.add(OutsideBusy(diary_id=diary, starts_at=instant(workday(), time(9)), ends_at=instant(workday(), time(12))))
    page = await sam_at_desk.sees("/desk/diary")
    assert "who has something else in the calendar then" in page
    assert (await sam_at_desk.posts(f"/desk/appointments/{meeting}/calendar/clash", change="true")).status_code == 303
    assert sum("is away" in one for one in await gets()) == 1
    page = await sam_at_desk.sees("/desk/diary")
    assert "Asked for another time" in page
    assert "Ask them for another time" not in page
    await sam_at_desk.posts(f"/desk/appointments/{meeting}/calendar/clash", change="false")
    assert "These need another time" not in await sam_at_desk.sees("/desk/diary")
    assert (await starts(meeting))[1] == "booked"


async def test_a_feed_is_shown_once_and_ends(sam_at_desk: Desk, meeting: UUID) -> None:
    page = (await sam_at_desk.posts("/desk/calendar/feed")).text
    found = re.search(r"/calendar/feed/[\w-]+\.ics", page)
    assert found
    assert found[0] not in await sam_at_desk.sees("/desk/calendar")
    feed = await sam_at_desk.http.get(found[0])
    assert (feed.status_code, feed.headers["content-type"]) == (200, "text/calendar; charset=utf-8")
    assert feed.text.count("BEGIN:VEVENT") == 1
    await sam_at_desk.posts("/desk/calendar/feed/end")
    assert (await sam_at_desk.http.get(found[0])).status_code == 404


async def test_without_a_calendar_server_nothing_is_linked(sam_at_desk: Desk) -> None:
    assert "No calendar server is set up yet" in await sam_at_desk.sees("/desk/calendar")


async def test_by_link_an_entry_says_that_it_is_cancelled(sam_at_desk: Desk, meeting: UUID, sam: Staff) -> None:
    assert "METHOD:PUBLISH" in await sam_at_desk.sees(f"/calendar/{meeting}.ics")
    async with transaction() as session:
        await appointments.call_off(session, meeting, sam)
    said = await sam_at_desk.sees(f"/calendar/{meeting}.ics")
    assert {"METHOD:CANCEL", "STATUS:CANCELLED", "SEQUENCE:1"} <= set(said.split("\r\n"))
