"""Booking against the real database: one meeting a worker and a room at a time, however many ask at once."""

import asyncio
from datetime import UTC, date, datetime, time, timedelta
from time import monotonic
from uuid import UUID

import pytest
from sqlalchemy import delete, func, select, text, update
from sqlalchemy.exc import IntegrityError

from casework import appointments, claimants, messaging, staff
from casework.appointments import Appointment, BookingTalk, Slot, Sought, Step, Who, Wish, WorkingHours
from casework.appointments.models import Room
from casework.appointments.times.diaries import closed_in
from casework.appointments.times.diary import days_from, instant
from casework.base.clock import local, now
from casework.base.db import transaction
from casework.base.errors import Conflict, NotFound, Unreadable
from casework.council import council
from casework.staff import Staff

AREA = council().area("northbridge")
AT_ONCE = 200


def workday() -> date:
    """A Tuesday some weeks ahead, in a week of which no day is closed."""
    day = local(now()).date() + timedelta(days=21)
    day += timedelta(days=(1 - day.weekday()) % 7)
    while any(map(closed_in(AREA), days_from(day - timedelta(days=1), day + timedelta(days=3)))):
        day += timedelta(days=7)
    return day


async def works(staff: Staff, venue: str | None = "hub") -> int:
    async with transaction() as session:
        diary = await appointments.diary_of(session, staff.id)
        session.add_all(
            WorkingHours(
                diary_id=diary.id, area="northbridge", venue=venue, weekday=day, starts=time(9), ends=time(17),
                since=date(2026, 1, 1),
            )
            for day in range(5)
        )
        return diary.id


def slot(diary: int, clock: time = time(10), minutes: int = 60, venue: str | None = "hub") -> Slot:
    start = instant(workday(), clock)
    return Slot(start, start + timedelta(minutes=minutes), diary, "Sam", venue)


async def held(wanted: Slot, format: str = "in_person") -> UUID:
    async with transaction() as session:
        made = await appointments.hold(session, AREA, wanted, Sought("first_meeting", format), None)
        return made.id


async def booked(wanted: Slot, format: str = "in_person") -> UUID:
    made = await held(wanted, format)
    async with transaction() as session:
        return (await appointments.book(session, await session.get_one(Appointment, made), AREA)).id


async def test_two_hundred_at_once_make_one_booking_and_the_others_are_offered_three_more(sam: Staff) -> None:
    """Each in a chat of its own, shown the same times, all of them choosing the first and saying yes."""
    await works(sam)
    who = Who(AREA)
    async with transaction() as session:
        chats = [(await messaging.start(session, "northbridge", "Northbridge"))[0].id for _ in range(AT_ONCE)]

    async def says(chat: UUID, *words: str) -> BookingTalk:
        for one in words:
            async with transaction() as session:
                talk = await appointments.talk_of(session, chat) or await appointments.begin_talk(session, chat)
                await appointments.hear(session, talk, one, who)
        return talk

    shown = await says(chats[0], "face to face", f"{workday():%d %B} at 10")
    async with transaction() as session:
        session.add_all(
            BookingTalk(conversation_id=one, step=shown.step, format=shown.format, wish=shown.wish, offered=shown.offered)
            for one in chats[1:]
        )
    began = monotonic()
    after = await asyncio.gather(*(says(chat, "1", "yes") for chat in chats))
    took = monotonic() - began
    got = [one for one in after if one.step == Step.NAME]
    others = [one for one in after if one.step == Step.CHOOSE]
    assert (len(got), len(others)) == (1, AT_ONCE - 1)
    assert {one.why for one in others} == {"taken"}
    assert all(len(one.offered) == 3 and got[0].holding_id and _clear_of(one, workday()) for one in others)
    async with transaction() as session:
        states = select(Appointment.state, func.count()).group_by(Appointment.state)
        assert dict((await session.execute(states)).tuples().all()) == {"held": 1}
    print(f"{AT_ONCE} at once: {took:.1f} s")


def _clear_of(talk: BookingTalk, day: date) -> bool:
    """Nothing that is offered touches ten to eleven."""
    taken = instant(day, time(10)), instant(day, time(11))
    return all(
        datetime.fromisoformat(one["start"]) >= taken[1] or datetime.fromisoformat(one["end"]) <= taken[0]
        for one in talk.offered
    )


