"""Whom they met last meets them again, also where we have not saved who they are."""

from datetime import timedelta
from uuid import UUID

import pytest
from sqlalchemy import update

from casework import appointments, claimants, staff
from casework.appointments import Appointment, BookingTalk, Who
from casework.base.clock import now
from casework.base.db import transaction
from casework.staff import Staff
from tests.flows.appointments.test_appointments import works
from tests.flows.appointments.test_booking_asides import asked
from tests.flows.appointments.test_booking_ways import AREA, on_the_day, says, texts

__all__ = ["texts"]
PHONE = "+447700900402"
MANY = 4


@pytest.fixture
async def team(sam: Staff) -> list[Staff]:
    """Sam and others who have as much time."""
    async with transaction() as session:
        others = [await staff.add(session, f"w{n}@example.org", f"W{n}", "key_worker", ["northbridge"], "a long password") for n in range(MANY)]
    for one in (sam, *others):
        await works(one)
    return [sam, *others]


async def books(thread: UUID, **more: object) -> str:
    """The worker of what is booked, which was some days ago."""
    talk = await says(thread, "face to face", on_the_day(), "1", "yes", phone=PHONE)
    talk = await says(thread, "Jo", "no", phone=PHONE)
    async with transaction() as session:
        made = await session.get_one(Appointment, talk.holding_id)
        worker = await appointments.worker_of(session, made)
        ago = now() - timedelta(days=2)
        await session.execute(update(Appointment).values(starts_at=ago, ends_at=ago + timedelta(hours=1), blocked_until=ago + timedelta(hours=1), **more))
        await appointments.end_talk(session, await session.get_one(BookingTalk, thread))
    return worker


@pytest.mark.parametrize("state", ["booked", "attended", "did_not_come", "cancelled"])
async def test_a_texter_meets_the_worker_they_met_before(texts: UUID, team: list[Staff], state: str) -> None:
    worker = await books(texts, state=state)
    for format in ("by phone", "face to face"):
        talk = await says(texts, format, on_the_day("in the morning"), phone=PHONE)
        assert {one["worker"] for one in talk.offered} == {worker}
        async with transaction() as session:
            await appointments.end_talk(session, await session.get_one(BookingTalk, texts))


async def test_a_meeting_of_whoever_proved_the_phone_counts(texts: UUID, team: list[Staff]) -> None:
    async with transaction() as session:
        channels = [("sms", PHONE, True)]
        ali = await claimants.create(session, area="northbridge", preferred_name="Ali", source="worker", channels=channels)
    worker = await books(texts, conversation_id=None, claimant_id=ali.id)
    talk = await says(texts, "by phone", on_the_day("in the morning"), phone=PHONE)
    assert {one["worker"] for one in talk.offered} == {worker}
    async with transaction() as session:
        assert await appointments.met_last(session, texts, None, "+447700900403") is None


async def test_ones_own_worker_comes_before_whom_they_met_last(texts: UUID, team: list[Staff]) -> None:
    worker = await books(texts)
    own = next(one for one in team if one.name != worker)
    async with transaction() as session:
        ali = await claimants.create(session, area="northbridge", preferred_name="Ali", source="worker", channels=[("sms", PHONE, True)])
        ali.key_worker_id = own.id
        await session.execute(update(Appointment).values(claimant_id=ali.id))
    talk = await says(texts, "by phone", on_the_day("in the morning"), phone=PHONE, claimant=ali.id)
    assert {one["worker"] for one in talk.offered} == {own.name}


async def test_that_whom_they_met_has_no_time_then_is_said(texts: UUID, team: list[Staff]) -> None:
    worker = await books(texts)
    async with transaction() as session:
        await session.execute(update(Staff).where(Staff.name == worker).values(away_from=now().date()))
    talk = await says(texts, "by phone", on_the_day("in the morning"), phone=PHONE)
    assert worker not in {one["worker"] for one in talk.offered}
    (said,) = await asked(texts)
    assert said["why"] == f"{worker} has no time then. "


@pytest.mark.parametrize(
    "said", ["want to see my worker {day}", "book with my own worker w2 in person {day}", "i dont want to see sam, can i see w2 {day}", "can i see w2 instead of sam {day}"]
)
async def test_whom_they_ask_for_in_their_first_words_is_offered(texts: UUID, team: list[Staff], said: str) -> None:
    async with transaction() as session:
        ali = await claimants.create(session, area="northbridge", preferred_name="Ali", source="worker", channels=[("sms", PHONE, True)])
        ali.key_worker_id = team[3].id
    async with transaction() as session:
        begun = await appointments.begin_talk(session, texts)
        await appointments.listen(session, begun, said.format(day=on_the_day()), Who(AREA, None, PHONE))
    talk = await says(texts, "face to face", phone=PHONE)
    assert {one["worker"] for one in talk.offered} == {"W2"}
