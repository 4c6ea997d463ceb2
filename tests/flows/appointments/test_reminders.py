"""Reminders are queued with the booking and looked at again when they are due."""

from datetime import timedelta
from uuid import UUID, uuid5

import pytest
from sqlalchemy import select, text, update

from casework import appointments, claimants, messaging, outbox, safeguarding
from casework.appointments import Appointment
from casework.appointments.meetings import reminding, telling
from casework.appointments.meetings.jobs import send_reminder
from casework.base.clock import local, now
from casework.base.db import transaction
from casework.council import council
from casework.staff import Staff
from tests.flows.appointments.test_appointments import booked, slot, works
from tests.flows.conftest import Assistant, in_danger
from tests.flows.phones import OTHER, PHONE, gets, known, texts_us

TOLD = ("utter_reminder", *(f"utter_booking_{one}" for one in ("made", "called_off", "missed", "worker_away", "reassigned", "moved_by_us")))


@pytest.fixture(autouse=True)
def noon(monkeypatch: pytest.MonkeyPatch) -> None:
    at(monkeypatch, 12)


def at(monkeypatch: pytest.MonkeyPatch, hour: int, minute: int = 0) -> None:
    """It is so late in London today, for whatever keeps to the hours of texting."""
    monkeypatch.setattr(telling, "now", lambda: local(now()).replace(hour=hour, minute=minute))


@pytest.fixture
async def meeting(sam: Staff) -> UUID:
    made = await booked(slot(await works(sam)))
    async with transaction() as session:
        await session.execute(update(Appointment).values(reach={"kind": "sms", "address": PHONE}))
    return made


async def reminds(meeting: UUID, sequence: int = 0) -> list[str]:
    await send_reminder(str(meeting), sequence, 24)
    return await gets()


async def test_one_job_for_each_reminder_still_ahead(meeting: UUID) -> None:
    async with transaction() as session:
        await appointments.remind(session, await session.get_one(Appointment, meeting))
        found = await session.execute(text("SELECT args->>'hours' FROM procrastinate_jobs WHERE task_name = 'send_reminder'"))
        assert sorted(map(int, found.scalars())) == [2, 24, 168]


async def test_it_goes_once_even_if_the_job_runs_twice(meeting: UUID) -> None:
    await reminds(meeting)
    got = await reminds(meeting)
    assert len([one for one in got if "We meet" in one]) == 1
    assert "at Northbridge Work Hub. No harm if you miss it. Northbridge job support" in got[-1]
    assert "1 Keep it" in got[-1]


async def test_a_meeting_that_changed_is_not_reminded_of_as_it_was(meeting: UUID) -> None:
    async with transaction() as session:
        await session.execute(update(Appointment).values(sequence=1))
    assert await reminds(meeting, 0) == []


async def test_a_cancelled_meeting_is_not_reminded_of(meeting: UUID) -> None:
    async with transaction() as session:
        await appointments.cancel(session, await session.get_one(Appointment, meeting))
    assert await reminds(meeting) == []


@pytest.mark.parametrize(("hour", "minute", "goes"), [(9, 59, False), (10, 0, True), (18, 59, True), (19, 0, False)])
async def test_none_goes_outside_the_hours_of_texting(
    meeting: UUID, monkeypatch: pytest.MonkeyPatch, hour: int, minute: int, goes: bool
) -> None:
    at(monkeypatch, hour, minute)
    assert bool(await reminds(meeting)) is goes


async def test_one_that_an_outage_kept_into_the_evening_does_not_go(
    meeting: UUID, monkeypatch: pytest.MonkeyPatch
) -> None:
    at(monkeypatch, 18, 55)
    await send_reminder(str(meeting), 0, 24)
    at(monkeypatch, 19, 40)
    assert await gets() == []


async def test_one_that_an_outage_kept_for_long_does_not_go(meeting: UUID, monkeypatch: pytest.MonkeyPatch) -> None:
    """It may say tomorrow of what is today."""
    await send_reminder(str(meeting), 0, 24)
    monkeypatch.setattr(reminding, "now", lambda: now() + timedelta(hours=3))
    assert await gets() == []


async def test_after_stop_reminders_come_unless_they_are_ended_too(meeting: UUID) -> None:
    async with transaction() as session:
        await outbox.quiet(session, PHONE, "stopped")
    assert len(await reminds(meeting)) == 1
    async with transaction() as session:
        await outbox.no_appointments(session, PHONE)
        await session.execute(update(Appointment).values(sequence=1))
    assert len(await reminds(meeting, 1)) == 1, "the first, and no other"


