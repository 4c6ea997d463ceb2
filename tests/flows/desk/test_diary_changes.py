"""Hours, leave, who goes, who did not come, and how full it is, against the real database."""

from datetime import date, time, timedelta
from uuid import UUID

import pytest
from sqlalchemy import select, update

from casework import appointments, claimants, handoff, messaging, staff
from casework.appointments import Appointment, Period, Sought, Wish
from casework.appointments.desk.leaving import Stayed
from casework.appointments.meetings.missing import offer_another
from casework.appointments.times.diary import instant
from casework.base.clock import local, now
from casework.base.db import transaction
from casework.base.errors import NotFound, Unreadable
from casework.council import council
from casework.handoff import Handoff
from casework.staff import Staff
from tests.flows.appointments.test_appointments import booked, slot, workday, works
from tests.flows.conftest import in_danger
from tests.flows.phones import PHONE, gets

AREA = council().area("northbridge")


@pytest.fixture
async def kim() -> Staff:
    async with transaction() as session:
        return await staff.add(session, "kim@example.org", "Kim", "key_worker", ["northbridge"], "a long password")


async def reachable(meeting: UUID) -> None:
    async with transaction() as session:
        mine = update(Appointment).where(Appointment.id == meeting)
        await session.execute(mine.values(reach={"kind": "sms", "address": PHONE}, name="Jo"))


async def leave(sam: Staff, first: date, last: date, *others: Staff, hours: tuple[time, time] | None = None) -> list[str]:
    async with transaction() as session:
        told = await appointments.add_leave(session, [sam, *others], first, last, hours, "training", sam)
        return [one.worker.name for one in told.hit]


async def test_leave_over_meetings_lists_them_and_tells_the_people_once(sam: Staff, kim: Staff) -> None:
    mine, theirs = await booked(slot(await works(sam)), "phone"), await booked(slot(await works(kim)), "phone")
    await reachable(mine)
    await reachable(theirs)
    assert sorted(await leave(sam, workday(), workday(), kim)) == ["Kim", "Sam"]
    assert await leave(sam, workday(), workday() + timedelta(days=1)) == []
    assert sum("is away" in one for one in await gets()) == 2
    async with transaction() as session:
        assert {one.appointment.id for one in await appointments.to_rebook(session, ["northbridge"])} == {mine, theirs}


async def test_leave_of_some_hours_closes_only_those(sam: Staff) -> None:
    await works(sam)
    assert await leave(sam, workday(), workday(), hours=(time(9), time(15))) == []
    async with transaction() as session:
        wish = Wish(instant(workday(), time(9)), instant(workday(), time(17)))
        found = await appointments.find(session, AREA, wish, Sought("review", "phone"))
        assert min(local(one.start).time() for one in found.slots) == time(15)
        (mine,) = await appointments.leave_of(session, sam, workday())
        with pytest.raises(NotFound):
            await appointments.drop_leave(session, mine.id, sam, [])
        await appointments.drop_leave(session, mine.id, sam, [sam])
    async with transaction() as session:
        assert await appointments.leave_of(session, sam, workday()) == []


@pytest.mark.parametrize(("days", "hours"), [((1, 0), None), ((0, 0), (time(12), time(9)))])
async def test_leave_that_ends_before_it_begins_is_refused(
    sam: Staff, days: tuple[int, int], hours: tuple[time, time] | None
) -> None:
    with pytest.raises(Unreadable):
        await leave(sam, *(workday() + timedelta(days=one) for one in days), hours=hours)


async def test_a_new_week_holds_from_its_day_and_the_old_one_until_then(sam: Staff) -> None:
    today = local(now()).date()
    old, new = [Period(0, time(9), time(12), "hub"), Period(0, time(13), time(17), None)], [Period(2, time(10), time(12), "library")]
    async with transaction() as session:
        await appointments.set_hours(session, sam, AREA, old, today, sam)
    async with transaction() as session:
        await appointments.set_hours(session, sam, AREA, new, today + timedelta(days=30), sam)
    async with transaction() as session:
        assert await appointments.hours_of(session, sam, "northbridge", today + timedelta(days=29)) == old
        assert await appointments.hours_of(session, sam, "northbridge", today + timedelta(days=30)) == new


