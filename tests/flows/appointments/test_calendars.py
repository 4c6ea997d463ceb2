"""A diary and its worker's own calendar, kept in step over a real CalDAV server."""

from collections.abc import Iterator
from datetime import time, timedelta
from pathlib import Path
from uuid import UUID

import pytest
from pydantic import SecretStr
from sqlalchemy import delete, select, update

from casework import appointments, staff
from casework.appointments import Appointment, Sought, Wish
from casework.appointments.calendars import linking, syncing
from casework.appointments.calendars.over_caldav import CalDavSettings
from casework.appointments.calendars.syncing import sync_calendars
from casework.appointments.meetings.jobs import send_reminder
from casework.appointments.models import CalendarCopy, OutsideBusy
from casework.appointments.times.diary import instant
from casework.base.clock import local
from casework.base.db import transaction
from casework.base.errors import Conflict, NotFound, Unreadable
from casework.council import council
from casework.staff import Staff
from tests.flows.appointments.test_appointments import booked, held, slot, workday, works
from tests.flows.phones import PHONE, gets
from tests.flows.radicale import PASSWORD, USER, Server, radicale

AREA = council().area("northbridge")
HOUR = timedelta(hours=1)


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with radicale(tmp_path_factory.mktemp("radicale")) as server:
        yield server


def uses(server: Server, monkeypatch: pytest.MonkeyPatch) -> Server:
    own = CalDavSettings(url=server.url, user=USER, password=SecretStr(PASSWORD), timeout_seconds=5)
    for module in (linking, syncing):
        monkeypatch.setattr(module, "caldav_settings", lambda: own)
    server.makes_one()
    return server


@pytest.fixture
def outside(running: Server, monkeypatch: pytest.MonkeyPatch) -> Server:
    return uses(running, monkeypatch)


@pytest.fixture
async def diary(sam: Staff, outside: Server) -> int:
    return await linked(sam, outside)


async def linked(sam: Staff, server: Server) -> int:
    made = await works(sam)
    async with transaction() as session:
        await appointments.link(session, sam, f"{server.url}/{server.path}/")
    return made


async def meets(diary: int, clock: time = time(10)) -> UUID:
    made = await booked(slot(diary, clock))
    async with transaction() as session:
        await session.execute(update(Appointment).values(reach={"kind": "sms", "address": PHONE}, name="Jo"))
    return made


async def proposed() -> list[tuple[UUID, str | None]]:
    async with transaction() as session:
        found = await appointments.proposals(session, ["northbridge"])
        return [(one.meeting.appointment.id, one.copy.proposal) for one in found]


def uid(meeting: UUID) -> str:
    return f"{meeting}@handrail"


async def test_what_is_on_there_is_not_offered_or_booked_here(diary: int, outside: Server) -> None:
    day = workday()
    outside.adds("dentist", instant(day, time(9)), instant(day, time(12)))
    outside.adds("birthday", day, day + timedelta(days=1), transp="TRANSPARENT")
    outside.adds("called-off", instant(day, time(13)), instant(day, time(14)), status="CANCELLED")
    await sync_calendars()
    async with transaction() as session:
        wish = Wish(instant(day, time(9)), instant(day, time(17)))
        found = await appointments.find(session, AREA, wish, Sought("review", "phone"))
        assert min(local(one.start).time() for one in found.slots) == time(12, 15)
        assert [one.starts_at for one in (await session.execute(select(OutsideBusy))).scalars()] == [instant(day, time(9))]
    with pytest.raises(Conflict):
        await held(slot(diary, time(10)), "phone")


async def to_rebook() -> list[UUID]:
    async with transaction() as session:
        return [one.appointment.id for one in await appointments.to_rebook(session, ["northbridge"])]


async def test_something_put_over_a_meeting_there_is_listed_here_and_nobody_is_told(diary: int, outside: Server) -> None:
    meeting, clear = await meets(diary), await meets(diary, time(14))
    await sync_calendars()
    assert await to_rebook() == []
    outside.adds("dentist", instant(workday(), time(10, 30)), instant(workday(), time(12)))
    outside.adds("lunch", instant(workday(), time(13)), instant(workday(), time(14)))
    outside.adds("birthday", workday(), workday() + timedelta(days=1), transp="TRANSPARENT")
    await sync_calendars()
    assert await to_rebook() == [meeting] != [clear]
    assert await gets() == []
    outside.removes("dentist")
    await sync_calendars()
    assert await to_rebook() == []


