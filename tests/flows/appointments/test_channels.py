"""Reminders, notices and offers go by the channel that the person chose."""

from collections.abc import AsyncIterator
from datetime import timedelta
from uuid import UUID

import httpx
import pytest
from sqlalchemy import select, text, update

from api import offer
from casework import appointments, claimants, messaging, outbox, staff
from casework.appointments import Appointment, BookingTalk, Waiting
from casework.appointments.meetings.freed import offer_freed_times
from casework.appointments.meetings.jobs import send_reminder
from casework.appointments.times.diary import instant
from casework.base.clock import now
from casework.base.db import transaction
from casework.claimants import Claimant
from casework.outbox import Outgoing
from casework.staff import Staff
from tests.casework.outbox.test_worker import worked
from tests.doors import visiting
from tests.flows.appointments.test_appointments import booked, slot, time, workday, works
from tests.flows.appointments.test_booking_ways import daytime, on_the_day, says, taken_day
from tests.flows.desk.test_desk_diary import Desk, sam_at_desk
from tests.flows.phones import PHONE, gets, texts_us

EMAIL = "ali@example.org"
__all__ = ["daytime", "sam_at_desk"]


@pytest.fixture
async def ali(sam: Staff) -> UUID:
    """Proved a number and an address, and would rather have e-mails."""
    both = [("sms", PHONE, True), ("email", EMAIL, True)]
    async with transaction() as session:
        made = await claimants.create(
            session, area="northbridge", preferred_name="Ali", source="worker", channels=both, preferred_channel="email"
        )
        return made.id


@pytest.fixture
async def meeting(ali: UUID, sam: Staff, daytime: None) -> UUID:
    made = await booked(slot(await works(sam)))
    async with transaction() as session:
        await session.execute(update(Appointment).values(claimant_id=ali))
    return made


async def by_email() -> list[Outgoing]:
    await worked()
    async with transaction() as session:
        query = select(Outgoing).where(Outgoing.to == EMAIL).order_by(Outgoing.made_at)
        return list((await session.execute(query)).scalars())


async def changes(ali: UUID, **values: object) -> None:
    async with transaction() as session:
        await session.execute(update(Claimant).where(Claimant.id == ali).values(**values))


async def test_reminders_and_notices_go_by_email_with_the_calendar_entry(meeting: UUID, sam: Staff) -> None:
    await send_reminder(str(meeting), 0, 24)
    async with transaction() as session:
        await appointments.move_to(session, meeting, sam, instant(workday(), time(14)))
    async with transaction() as session:
        await appointments.call_off(session, meeting, sam)
    said = await by_email()
    assert [one.subject for one in said] == ["Your meeting", "Your meeting has a new time", "We need another time"]
    assert [f"SEQUENCE:{n}" in (one.calendar or "") for n, one in enumerate(said)] == [True] * 3
    assert await gets() == []


@pytest.mark.parametrize("wish", ["sms", None])
async def test_whoever_did_not_choose_email_gets_a_text(meeting: UUID, ali: UUID, wish: str | None) -> None:
    await changes(ali, preferred_channel=wish)
    await send_reminder(str(meeting), 0, 24)
    assert len(await gets()) == 1
    assert await by_email() == []


async def test_an_address_not_proved_gets_nothing(meeting: UUID, ali: UUID) -> None:
    async with transaction() as session:
        await session.execute(text("UPDATE contact_channels SET proved_at = NULL WHERE kind = 'email'"))
    await send_reminder(str(meeting), 0, 24)
    assert len(await gets()) == 1
    assert await by_email() == []


@pytest.mark.parametrize(("why", "emails"), [("stopped", 1), ("watched", 0)])
async def test_where_texts_of_meetings_ended_an_email_goes_but_not_past_a_watched_phone(
    meeting: UUID, ali: UUID, why: str, emails: int
) -> None:
    await changes(ali, preferred_channel=None)
    async with transaction() as session:
        await outbox.quiet(session, PHONE, why)
        await outbox.no_appointments(session, PHONE)
    await send_reminder(str(meeting), 0, 24)
    assert await gets() == []
    assert len(await by_email()) == emails


async def test_stop_and_email_me_instead_does_both(meeting: UUID, ali: UUID) -> None:
    await changes(ali, preferred_channel=None)
    await texts_us("stop texting me and email me instead")
    assert "We e-mail you about your meetings instead" in (await gets())[-1]
    async with transaction() as session:
        assert (await claimants.get(session, ali)).preferred_channel == "email"
        found = await outbox.quietness(session, PHONE)
        assert found
        assert found.why == "stopped"