async def test_a_week_for_a_while_gives_way_to_the_one_before(sam: Staff) -> None:
    """Other hours in the holidays, and a second while that lies across their end."""
    today = local(now()).date()
    usual, holidays, more = [Period(0, time(9), time(12), "hub")], [Period(1, time(10), time(12), None)], [Period(2, time(8), time(9), None)]
    first, last = today + timedelta(days=20), today + timedelta(days=30)
    async with transaction() as session:
        await appointments.set_hours(session, sam, AREA, usual, today, sam)
        await appointments.set_hours(session, sam, AREA, holidays, first, sam, last)
        await appointments.set_hours(session, sam, AREA, more, last, sam, last + timedelta(days=5))
    expected = [(19, usual), (20, holidays), (29, holidays), (30, more), (35, more), (36, usual), (400, usual)]
    async with transaction() as session:
        for days, week in expected:
            assert await appointments.hours_of(session, sam, "northbridge", today + timedelta(days=days)) == week
    with pytest.raises(Unreadable):
        async with transaction() as session:
            await appointments.set_hours(session, sam, AREA, usual, last, sam, first)


@pytest.mark.parametrize(
    "week",
    [
        [Period(0, time(12), time(9), "hub")],
        [Period(0, time(9), time(12), "hub"), Period(0, time(11), time(15), "hub")],
        [Period(0, time(9), time(12), "the moon")],
    ],
)
async def test_a_week_that_cannot_be_is_refused(sam: Staff, week: list[Period]) -> None:
    with pytest.raises(Unreadable):
        async with transaction() as session:
            await appointments.set_hours(session, sam, AREA, week, local(now()).date(), sam)


async def test_who_leaves_hands_over_what_the_successor_has_time_for(sam: Staff, kim: Staff) -> None:
    mine, theirs = await works(sam), await works(kim)
    free, clashes = await booked(slot(mine, time(9)), "phone"), await booked(slot(mine, time(14)), "phone")
    await booked(slot(theirs, time(14)), "phone")
    await reachable(free)
    async with transaction() as session:
        assert await appointments.hand_over(session, sam, kim, local(now()).date(), sam) == (1, [Stayed(await appointments.get(session, clashes), "has something on then")], [])
    async with transaction() as session:
        assert (await session.get_one(Appointment, free)).diary_id == theirs
        assert (await session.get_one(Appointment, clashes)).diary_id == mine
    assert sum("with Kim" in one for one in await gets()) == 1


async def test_a_leaver_hands_over_people_and_meetings_with_notice(sam: Staff, kim: Staff) -> None:
    meeting = await booked(slot(await works(sam)), "phone")
    await works(kim)
    tomorrow = local(now()).date() + timedelta(days=1)
    async with transaction() as session:
        ali = await claimants.create(session, area="northbridge", preferred_name="Ali", source="worker", channels=[])
        ali.key_worker_id = sam.id
    async with transaction() as session:
        leaver, successor = await staff.by_email(session, sam.email), await staff.by_email(session, kim.email)
        gone = await appointments.leave_work(session, leaver, successor, tomorrow)
    assert (gone.people, gone.moved, gone.stayed, [one.id for one in gone.to_ring]) == (1, 1, [], [meeting])
    async with transaction() as session:
        (change,) = await claimants.untold_changes(session)
        assert (change.claimant_id, change.to_id, change.starts_on) == (ali.id, kim.id, tomorrow)
        assert (await session.get_one(Appointment, meeting)).diary_id == (await appointments.diary_of(session, kim.id)).id
        await staff.close(session, await staff.by_email(session, sam.email))
        with pytest.raises(NotFound):
            await staff.by_email(session, sam.email)