async def test_a_number_only_to_be_rung_gets_no_text(meeting: UUID) -> None:
    async with transaction() as session:
        await session.execute(update(Appointment).values(reach={"kind": "call", "address": PHONE}))
    assert await reminds(meeting) == []


async def test_nothing_is_said_while_an_alert_about_them_waits(meeting: UUID) -> None:
    async with transaction() as session:
        talk = await messaging.start_texts(session, "northbridge", PHONE)
        await session.execute(update(Appointment).values(conversation_id=talk.id))
        alert = await in_danger(session, talk)
    assert await reminds(meeting) == []
    async with transaction() as session:
        await session.execute(update(safeguarding.Alert).where(safeguarding.Alert.id == alert.id).values(closed_at=now()))
    assert len(await reminds(meeting)) == 1


async def test_whoever_was_reminded_can_change_it_from_that_phone(meeting: UUID, sam: Staff) -> None:
    await reminds(meeting)
    async with transaction() as session:
        mine = await messaging.of_phone(session, PHONE)
        other = await messaging.start_texts(session, "northbridge", OTHER)
        assert mine
        assert [one.id for one in await appointments.coming(session, mine.id, phone=PHONE)] == [meeting]
        assert await appointments.coming(session, other.id, phone=OTHER) == []


async def test_running_late_by_text_keeps_the_time(meeting: UUID, sam: Staff) -> None:
    async with transaction() as session:
        soon = now() + timedelta(hours=1)
        times = {"starts_at": soon, "ends_at": soon + timedelta(hours=1), "blocked_until": soon + timedelta(hours=1)}
        await session.execute(update(Appointment).values(**times))
    await texts_us("late 15")
    assert "Your time is kept" in (await gets())[-1]
    async with transaction() as session:
        found = await session.get_one(Appointment, meeting)
        assert (found.late_minutes, found.told_late_at is not None) == (15, True)


@pytest.mark.parametrize(
    ("number", "meant"),
    [("1", "I will keep my meeting"), ("2", "I want to move my meeting"), ("3", "I want to cancel my meeting")],
)
async def test_its_numbers_are_what_they_stand_for(
    meeting: UUID, assistant: Assistant, number: str, meant: str
) -> None:
    await reminds(meeting)
    await texts_us(number)
    await gets()
    assert [one["text"] for one in assistant.asked] == [meant]


# What tells another reader what it is about.
TELLING = ("work", "job", "meet", "market street", "council", "northbridge", "support")


@pytest.mark.parametrize("safe", [{"neutral": True}, {"shared": True}])
async def test_who_may_be_read_by_another_gets_neither_place_nor_purpose(
    meeting: UUID, sam: Staff, safe: dict[str, bool]
) -> None:
    person = await known("Ada")
    async with transaction() as session:
        (await claimants.get(session, person)).safe_contact = safe
        found = await session.get_one(Appointment, meeting)
        found.claimant_id = person
        for name in TOLD:
            assert await telling.tell(session, found, name, uuid5(found.id, name))
    got = await gets()
    assert len(got) == len(TOLD)
    assert "1 Keep it" in "".join(got)
    assert not [one for one in got for word in TELLING if word in one.lower()]


async def emailed(meeting: UUID, name: str, *, guarded: bool) -> outbox.Outgoing:
    """What goes to somebody who is written to by e-mail alone."""
    async with transaction() as session:
        person = await claimants.create(
            session, area="northbridge", preferred_name="Ada", source="worker",
            channels=[("email", "ada@example.org", True)], safe_contact={"neutral": guarded},
        )
        found = await session.get_one(Appointment, meeting)
        found.claimant_id = person.id
        assert await telling.tell(session, found, name, uuid5(found.id, name))
        return (await session.execute(select(outbox.Outgoing))).scalar_one()


@pytest.mark.parametrize(("guarded", "page"), [(False, True), (True, False)])
async def test_an_email_says_how_to_answer_since_nobody_reads_one_back(meeting: UUID, guarded: bool, page: bool) -> None:
    sent = await emailed(meeting, "utter_reminder", guarded=guarded)
    assert council().area("northbridge").phones.office in sent.text
    assert ("/chat/page?area=northbridge" in sent.text) == page


async def test_an_email_that_another_may_read_carries_no_entry(meeting: UUID) -> None:
    sent = await emailed(meeting, "utter_booking_made", guarded=True)
    assert (sent.subject, sent.calendar) == ("A short note", None)
    assert not [word for word in TELLING if word in sent.text.lower()]
