"""What a successor cannot take over, and what is taken back before anybody hears of it."""

from datetime import time

import pytest
from sqlalchemy import text, update

from casework import appointments, handoff, messaging
from casework.appointments import Appointment, TimeOff
from casework.appointments.meetings.missing import offer_another
from casework.appointments.times.diary import instant
from casework.base.clock import local, now
from casework.base.db import transaction
from casework.staff import Staff
from handrail import staff as handrail_staff
from tests.flows.appointments.test_appointments import booked, slot, workday, works
from tests.flows.conftest import in_danger
from tests.flows.desk.test_diary_changes import kim, past, reachable
from tests.flows.phones import PHONE, gets, known

__all__ = ["kim"]


async def test_who_came_after_all_hears_nothing(sam: Staff) -> None:
    meeting = await booked(slot(await works(sam)), "phone")
    await reachable(meeting)
    await past(meeting)
    for outcome in ("did_not_come", "came_late"):
        async with transaction() as session:
            await appointments.attendance(session, meeting, sam, outcome)
    async with transaction() as session:
        waits = text("SELECT scheduled_at - now() > interval '9 minutes' FROM procrastinate_jobs WHERE task_name = 'offer_another'")
        assert (await session.execute(waits)).scalars().all() == [True]
    await offer_another(str(meeting))
    assert await gets() == []


async def test_in_danger_since_then_nothing_is_offered(sam: Staff) -> None:
    meeting = await booked(slot(await works(sam)), "phone")
    await reachable(meeting)
    await past(meeting)
    async with transaction() as session:
        assert await appointments.attendance(session, meeting, sam, "did_not_come") == []
        talk = await messaging.start_texts(session, "northbridge", PHONE)
        await session.execute(update(Appointment).values(conversation_id=talk.id))
        await in_danger(session, talk)
    await offer_another(str(meeting))
    assert await gets() == []


async def test_who_cannot_be_written_to_is_rung(sam: Staff) -> None:
    meeting = await booked(slot(await works(sam)), "phone")
    await past(meeting)
    async with transaction() as session:
        assert [one.id for one in await appointments.attendance(session, meeting, sam, "did_not_come")] == [meeting]


@pytest.mark.parametrize(("start", "venue", "why"), [(time(7), None, "does not work then"), (time(10), "moon", "is somewhere else then")])
async def test_what_the_successor_cannot_take_is_listed_with_why(sam: Staff, kim: Staff, start: time, venue: str | None, why: str) -> None:
    mine, _ = await works(sam), await works(kim)
    meeting = await booked(slot(mine, time(10)), "phone")
    async with transaction() as session:
        found = await session.get_one(Appointment, meeting)
        found.starts_at = instant(workday(), start)
        found.format, found.venue = ("in_person", venue) if venue else ("phone", None)
    async with transaction() as session:
        moved, stayed, _ = await appointments.hand_over(session, sam, kim, local(now()).date(), sam)
        assert (moved, [one.why for one in stayed]) == (0, [why])
        assert stayed[0].meeting.diary_id == mine


async def test_on_the_successors_leave_meetings_stay(sam: Staff, kim: Staff) -> None:
    mine, theirs = await works(sam), await works(kim)
    await booked(slot(mine, time(10)), "phone")
    async with transaction() as session:
        session.add(TimeOff(diary_id=theirs, first=workday(), last=workday()))
    async with transaction() as session:
        moved, stayed, _ = await appointments.hand_over(session, sam, kim, local(now()).date(), sam)
        assert (moved, [one.why for one in stayed]) == (0, ["is away then"])


async def test_who_cannot_be_told_of_the_successor_is_listed_and_on_their_desk(
    sam: Staff, kim: Staff, capsys: pytest.CaptureFixture[str]
) -> None:
    meeting = await booked(slot(await works(sam)), "phone")
    await works(kim)
    ada = await known("Ada", "+447700900896", proved=False)
    async with transaction() as session:
        await session.execute(update(Appointment).where(Appointment.id == meeting).values(claimant_id=ada, reach=None))
    await handrail_staff._leave(sam.email, kim.email, local(now()).date())
    said = capsys.readouterr().out
    assert "Could not be told, so Kim is to ring them" in said
    assert "Ada, +447700900896" in said
    async with transaction() as session:
        (waits,) = await handoff.waiting(session, ["northbridge"])
        assert (waits.reason, waits.for_staff_id) == ("untold", kim.id)