async def past(meeting: UUID) -> None:
    async with transaction() as session:
        ago = now() - timedelta(hours=2)
        mine = update(Appointment).where(Appointment.id == meeting)
        await session.execute(mine.values(starts_at=ago, ends_at=ago + timedelta(hours=1), blocked_until=ago + timedelta(hours=1)))


async def test_who_did_not_come_hears_once_of_another_time_and_no_blame(sam: Staff) -> None:
    meeting = await booked(slot(await works(sam)), "phone")
    await reachable(meeting)
    await past(meeting)
    for _ in range(2):
        async with transaction() as session:
            assert await appointments.attendance(session, meeting, sam, "did_not_come") == []
    for _ in range(2):
        await offer_another(str(meeting))
    got = [one for one in await gets() if "missed you" in one]
    assert len(got) == 1
    assert "nothing bad comes of it" in got[0]


async def test_a_missed_meeting_with_an_open_alert_goes_to_a_person_and_no_text(sam: Staff) -> None:
    meeting = await booked(slot(await works(sam)), "phone")
    await reachable(meeting)
    await past(meeting)
    async with transaction() as session:
        talk = await messaging.start_texts(session, "northbridge", PHONE)
        await session.execute(update(Appointment).values(conversation_id=talk.id))
        await in_danger(session, talk)
    async with transaction() as session:
        found = await appointments.get(session, meeting)
        assert await appointments.attendance(session, meeting, sam, "did_not_come") == [found]
        assert await handoff.missed_meeting(session, AREA, found.conversation_id, found.claimant_id)
    assert await gets() == []
    async with transaction() as session:
        asked = (await session.execute(select(Handoff))).scalar_one()
        assert (asked.reason, asked.level) == ("missed_meeting", "P1")


async def test_without_an_alert_a_missed_meeting_is_nobodys_task(sam: Staff) -> None:
    async with transaction() as session:
        talk = await messaging.start_texts(session, "northbridge", PHONE)
        assert not await handoff.missed_meeting(session, AREA, talk.id, None)


async def test_open_and_booked_hours_by_venue_and_week(sam: Staff) -> None:
    diary = await works(sam)
    await booked(slot(diary))
    await leave(sam, workday() + timedelta(days=1), workday() + timedelta(days=1))
    monday = workday() - timedelta(days=1)
    async with transaction() as session:
        uses = {one.venue: one for one in await appointments.use(session, AREA, monday, 1)}
    assert (uses["hub"].open_hours, uses["hub"].booked_hours) == (32.0, 1.0)
    assert uses["hub"].share == pytest.approx(1 / 32)
    assert uses["library"].share is None


async def test_calling_off_a_group_tells_everybody_who_comes(sam: Staff) -> None:
    anchor = await booked(slot(await works(sam)))
    async with transaction() as session:
        group = (await appointments.make_group(session, await session.get_one(Appointment, anchor), "Job club", 2)).id
    async with transaction() as session:
        held = await appointments.hold_place(session, group, None, None)
        place = (await appointments.book(session, held, AREA)).id
    await reachable(place)
    async with transaction() as session:
        (meeting,) = await appointments.week(session, ["northbridge"], workday() - timedelta(days=1))
        assert (meeting.name, len(meeting.places)) == ("Job club", 1)
        assert not await appointments.call_off(session, anchor, sam)
    assert sum("cannot meet" in one for one in await gets()) == 1
    async with transaction() as session:
        assert await appointments.groups_to_come(session, ["northbridge"]) == []
        assert (await session.get_one(Appointment, place)).state == "cancelled"


async def test_the_people_of_a_leaver_are_not_forgotten(sam: Staff, kim: Staff) -> None:
    """Closing an account without handing over leaves its meetings to be re-booked."""
    meeting = await booked(slot(await works(sam)), "phone")
    async with transaction() as session:
        (await session.get_one(Staff, sam.id)).closed_at = now()
    async with transaction() as session:
        assert [one.appointment.id for one in await appointments.to_rebook(session, ["northbridge"])] == [meeting]