async def test_two_hundred_at_once_without_a_word_make_one_booking(sam: Staff) -> None:
    wanted = slot(await works(sam))

    async def tries() -> UUID | None:
        try:
            return await booked(wanted)
        except Conflict:
            return None

    made = [one for one in await asyncio.gather(*(tries() for _ in range(AT_ONCE))) if one]
    assert len(made) == 1


async def test_the_database_itself_refuses_two(sam: Staff) -> None:
    diary = await works(sam)
    first = await booked(slot(diary))
    copied = "INSERT INTO appointments (id, {0}) SELECT gen_random_uuid(), {0} FROM appointments WHERE id = :id"
    columns = [one.name for one in Appointment.__table__.columns if one.name != "id"]
    with pytest.raises(IntegrityError, match="ex_appointments"):
        async with transaction() as session:
            await session.execute(text(copied.format(", ".join(columns))), {"id": first})


async def test_rooms_run_out_before_workers_do(sam: Staff) -> None:
    library = next(one for one in AREA.venues if one.id == "library")
    assert len(library.room_features()) == 1
    mine = await works(sam, "library")
    async with transaction() as session:
        other = await staff.add(session, "kim@example.org", "Kim", "key_worker", ["northbridge"], "a long password")
    theirs = await works(other, "library")
    await booked(slot(mine, venue="library"))
    with pytest.raises(Conflict, match="no room"):
        await booked(slot(theirs, venue="library"))
    await booked(slot(theirs, venue="library"), "phone")


async def test_the_first_two_at_a_venue_each_get_a_room(sam: Staff) -> None:
    """Its rooms are made when they are first needed."""
    async with transaction() as session:
        kim = await staff.add(session, "kim@example.org", "Kim", "key_worker", ["northbridge"], "a long password")
        await session.execute(delete(Room))
    diaries = [await works(sam), await works(kim)]
    made = await asyncio.gather(*(held(slot(one)) for one in diaries))
    async with transaction() as session:
        rooms = [(await session.get_one(Appointment, one)).room_id for one in made]
    assert len(set(rooms)) == 2


async def test_a_hold_runs_out_and_a_late_yes_is_kept_only_if_nobody_came(sam: Staff) -> None:
    diary = await works(sam)
    mine = await held(slot(diary))
    with pytest.raises(Conflict):
        await held(slot(diary))
    async with transaction() as session:
        until = (await session.get_one(Appointment, mine)).held_until
        assert until
        assert until <= now() + timedelta(minutes=10)
        await session.execute(update(Appointment).values(held_until=now() - timedelta(minutes=1)))
    async with transaction() as session:
        await appointments.book(session, await session.get_one(Appointment, mine), AREA)
    async with transaction() as session:
        assert (await session.get_one(Appointment, mine)).state == "booked"
    late = await held(slot(diary, time(14)))
    async with transaction() as session:
        await session.execute(update(Appointment).where(Appointment.id == late).values(held_until=now()))
    await booked(slot(diary, time(14)))
    with pytest.raises(Conflict):
        async with transaction() as session:
            await appointments.book(session, await session.get_one(Appointment, late), AREA)


async def test_moving_frees_the_old_time_and_changes_the_calendar_entry(sam: Staff) -> None:
    diary = await works(sam)
    mine = await booked(slot(diary))
    to = await held(slot(diary, time(14)))
    async with transaction() as session:
        moved = await appointments.move(
            session, await session.get_one(Appointment, mine), await session.get_one(Appointment, to)
        )
        assert (moved.sequence, local(moved.starts_at).time()) == (1, time(14))
    assert await booked(slot(diary))


async def test_cancelled_is_free_again(sam: Staff) -> None:
    diary = await works(sam)
    mine = await booked(slot(diary))
    async with transaction() as session:
        await appointments.cancel(session, await session.get_one(Appointment, mine))
    assert await booked(slot(diary))


