"""Booking for somebody at the desk: nobody twice at once, no kind against its way, and words that are taken as meant."""

import re
from datetime import time, timedelta
from uuid import UUID, uuid4

import pytest
from sqlalchemy import select, text, update

from casework import appointments, claimants, messaging, staff
from casework.appointments import Appointment
from casework.appointments.meetings.telling import tell
from casework.appointments.times.diary import instant
from casework.base.clock import local, now
from casework.base.db import transaction
from casework.claimants import Claimant
from casework.council import say_full_date
from casework.staff import Staff
from tests.flows.appointments.test_appointments import workday, works
from tests.flows.conftest import in_danger
from tests.flows.desk.test_desk_diary import Desk, sam_at_desk
from tests.flows.phones import known, said

__all__ = ["sam_at_desk"]
KOFI = "+447700900893"


@pytest.fixture
async def diary(sam: Staff) -> int:
    return await works(sam)


@pytest.fixture
async def kofi(sam: Staff) -> UUID:
    return await known("Kofi", KOFI)


async def books(desk: Desk, person: UUID, diary: int, clock: time = time(10), **more: str) -> str:
    """What the worker sees in the end."""
    form = {"kind": "review", "format": "in_person", "start": instant(workday(), clock).isoformat(), "diary": str(diary)}
    answer = await desk.posts(f"/desk/claimants/{person}/meetings", **form | more)
    return answer.text if answer.status_code != 303 else await desk.sees(answer.headers["location"])


async def every() -> list[Appointment]:
    async with transaction() as session:
        return list((await session.execute(select(Appointment).where(Appointment.state == "booked"))).scalars())


async def test_a_booking_says_so_once_and_pressed_twice_is_one(sam_at_desk: Desk, kofi: UUID, diary: int) -> None:
    for _ in range(2):
        page = await books(sam_at_desk, kofi, diary)
        assert "It is booked" in page
        assert "Kofi has been told" in page
    assert len(await every()) == 1
    assert len(await said(KOFI)) == 1
    assert "It is booked" not in await sam_at_desk.sees(f"/desk/claimants/{kofi}/meetings")


async def test_nobody_is_in_two_meetings_at_once(sam_at_desk: Desk, kofi: UUID, diary: int, sam: Staff) -> None:
    async with transaction() as session:
        kim = await staff.add(session, "kim@example.org", "Kim", "key_worker", sam.areas, "a long password")
    other = await works(kim)
    await books(sam_at_desk, kofi, diary)
    page = await books(sam_at_desk, kofi, other, time(10, 15))
    assert "Kofi has a meeting with Sam then" in page
    assert page.count("Book this") == 3
    assert len(await every()) == 1
    shown = await sam_at_desk.sees(f"/desk/claimants/{kofi}/meetings?kind=review&format=in_person&when={workday():%d %B} at 10:00")
    assert instant(workday(), time(10)).isoformat() not in shown


async def test_a_taken_time_brings_the_nearest_that_are_free(sam_at_desk: Desk, kofi: UUID, diary: int) -> None:
    ann = await known("Ann", "+447700900894")
    await books(sam_at_desk, ann, diary)
    page = await books(sam_at_desk, kofi, diary)
    assert "not free any more" in page
    assert page.count("Book this") == 3


@pytest.mark.parametrize("start", ["9999-12-31T23:00:00+00:00", "0001-01-01T00:00:00+00:00", "banana"])
async def test_a_start_that_is_none_is_said_on_the_page(sam_at_desk: Desk, kofi: UUID, diary: int, start: str) -> None:
    assert "Choose one of the times shown" in await books(sam_at_desk, kofi, diary, start=start)
    assert await every() == []


async def test_a_call_is_no_meeting_face_to_face(sam_at_desk: Desk, kofi: UUID, diary: int) -> None:
    page = await books(sam_at_desk, kofi, diary, kind="phone", format="in_person")
    assert "A phone call is by phone or by video" in page
    assert await every() == []


@pytest.mark.parametrize("way", ["phone", "video"])
async def test_nobody_is_rung_without_a_number(sam_at_desk: Desk, diary: int, way: str) -> None:
    async with transaction() as session:
        made = await claimants.create(session, area="northbridge", preferred_name="Ida", source="worker", channels=[])
    assert "add one" in await books(sam_at_desk, made.id, diary, format=way)
    assert await every() == []


async def test_who_comes_of_another_service_is_told_and_in_the_reminder(sam_at_desk: Desk, kofi: UUID, diary: int) -> None:
    page = await books(sam_at_desk, kofi, diary, kind="joint", partner="Citizens   Advice")
    assert "Please tell Citizens Advice yourself" in page
    assert "they are told" not in page
    async with transaction() as session:
        made = (await session.execute(select(Appointment))).scalar_one()
        await tell(session, made, "utter_reminder", uuid4(), about="reminder")
    told, reminded = [one.text for one in await said(KOFI)]
    assert "with Citizens Advice too" in told
    assert "at Northbridge Work Hub, with Citizens Advice too. No harm" in reminded


async def test_a_name_that_is_too_long_is_refused_and_not_cut(sam_at_desk: Desk, kofi: UUID, diary: int) -> None:
    assert "up to 40 letters" in await books(sam_at_desk, kofi, diary, partner="x" * 41)
    assert await every() == []


