"""Second thoughts while a meeting is found, against the real database."""

from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import select, update

from casework import appointments, staff
from casework.appointments import Appointment, BookingTalk, Step, WorkingHours
from casework.base.clock import local
from casework.base.db import transaction
from casework.staff import Staff
from tests.flows.test_appointments import workday, works
from tests.flows.test_booking_talks import chat, day, says, states

__all__ = ["chat"]


def starts(talk: BookingTalk) -> list[datetime]:
    return [local(datetime.fromisoformat(one["start"])) for one in talk.offered]


async def held_at(talk: BookingTalk) -> tuple[str, datetime]:
    async with transaction() as session:
        held = await session.get_one(Appointment, talk.holding_id)
        return held.format, local(held.starts_at)


async def has_a_meeting(chat: UUID) -> Appointment:
    await says(chat, "face to face", f"{day()} at 10", "1", "yes", "Jo", "no")
    async with transaction() as session:
        mine = (await appointments.coming(session, chat))[0]
        talk = await appointments.talk_of(session, chat)
        assert talk
        await appointments.end_talk(session, talk)
        await appointments.begin_talk(session, chat, mine)
        return mine


async def test_other_hours_are_of_the_day_wished_for(chat: UUID) -> None:
    shown = starts(await says(chat, "by phone", f"{day()} in the morning"))
    assert {one.date() for one in shown} == {workday()}
    later = starts(await says(chat, "move it to the afternoon"))
    assert {one.date() for one in later} == {workday()}
    assert all(one.hour >= 12 for one in later)


async def test_another_of_the_list_instead_of_the_one_read_back(chat: UUID) -> None:
    shown = starts(await says(chat, "by phone", day(), "2"))
    talk = await says(chat, "no wait the first one")
    assert (talk.step, await held_at(talk)) == (Step.CONFIRM, ("phone", shown[0]))
    assert await states() == ["let_go", "held"]
    talk = await says(chat, "the 4th one")
    assert (talk.step, starts(talk)) == (Step.CHOOSE, shown)
    assert await states() == ["let_go", "let_go"]


async def test_no_and_another_day_is_that_day(chat: UUID) -> None:
    other = workday() + timedelta(days=7 - workday().weekday())
    while other.weekday() == workday().weekday():
        other += timedelta(days=1)
    await says(chat, "by phone", day(), "1")
    talk = await says(chat, f"no {other:%A} actually")
    assert {one.weekday() for one in starts(talk)} == {other.weekday()}


async def test_face_to_face_after_all_looks_for_a_place_and_for_longer(chat: UUID, sam: Staff) -> None:
    await says(chat, "by phone", f"{day()} at 10", "1")
    talk = await says(chat, "actually face to face")
    assert (talk.step, talk.format, talk.misses) == (Step.CHOOSE, "in_person", 0)
    assert all(one["venue"] for one in talk.offered)
    assert {(datetime.fromisoformat(one["end"]) - datetime.fromisoformat(one["start"])) for one in talk.offered} == {timedelta(hours=1)}
    assert await states() == ["let_go"]


async def test_a_time_by_phone_is_not_kept_for_a_meeting_where_nobody_is_at_a_venue(chat: UUID, sam: Staff) -> None:
    await says(chat, "by phone", f"{day()} at 10", "1")
    async with transaction() as session:
        await session.execute(update(WorkingHours).values(venue=None))
    talk = await says(chat, "can we do face to face instead")
    assert (talk.step, talk.offered) == (Step.WHEN, [])


async def test_a_day_later_counts_from_the_meeting_that_is_moved(chat: UUID) -> None:
    mine = await has_a_meeting(chat)
    talk = await says(chat, "push it back a week")
    wished = appointments.Wish.read(talk.wish)
    assert wished.exact
    assert local(wished.first) - local(mine.starts_at) == timedelta(days=7)


async def test_a_move_stays_with_the_same_worker_where_they_can(chat: UUID, sam: Staff) -> None:
    async with transaction() as session:
        for name in ("Joe", "Kim", "Lou"):
            await staff.add(session, f"{name}@example.org", name, "key_worker", ["northbridge"], "a long password")
    mine = await has_a_meeting(chat)
    for one in await all_workers():
        await works(one)
    talk = await says(chat, "next week")
    assert {one["diary"] for one in talk.offered} == {mine.diary_id}


async def all_workers() -> list[Staff]:
    async with transaction() as session:
        return list((await session.execute(select(Staff).where(Staff.name.in_(("Joe", "Kim", "Lou"))))).scalars())