async def test_only_a_worker_of_the_area_says_what_became_of_it(sam: Staff, vera: Staff) -> None:
    diary = await works(sam)
    mine = await booked(slot(diary))
    async with transaction() as session:
        with pytest.raises(Conflict):
            await appointments.attendance(session, mine, sam, "attended")
    past = datetime.now(UTC) - timedelta(days=1)
    async with transaction() as session:
        await session.execute(
            update(Appointment).values(
                starts_at=past, ends_at=past + timedelta(hours=1), blocked_until=past + timedelta(hours=1)
            )
        )
    async with transaction() as session:
        with pytest.raises(NotFound):
            await appointments.attendance(session, mine, vera, "attended")
        with pytest.raises(Unreadable):
            await appointments.attendance(session, mine, sam, "vanished")
        assert await appointments.attendance(session, mine, sam, "could_not_come") == []
        assert (await appointments.get(session, mine)).state == "could_not_come"


async def test_ones_own_worker_first(sam: Staff) -> None:
    await works(sam)
    async with transaction() as session:
        other = await staff.add(session, "kim@example.org", "Kim", "key_worker", ["northbridge"], "a long password")
    await works(other)
    wish = Wish(instant(workday(), time(9)), instant(workday(), time(17)))
    async with transaction() as session:
        known = await claimants.create(session, area="northbridge", preferred_name="Ali", source="worker", channels=[])
        known.key_worker_id = other.id
        await session.flush()
        found = await appointments.find(session, AREA, wish, Sought("review", "in_person"), known)
        assert {one.worker for one in found.slots} == {"Kim"}


async def test_nothing_is_left_held_by_those_who_go_away(sam: Staff) -> None:
    diary = await works(sam)
    for hour in (9, 11, 13):
        await held(slot(diary, time(hour)))
    async with transaction() as session:
        await session.execute(update(Appointment).values(held_until=now() - timedelta(seconds=1)))
    assert await booked(slot(diary, time(9)))
    async with transaction() as session:
        late_morning = Wish(instant(workday(), time(11)), instant(workday(), time(14)))
        free = await appointments.find(session, AREA, late_morning, Sought("review", "in_person"))
        assert free.why is None
        states = select(Appointment.state, func.count()).group_by(Appointment.state)
        assert dict((await session.execute(states)).tuples().all())["booked"] == 1


async def test_where_somebody_met_before_comes_second(sam: Staff) -> None:
    """Their own worker has no time; of the others, who is at the library is offered first."""
    async with transaction() as session:
        kim, lou = [
            await staff.add(session, f"{one}@example.org", one, "key_worker", ["northbridge"], "a long password")
            for one in ("kim", "lou")
        ]
        ali = await claimants.create(session, area="northbridge", preferred_name="Ali", source="worker", channels=[])
        ali.key_worker_id = sam.id
    await works(kim, "hub")
    library = await works(lou, "library")
    async with transaction() as session:
        last = await appointments.hold(
            session, AREA, slot(library, venue="library"), Sought("review", "in_person"), None, ali.id
        )
        await appointments.book(session, last, AREA)
    wish = Wish(instant(workday(), time(12)), instant(workday(), time(17)))
    async with transaction() as session:
        known = await claimants.get(session, ali.id)
        found = await appointments.find(session, AREA, wish, Sought("review", "in_person"), known)
        assert {one.venue for one in found.slots} == {"library"}
        await appointments.set_hours(session, lou, AREA, [], workday(), lou)
        found = await appointments.find(session, AREA, wish, Sought("review", "in_person"), known)
        assert (found.why, {one.venue for one in found.slots}) == (None, {"hub"})


async def test_a_time_without_the_way_to_it_is_refused_even_if_it_was_offered(sam: Staff) -> None:
    """Somebody else took the library at ten after half past eleven at the hub was shown."""
    diary = await works(sam)
    await works(sam, "library")
    await booked(slot(diary, time(10), venue="library"))
    for clock, way in ((time(11, 15), "too short"), (time(9), "too short"), (time(11, 30), "")):
        wanted = slot(diary, clock, 45)
        if way:
            with pytest.raises(Conflict):
                await held(wanted)
        else:
            assert await held(wanted)
    assert await held(slot(diary, time(9, 15), 30, None), "phone")