async def test_they_are_asked_for_another_time_once_a_worker_says_so(diary: int, outside: Server, sam: Staff) -> None:
    meeting = await meets(diary)
    outside.adds("dentist", instant(workday(), time(9)), instant(workday(), time(12)))
    await sync_calendars()
    for _ in range(2):
        async with transaction() as session:
            assert not await appointments.ask_another(session, meeting, sam)
    assert sum("is away" in one for one in await gets()) == 1
    await send_reminder(str(meeting), 0, 24)
    assert sum("We meet" in one for one in await gets()) == 0
    await sync_calendars()
    assert await to_rebook() == [meeting]
    async with transaction() as session:
        await appointments.move_to(session, meeting, sam, instant(workday(), time(14)))
    assert await to_rebook() == []


async def test_a_worker_who_comes_all_the_same_is_asked_no_more_until_it_moves(
    diary: int, outside: Server, sam: Staff, vera: Staff
) -> None:
    meeting = await meets(diary)
    for hour in (10, 15):
        outside.adds(f"busy {hour}", instant(workday(), time(hour)), instant(workday(), time(hour, 30)))
    await sync_calendars()
    with pytest.raises(NotFound):
        async with transaction() as session:
            await appointments.come_all_the_same(session, meeting, vera)
    async with transaction() as session:
        await appointments.come_all_the_same(session, meeting, sam)
    await sync_calendars()
    assert await to_rebook() == []
    with pytest.raises(Conflict):
        async with transaction() as session:
            await appointments.move_to(session, meeting, sam, instant(workday(), time(15)))
    async with transaction() as session:
        await appointments.move_to(session, meeting, sam, instant(workday(), time(16)))
    outside.adds("late", instant(workday(), time(16)), instant(workday(), time(17)))
    await sync_calendars()
    assert await to_rebook() == [meeting]


async def test_what_recurs_is_busy_each_time(diary: int, outside: Server) -> None:
    day = workday()
    outside.adds("team", instant(day, time(9)), instant(day, time(10)), rrule={"freq": "weekly", "count": 3})
    await sync_calendars()
    async with transaction() as session:
        starts = [one.starts_at for one in (await session.execute(select(OutsideBusy))).scalars()]
    assert sorted(starts) == [instant(day + timedelta(days=7 * n), time(9)) for n in range(3)]


async def test_a_whole_day_off_there_closes_the_day_here(diary: int, outside: Server) -> None:
    outside.adds("leave", workday(), workday() + timedelta(days=1))
    await sync_calendars()
    async with transaction() as session:
        wish = Wish(instant(workday(), time(9)), instant(workday(), time(17)))
        assert (await appointments.find(session, AREA, wish, Sought("review", "phone"))).why == "taken"


async def test_a_booking_goes_there_without_a_name_and_follows_what_becomes_of_it(
    diary: int, outside: Server, sam: Staff
) -> None:
    meeting = await meets(diary)
    await sync_calendars()
    await sync_calendars()
    (event,) = outside.has().values()
    assert (event.start, event["sequence"], str(event["summary"])) == (instant(workday(), time(10)), 0, "First meeting")
    assert "Jo" not in event.to_ical().decode()
    async with transaction() as session:
        await appointments.move_to(session, meeting, sam, instant(workday(), time(14)))
    await sync_calendars()
    (event,) = outside.has().values()
    assert (event.start, event["sequence"]) == (instant(workday(), time(14)), 1)
    assert await proposed() == []
    async with transaction() as session:
        await appointments.call_off(session, meeting, sam)
    await sync_calendars()
    assert outside.has() == {}
    async with transaction() as session:
        assert (await session.execute(select(CalendarCopy))).first() is None


async def test_moved_there_is_proposed_here_and_taken_over_by_a_worker(diary: int, outside: Server, sam: Staff) -> None:
    """By half an hour, so that the new time touches the old one."""
    meeting = await meets(diary)
    await sync_calendars()
    start = instant(workday(), time(10, 30))
    outside.moves(uid(meeting), start, start + HOUR)
    await sync_calendars()
    assert await proposed() == [(meeting, "moved")]
    async with transaction() as session:
        assert (await appointments.get(session, meeting)).starts_at == instant(workday(), time(10))
        assert not await appointments.accept(session, meeting, sam)
    async with transaction() as session:
        assert (await appointments.get(session, meeting)).starts_at == start
    await sync_calendars()
    assert await proposed() == []
    assert sum("We now meet" in one for one in await gets()) == 1


