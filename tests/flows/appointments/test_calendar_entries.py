"""Calendar entries: with e-mails, by link, and as a worker's own feed."""

from datetime import time, timedelta
from uuid import UUID

import pytest
from icalendar import Calendar, Event
from sqlalchemy import select

from casework import appointments, claimants, messaging, staff
from casework.appointments import Appointment, Who
from casework.base.db import transaction
from casework.base.errors import NotFound
from casework.council import council
from casework.outbox import Outgoing
from casework.staff import Staff
from tests.flows.appointments.test_appointments import booked, slot, workday, works

AREA = council().area("northbridge")
EMAIL = "ali@example.org"


@pytest.fixture
async def ali(sam: Staff) -> UUID:
    """Sam's, reached by e-mail."""
    await works(sam)
    async with transaction() as session:
        made = await claimants.create(
            session, area="northbridge", preferred_name="Ali", source="worker", channels=[("email", EMAIL, True)],
            adjustments="none",
        )
        made.key_worker_id = sam.id
        return made.id


@pytest.fixture
async def chat(ali: UUID) -> UUID:
    async with transaction() as session:
        return (await messaging.start(session, "northbridge", "Northbridge"))[0].id


async def says(chat: UUID, ali: UUID, *words: str) -> None:
    for one in words:
        async with transaction() as session:
            who = Who(AREA, await claimants.get(session, ali))
            talk = await appointments.talk_of(session, chat) or await appointments.begin_talk(session, chat)
            await appointments.hear(session, talk, one, who)
            if talk.step in appointments.OVER:
                await appointments.end_talk(session, talk)


async def entries() -> list[tuple[str, Event]]:
    """The method and the event of each e-mail's file, oldest first."""
    async with transaction() as session:
        sent = (await session.execute(select(Outgoing).where(Outgoing.to == EMAIL).order_by(Outgoing.made_at))).scalars()
        read = [Calendar.from_ical(one.calendar) for one in sent if one.calendar]
    return [(str(one["method"]), one.events[0]) for one in read]


async def mine(ali: UUID) -> Appointment:
    async with transaction() as session:
        return (await appointments.of_claimant(session, ali))[0]


async def test_booked_moved_and_cancelled_in_the_chat_each_send_the_entry(chat: UUID, ali: UUID) -> None:
    await says(chat, ali, "by phone", f"{workday():%d %B} at 10", "1", "yes", "07700 900123")
    meeting = await mine(ali)
    async with transaction() as session:
        await appointments.begin_talk(session, chat, meeting)
    await says(chat, ali, f"{workday():%d %B} at 2pm", "1", "yes")
    async with transaction() as session:
        await appointments.begin_cancelling(session, chat, meeting)
    await says(chat, ali, "yes")
    made, moved, cancelled = await entries()
    assert [made[0], moved[0], cancelled[0]] == ["PUBLISH", "PUBLISH", "CANCEL"]
    assert {str(event["uid"]) for _, event in (made, moved, cancelled)} == {f"{meeting.id}@handrail"}
    assert [event["sequence"] for _, event in (made, moved, cancelled)] == [0, 1, 2]
    assert moved[1].start - made[1].start == timedelta(hours=4)
    assert [str(event["status"]) for _, event in (made, moved, cancelled)] == ["CONFIRMED", "CONFIRMED", "CANCELLED"]
    assert str(made[1]["organizer"]) == f"mailto:{AREA.email}"


async def test_what_the_desk_does_sends_the_entry_too(chat: UUID, ali: UUID, sam: Staff) -> None:
    await says(chat, ali, "by phone", f"{workday():%d %B} at 10", "1", "yes", "07700 900123")
    meeting = await mine(ali)
    async with transaction() as session:
        await appointments.move_to(session, meeting.id, sam, meeting.starts_at + timedelta(hours=1))
        await appointments.call_off(session, meeting.id, sam)
    assert [(method, event["sequence"]) for method, event in await entries()] == [
        ("PUBLISH", 0), ("PUBLISH", 1), ("CANCEL", 2),
    ]


async def test_who_asked_for_dull_words_only_gets_no_extra_email(chat: UUID, ali: UUID) -> None:
    async with transaction() as session:
        (await claimants.get(session, ali)).safe_contact = {"shared": True}
    await says(chat, ali, "by phone", f"{workday():%d %B} at 10", "1", "yes")
    assert await entries() == []


async def test_a_feed_holds_what_is_booked_and_nobodys_name(sam: Staff) -> None:
    diary = await works(sam)
    stays, goes = await booked(slot(diary)), await booked(slot(diary, time(14)), "phone")
    async with transaction() as session:
        (await session.get_one(Appointment, stays)).name = "Winifred"
        await appointments.cancel(session, await session.get_one(Appointment, goes))
        address = await appointments.new_feed(session, sam)
    async with transaction() as session:
        text = await appointments.feed(session, secret_of(address))
    (event,) = Calendar.from_ical(text).events
    assert str(event["uid"]) == f"{stays}@handrail"
    assert str(event["summary"]) == "First meeting"
    assert b"Winifred" not in text


async def test_a_new_feed_ends_the_old_and_a_closed_account_has_none(sam: Staff) -> None:
    async with transaction() as session:
        old, new = await appointments.new_feed(session, sam), await appointments.new_feed(session, sam)
    async with transaction() as session:
        with pytest.raises(NotFound):
            await appointments.feed(session, secret_of(old))
        assert await appointments.feed(session, secret_of(new))
        await staff.close(session, await staff.by_email(session, sam.email))
        await session.flush()
        with pytest.raises(NotFound):
            await appointments.feed(session, secret_of(new))


async def test_only_a_hash_of_the_feeds_secret_is_kept(sam: Staff) -> None:
    async with transaction() as session:
        secret = secret_of(await appointments.new_feed(session, sam))
        kept = (await appointments.diary_of(session, sam.id)).feed_hash
    assert kept
    assert secret.encode() not in kept
    assert len(secret) >= 40


def secret_of(address: str) -> str:
    return address.rpartition("/")[2].removesuffix(".ics")