@pytest.mark.parametrize(
    ("when", "answer"),
    [
        ("same time next week", "They have no meeting to count from"),
        ("30 march at 24:00", "There is no such hour"),
        ("31 february", "There is no such day"),
        ("february 29 2027", "There is no such day"),
        ("31/04", "There is no such day"),
        ("gibberish", "Write a time"),
    ],
)
async def test_words_that_cannot_be_are_asked_about(sam_at_desk: Desk, kofi: UUID, diary: int, when: str, answer: str) -> None:
    page = await sam_at_desk.sees(f"/desk/claimants/{kofi}/meetings?when={when}", 422)
    assert answer in page
    assert "Book this" not in page


async def test_a_weekday_and_a_date_that_do_not_agree_are_asked_about(sam_at_desk: Desk, kofi: UUID, diary: int) -> None:
    wednesday = workday() + timedelta(days=1)
    when = f"wednesday {wednesday + timedelta(days=1):%d %B} 10am"
    page = await sam_at_desk.sees(f"/desk/claimants/{kofi}/meetings?when={when}", 422)
    assert f"That is two days, {say_full_date(wednesday)} or {say_full_date(wednesday + timedelta(days=1))}" in page


async def test_the_same_time_next_week_counts_from_their_last(sam_at_desk: Desk, kofi: UUID, diary: int) -> None:
    await books(sam_at_desk, kofi, diary)
    page = await sam_at_desk.sees(f"/desk/claimants/{kofi}/meetings?kind=review&format=in_person&when=same time next week")
    assert re.findall(r'name="start" value="([^"]+)"', page) == [instant(workday() + timedelta(days=7), time(10)).isoformat()]
    assert "Northbridge Work Hub" in page.partition("Book this")[0].rpartition("<li")[2]


async def test_beyond_the_diary_says_where_it_ends(sam_at_desk: Desk, kofi: UUID, diary: int) -> None:
    last = local(now() + appointments.limits().horizon).date()
    page = await sam_at_desk.sees(f"/desk/claimants/{kofi}/meetings?when={last + timedelta(days=30):%d %B %Y} at 10:00")
    assert f"which goes to {say_full_date(last)}" in page


async def test_why_a_colleague_is_offered(sam_at_desk: Desk, kofi: UUID, sam: Staff) -> None:
    async with transaction() as session:
        kim = await staff.add(session, "kim@example.org", "Kim", "key_worker", sam.areas, "a long password")
        (await session.get_one(Claimant, kofi)).key_worker_id = sam.id
    await works(kim)
    page = await sam_at_desk.sees(f"/desk/claimants/{kofi}/meetings?kind=review&format=in_person&when={workday():%d %B} at 10:00")
    assert "Sam has nothing free then; these are with colleagues" in page


async def test_a_worker_sees_what_they_must_know_before_they_ring(sam_at_desk: Desk, kofi: UUID, diary: int) -> None:
    await books(sam_at_desk, kofi, diary, format="phone")
    await books(sam_at_desk, kofi, diary, time(14))
    async with transaction() as session:
        person = await session.get_one(Claimant, kofi)
        person.language, person.safe_contact = "cy", {"shared": True, "neutral": True}
        talk = await messaging.of_phone(session, KOFI)
        assert talk
        await in_danger(session, talk)
    page = await sam_at_desk.sees(f"/desk/diary?day={workday()}")
    assert f"Ring <strong>{KOFI}</strong>" in page
    assert "Language: Welsh" in page
    assert "room 1" in page
    assert "Someone else may see this phone" in page
    for path in (f"/desk/diary?day={workday()}", f"/desk/claimants/{kofi}", f"/desk/claimants/{kofi}/meetings"):
        seen = await sam_at_desk.sees(path)
        assert "Open alert" in seen
        assert f"/desk/conversations/{talk.id}" in seen


async def test_who_must_be_rung_is_named_with_their_number(sam_at_desk: Desk, kofi: UUID, diary: int) -> None:
    async with transaction() as session:
        await session.execute(text("UPDATE contact_channels SET proved_at = NULL"))
    page = await books(sam_at_desk, kofi, diary)
    assert f'Please ring <a class="govuk-link" href="/desk/claimants/{kofi}">Kofi</a> on <strong>{KOFI}</strong>' in page


async def test_how_full_it_was(sam_at_desk: Desk, kofi: UUID, diary: int) -> None:
    start = now() - timedelta(days=21)
    await books(sam_at_desk, kofi, diary)
    async with transaction() as session:
        end = start + timedelta(hours=1)
        await session.execute(update(Appointment).values(starts_at=start, ends_at=end, blocked_until=end, state="attended"))
    assert "1.0" not in await sam_at_desk.sees("/desk/capacity")
    assert "1.0" in await sam_at_desk.sees(f"/desk/capacity?week={local(start).date()}")
    await sam_at_desk.sees("/desk/capacity?week=9999-12-31", 422)


@pytest.mark.parametrize(("way", "place"), [("phone", "By phone"), ("video", "By video"), ("home_visit", "At their home")])
async def test_a_calendar_says_how_it_is_met(sam_at_desk: Desk, kofi: UUID, diary: int, way: str, place: str) -> None:
    await books(sam_at_desk, kofi, diary, format=way)
    (made,) = await every()
    theirs = place.replace("their", "your")
    assert f"LOCATION:{theirs}" in await sam_at_desk.sees(f"/calendar/{made.id}.ics")
    page = (await sam_at_desk.posts("/desk/calendar/feed")).text
    found = re.search(r"/calendar/feed/[\w-]+\.ics", page)
    assert found
    assert f"LOCATION:{place}" in await sam_at_desk.sees(found[0])