async def test_moved_there_onto_another_meeting_is_refused(diary: int, outside: Server, sam: Staff) -> None:
    meeting = await meets(diary)
    await booked(slot(diary, time(14)), "phone")
    await sync_calendars()
    outside.moves(uid(meeting), instant(workday(), time(14)), instant(workday(), time(15)))
    await sync_calendars()
    with pytest.raises(Conflict):
        async with transaction() as session:
            await appointments.accept(session, meeting, sam)
    async with transaction() as session:
        assert (await appointments.get(session, meeting)).starts_at == instant(workday(), time(10))


async def test_removed_there_is_called_off_only_by_a_worker(diary: int, outside: Server, sam: Staff) -> None:
    meeting = await meets(diary)
    await sync_calendars()
    outside.removes(uid(meeting))
    await sync_calendars()
    assert await proposed() == [(meeting, "removed")]
    async with transaction() as session:
        assert (await appointments.get(session, meeting)).state == "booked"
        await appointments.accept(session, meeting, sam)
    async with transaction() as session:
        assert (await appointments.get(session, meeting)).state == "cancelled"
    assert await proposed() == []


async def test_a_change_there_that_is_not_taken_over_is_put_back(diary: int, outside: Server, sam: Staff, vera: Staff) -> None:
    meeting = await meets(diary)
    await sync_calendars()
    outside.removes(uid(meeting))
    await sync_calendars()
    with pytest.raises(NotFound):
        async with transaction() as session:
            await appointments.refuse(session, meeting, vera)
    async with transaction() as session:
        await appointments.refuse(session, meeting, sam)
    await sync_calendars()
    assert list(outside.has()) == [uid(meeting)]
    assert await proposed() == []


async def test_moved_back_there_proposes_nothing_any_more(diary: int, outside: Server) -> None:
    meeting = await meets(diary)
    await sync_calendars()
    for clock, proposals in ((time(15), [(meeting, "moved")]), (time(10), [])):
        outside.moves(uid(meeting), instant(workday(), clock), instant(workday(), clock) + HOUR)
        await sync_calendars()
        assert await proposed() == proposals


async def test_given_to_a_colleague_leaves_the_calendar(diary: int, outside: Server, sam: Staff) -> None:
    meeting = await meets(diary)
    await sync_calendars()
    async with transaction() as session:
        kim = await staff.add(session, "kim@example.org", "Kim", "key_worker", ["northbridge"], "a long password")
    await works(kim)
    async with transaction() as session:
        await appointments.reassign(session, meeting, kim, sam)
    await sync_calendars()
    assert outside.has() == {}


async def test_whoever_is_deleted_is_deleted_there(diary: int, outside: Server) -> None:
    await meets(diary)
    stays = await meets(diary, time(14))
    await sync_calendars()
    async with transaction() as session:
        await session.execute(delete(Appointment).where(Appointment.id != stays))
    await sync_calendars()
    assert list(outside.has()) == [uid(stays)]


async def test_a_server_that_is_down_stops_nothing_and_is_said(
    sam: Staff, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with radicale(tmp_path) as server:
        diary = await linked(sam, uses(server, monkeypatch))
        server.adds("dentist", instant(workday(), time(9)), instant(workday(), time(12)))
        await sync_calendars()
    await sync_calendars()
    await meets(diary, time(14))
    async with transaction() as session:
        link = await appointments.link_of(session, sam)
        assert link
        assert link.failing_since
        assert link.seen_at
        assert len((await session.execute(select(OutsideBusy))).all()) == 1


@pytest.mark.parametrize("path", ["", "../admin/work", "https://elsewhere.example/sam/work", "sam/work?x=1", "a" * 201])
async def test_only_a_path_of_the_councils_own_server_is_linked(sam: Staff, outside: Server, path: str) -> None:
    with pytest.raises(Unreadable):
        async with transaction() as session:
            await appointments.link(session, sam, path)


async def test_unlinked_nothing_of_it_is_kept(diary: int, outside: Server, sam: Staff) -> None:
    outside.adds("dentist", instant(workday(), time(9)), instant(workday(), time(12)))
    await meets(diary, time(14))
    await sync_calendars()
    async with transaction() as session:
        await appointments.unlink(session, sam)
    await sync_calendars()
    async with transaction() as session:
        assert (await session.execute(select(OutsideBusy))).first() is None
        assert (await session.execute(select(CalendarCopy))).first() is None
    assert len(outside.has()) == 2
