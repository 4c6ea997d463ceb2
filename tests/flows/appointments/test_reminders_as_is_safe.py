"""Who says after the booking when it is safe to write is reminded then, once each, and at no other time."""

from datetime import datetime, time, timedelta
from uuid import UUID

import pytest
from sqlalchemy import text

from casework import appointments, claimants
from casework.appointments import Appointment, Sought
from casework.appointments.meetings import jobs, reminding_anew, telling
from casework.appointments.times.diary import instant
from casework.base.clock import local
from casework.base.db import transaction
from casework.staff import Staff
from tests.flows.appointments.test_appointments import AREA, slot, workday, works
from tests.flows.phones import PHONE, texts_us

LOOKS = timedelta(minutes=5)


@pytest.fixture
async def meeting(sam: Staff) -> UUID:
    """Amina's, at three in the afternoon."""
    diary = await works(sam)
    async with transaction() as session:
        amina = await claimants.create(session, area="northbridge", preferred_name="Amina", source="self", channels=[("sms", PHONE, True)])
        held = await appointments.hold(session, AREA, slot(diary, time(15)), Sought("first_meeting", "in_person"), None, amina.id)
        made = await appointments.book(session, held, AREA)
        await appointments.remind(session, made)
        return made.id


async def safe_only(first: str | None, last: str | None) -> None:
    async with transaction() as session:
        (amina,) = await claimants.by_address(session, "sms", PHONE)
        amina.safe_contact = {"from": first, "until": last} if first else None


async def queued() -> list[tuple[datetime, dict[str, object]]]:
    async with transaction() as session:
        found = await session.execute(text("SELECT scheduled_at, args FROM procrastinate_jobs WHERE task_name = 'send_reminder' ORDER BY 1"))
        return [(at, args) for at, args in found]


async def the_day_passes(monkeypatch: pytest.MonkeyPatch, first: time = time(9), last: time = time(14)) -> list[time]:
    """When on the day of the meeting a reminder is said: those queued with the booking, and those found by looking every five minutes."""
    due = [(at, args) for at, args in await queued() if local(at).date() == workday()]
    at, until = instant(workday(), first), instant(workday(), last)
    while at < until:
        monkeypatch.setattr(reminding_anew, "now", lambda at=at: at)
        async with transaction() as session:
            due += await reminding_anew.due_soon(session)
        at += LOOKS
    said, before = [], 0
    for when, args in sorted(due, key=lambda one: one[0]):
        for module in (jobs, telling):
            monkeypatch.setattr(module, "now", lambda when=when: when)
        await jobs.send_reminder(**args)  # type: ignore[arg-type]
        if (count := await _texts()) > before:
            said.append(local(when).replace(second=0, microsecond=0).time())
            before = count
    return said


async def _texts() -> int:
    async with transaction() as session:
        found = await session.execute(text("SELECT count(*) FROM outgoing WHERE about = 'reminder'"))
        return int(found.scalar_one())


async def test_as_planned_where_nothing_was_said_of_it(meeting: UUID, monkeypatch: pytest.MonkeyPatch) -> None:
    assert await the_day_passes(monkeypatch) == [time(13)]


@pytest.mark.parametrize(("hours", "said"), [(("10:00", "12:00"), [time(11, 45)]), (("12:30", "14:00"), [time(13)]), (("16:00", "18:00"), [])])
async def test_said_since_it_goes_when_it_is_safe_and_once(
    meeting: UUID, monkeypatch: pytest.MonkeyPatch, hours: tuple[str, str], said: list[time]
) -> None:
    await safe_only(*hours)
    assert await the_day_passes(monkeypatch) == said


async def test_said_by_text_too(meeting: UUID, monkeypatch: pytest.MonkeyPatch) -> None:
    await texts_us("SAFE")
    await texts_us("only between 10am and 12")
    async with transaction() as session:
        (amina,) = await claimants.by_address(session, "sms", PHONE)
        assert amina.safe_contact
    assert await the_day_passes(monkeypatch) == [time(11, 45)]


async def test_looked_at_again_and_again_it_is_queued_only_shortly_before(meeting: UUID, monkeypatch: pytest.MonkeyPatch) -> None:
    await safe_only("10:00", "12:00")
    before = len(await queued())
    monkeypatch.setattr(reminding_anew, "now", lambda: instant(workday(), time(11)))
    await jobs.remind_in_safe_hours(0)
    assert len(await queued()) == before
    monkeypatch.setattr(reminding_anew, "now", lambda: instant(workday(), time(11, 40)))
    await jobs.remind_in_safe_hours(0)
    assert len(await queued()) == before + 1


async def test_called_off_none_is_found(meeting: UUID, monkeypatch: pytest.MonkeyPatch) -> None:
    await safe_only("10:00", "12:00")
    async with transaction() as session:
        await appointments.cancel(session, await session.get_one(Appointment, meeting))
    assert await the_day_passes(monkeypatch) == []