async def test_the_worker_sets_it_at_the_desk(sam_at_desk: Desk, ali: UUID) -> None:
    page = await sam_at_desk.sees(f"/desk/claimants/{ali}")
    assert '<option value="email" selected>' in page
    assert (await sam_at_desk.posts(f"/desk/claimants/{ali}", preferred_name="Ali", preferred_channel="sms")).status_code == 303
    assert '<option value="sms" selected>' in await sam_at_desk.sees(f"/desk/claimants/{ali}")
    assert (await sam_at_desk.posts(f"/desk/claimants/{ali}", preferred_name="Ali", preferred_channel="post")).status_code == 422


@pytest.fixture
async def page() -> AsyncIterator[httpx.AsyncClient]:
    async with visiting(offer.router) as http:
        yield http


@pytest.fixture
async def offered(ali: UUID, sam: Staff, daytime: None) -> str:
    """Ali waits in a chat of the web; ten o'clock came free. The path of the e-mail's link."""
    ten = await taken_day(sam)
    async with transaction() as session:
        chat = (await messaging.start(session, "northbridge", "Northbridge"))[0].id
    await says(chat, "by phone", on_the_day("at 10"), "waiting list", claimant=ali, phone=None)
    async with transaction() as session:
        await appointments.end_talk(session, await session.get_one(BookingTalk, chat))
        await appointments.cancel(session, await session.get_one(Appointment, ten))
    await offer_freed_times()
    await offer_freed_times()
    (sent,) = await by_email()
    assert sent.text.startswith("A time came free")
    return "/offer/" + sent.text.partition("/offer/")[2].split()[0]


async def state(offered: str) -> tuple[str, str]:
    async with transaction() as session:
        entry = (await session.execute(select(Waiting))).scalar_one()
        return entry.state, (await session.get_one(Appointment, UUID(offered.removeprefix("/offer/")))).state


async def test_a_freed_time_is_offered_by_email_and_taken_on_its_page(offered: str, page: httpx.AsyncClient) -> None:
    seen = await page.get(offered)
    assert (seen.status_code, "It is kept for you until" in seen.text) == (200, True)
    assert await state(offered) == ("offered", "held")
    assert "It is booked" in (await page.post(offered, data={"say": "yes"})).text
    assert await state(offered) == ("booked", "booked")
    assert (await page.post(offered, data={"say": "yes"})).status_code == 404
    assert [one.subject for one in await by_email()] == ["A time came free", "Your meeting"]
    async with transaction() as session:
        jobs = await session.execute(text("SELECT count(*) FROM procrastinate_jobs WHERE task_name = 'send_reminder'"))
        assert jobs.scalar_one() == 3


async def test_who_has_another_meeting_then_is_told_so_and_it_goes_to_the_next(offered: str, page: httpx.AsyncClient, ali: UUID) -> None:
    async with transaction() as session:
        kim = await staff.add(session, "kim@example.org", "Kim", "key_worker", ["northbridge"], "a long password")
    theirs = await booked(slot(await works(kim), time(10), 60), "phone")
    async with transaction() as session:
        (await session.get_one(Appointment, theirs)).claimant_id = ali
    seen = await page.post(offered, data={"say": "yes"})
    assert (seen.status_code, "You have another meeting then" in seen.text) == (200, True)
    assert await state(offered) == ("waiting", "let_go")
    assert "not kept any more" in (await page.get(offered)).text


@pytest.mark.parametrize(("say", "entry"), [("stay", "waiting"), ("leave", "left")])
async def test_no_thanks_keeps_them_on_the_list_or_not_as_they_say(
    offered: str, page: httpx.AsyncClient, say: str, entry: str
) -> None:
    assert (await page.post(offered, data={"say": say})).status_code == 200
    assert await state(offered) == (entry, "let_go")
    await offer_freed_times()
    assert len(await by_email()) == 1


async def test_an_offer_that_ran_out_says_so_and_they_hear_that_they_still_wait(
    offered: str, page: httpx.AsyncClient
) -> None:
    async with transaction() as session:
        await session.execute(update(Appointment).where(Appointment.state == "held").values(held_until=now() - timedelta(minutes=1)))
    assert (await page.post(offered, data={"say": "yes"})).status_code == 404
    assert "not kept any more" in (await page.get(offered)).text
    await offer_freed_times()
    assert await state(offered) == ("waiting", "let_go")
    assert [one.subject for one in await by_email()] == ["A time came free", "You are still on the waiting list"]
