"""LATE by text: believed of a meeting on its day, and asked about on any other."""

from datetime import timedelta
from uuid import UUID

import pytest
from sqlalchemy import update

from casework import appointments
from casework.appointments import Appointment
from casework.appointments.booking import lateness
from casework.base.db import transaction
from casework.staff import Staff
from tests.flows.appointments.test_appointments import booked, slot, workday, works
from tests.flows.conftest import Assistant
from tests.flows.phones import PHONE, gets, texts_us, waits_for_a_person


@pytest.fixture
async def meeting(sam: Staff) -> UUID:
    made = await booked(slot(await works(sam)))
    async with transaction() as session:
        await session.execute(update(Appointment).values(reach={"kind": "sms", "address": PHONE}))
    return made


async def late(meeting: UUID) -> tuple[int | None, bool]:
    async with transaction() as session:
        found = await appointments.get(session, meeting)
        return found.late_minutes, found.told_late_at is not None


@pytest.mark.parametrize("said", ["late 15", "running late", "im going to be late"])
async def test_days_before_the_meeting_is_named_and_nobody_is_told(
    assistant: Assistant, meeting: UUID, said: str
) -> None:
    await texts_us(said)
    (got,) = await gets()
    assert got.startswith("Thank you. We meet ")
    assert "with Sam. Late for that? Move it or tell us on the day." in got
    assert got.endswith("1 Move it\n2 Keep it\n3 A person")
    assert await late(meeting) == (None, False)
    assert await waits_for_a_person() is None


@pytest.mark.parametrize(("said", "meant"), [("1", "I want to move my meeting"), ("3", "I want to talk to a person")])
async def test_what_is_offered_then_is_chosen_by_its_number(
    assistant: Assistant, meeting: UUID, said: str, meant: str
) -> None:
    await texts_us("late 15")
    got = await texts_us(said)
    assert got
    assert got.message.meant == meant


async def test_on_its_day_it_is_kept(assistant: Assistant, meeting: UUID, monkeypatch: pytest.MonkeyPatch) -> None:
    async with transaction() as session:
        starts = (await appointments.get(session, meeting)).starts_at
    monkeypatch.setattr(lateness, "now", lambda: starts - timedelta(hours=1))
    await texts_us("late 15")
    assert "Your time is kept" in (await gets())[0]
    assert await late(meeting) == (15, True)


@pytest.mark.parametrize("said", ["running late", "my husband hit me, running late 15 mins", "sorry im late and i want to die"])
async def test_beside_danger_it_is_kept_in_silence(
    assistant: Assistant, meeting: UUID, monkeypatch: pytest.MonkeyPatch, said: str
) -> None:
    async with transaction() as session:
        starts = (await appointments.get(session, meeting)).starts_at
    monkeypatch.setattr(lateness, "now", lambda: starts - timedelta(hours=1))
    await texts_us("my husband hits me")
    await texts_us(said)
    assert (await late(meeting))[1]
    assert not any("Your time is kept" in one for one in await gets())


async def test_with_no_meeting_a_person_looks_at_it(clean: None, assistant: Assistant) -> None:
    await texts_us("late 15")
    assert await waits_for_a_person() == "late"


async def test_later_still_is_kept_and_no_number_leaves_the_one_there_was(
    assistant: Assistant, meeting: UUID, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with transaction() as session:
        starts = (await appointments.get(session, meeting)).starts_at
    monkeypatch.setattr(lateness, "now", lambda: starts - timedelta(hours=1))
    for said, minutes in (("actually 25 mins late the bus didnt come", 25), ("sorry im late", 25)):
        async with transaction() as session:
            assert await appointments.told_late(session, await appointments.get(session, meeting), said)
        assert await late(meeting) == (minutes, True)


@pytest.mark.parametrize(("said", "minutes"), [
    ("my meeting with Sam {day}. i will be 15 minutes late", 15), ("not work, my meeting {day}, i will be 15 mins late", 15),
    ("sorry {day} bus is late, i come maybe 10:15", 15),
])
async def test_of_the_meeting_on_the_day_that_they_name(assistant: Assistant, meeting: UUID, said: str, minutes: int) -> None:
    got = await texts_us(said.format(day=f"{workday():%d %B}"))
    assert got
    assert got.message.meant == f"I am running {minutes} minutes late on {workday():%-d %B}"


@pytest.mark.parametrize("said", ["i was 15 minutes late for work on {day}", "{day} my boss says i am 10 minutes late"])
async def test_of_work_or_of_another_time_it_is_not(assistant: Assistant, meeting: UUID, said: str) -> None:
    got = await texts_us(said.format(day=f"{workday():%d %B}"))
    assert got is None or "late" not in (got.message.meant or "")
