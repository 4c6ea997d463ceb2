"""Second thoughts while a meeting is found, against the real database."""

from datetime import datetime, timedelta
from uuid import UUID

import pytest
from sqlalchemy import select, update

from casework import appointments, claimants, messaging, staff
from casework.appointments import Appointment, BookingTalk, Step, Who, WorkingHours
from casework.appointments.meetings.freed import offer_freed_times
from casework.base.clock import LONDON, local, now
from casework.base.db import transaction
from casework.staff import Staff
from tests.flows.appointments.test_appointments import workday, works
from tests.flows.appointments.test_booking_talks import AREA, chat, day, says, states
from tests.flows.appointments.test_booking_ways import daytime, said, taken_day
from tests.moments import set_to

__all__ = ["chat", "daytime"]
A_DAY, WEEK = timedelta(days=1), timedelta(days=7)


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
    talk = await says(chat, "the middle one")
    assert (talk.step, await held_at(talk)) == (Step.CONFIRM, ("phone", shown[1]))
    talk = await says(chat, "the 4th one")
    assert (talk.step, starts(talk)) == (Step.CHOOSE, shown)
    assert await states() == ["let_go", "let_go", "let_go"]


@pytest.mark.usefixtures("on_a_monday")
async def test_no_and_another_day_is_that_day(chat: UUID) -> None:
    other = workday() + timedelta(days=7 - workday().weekday())
    while other.weekday() == workday().weekday():
        other += timedelta(days=1)
    await says(chat, "by phone", day(), "1")
    talk = await says(chat, f"no {other:%A} actually")
    assert {one.weekday() for one in starts(talk)} == {other.weekday()}


async def test_no_and_a_day_that_is_closed_says_so_and_offers_others(chat: UUID, monkeypatch: pytest.MonkeyPatch) -> None:
    set_to(monkeypatch, datetime(2027, 3, 27, 22, 40, tzinfo=LONDON))
    await says(chat, "by phone", day(), "1")
    talk = await says(chat, "no Monday actually")
    assert (talk.step, talk.why, len(talk.offered)) == (Step.CHOOSE, "closed", 3)


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


async def test_a_move_to_a_time_of_another_worker_alone_is_with_the_other(chat: UUID, sam: Staff) -> None:
    mine = await has_a_meeting(chat)
    async with transaction() as session:
        joe = await staff.add(session, "joe@example.org", "Joe", "key_worker", ["northbridge"], "a long password")
        session.add(appointments.TimeOff(diary_id=mine.diary_id, first=workday() + WEEK, last=workday() + WEEK))
    await works(joe)
    talk = await says(chat, "a week later")
    async with transaction() as session:
        assert {one["diary"] for one in talk.offered} == {(await appointments.diary_of(session, joe.id)).id}


async def test_two_services_and_a_meeting_on_one_day(chat: UUID) -> None:
    """Money advice is there on Tuesdays and Thursdays, housing options every day."""
    talk = await says(chat, "face to face, money advice and housing the same day", f"the week of {workday() - A_DAY:%d %B}")
    assert talk.services == ["money advice", "housing options"]
    assert {one.weekday() for one in starts(talk)} <= {1, 3}
    assert talk.offered


async def test_none_planned_is_not_none_with_room(chat: UUID) -> None:
    talk = await says(chat, "a group please")
    assert (talk.step, talk.why) == (Step.FORMAT, "none_planned")


async def test_a_day_gone_by_this_year_is_not_too_far_ahead(chat: UUID) -> None:
    gone = local(now()).date() - 20 * A_DAY
    assert (await says(chat, "by phone", f"{gone:%d %B}")).why == "this_year"


async def test_how_and_when_at_once_are_both_heard(chat: UUID) -> None:
    talk = await says(chat, f"phone, {day()} in the morning if poss")
    assert (talk.step, talk.format, talk.why) == (Step.CHOOSE, "phone", "by_phone")
    assert {one.date() for one in starts(talk)} == {workday()}


async def test_an_hour_at_which_nobody_works_has_the_nearest_first(chat: UUID) -> None:
    shown = starts(await says(chat, "by phone", f"{day()} at 7pm"))
    assert shown == sorted(shown, reverse=True)
    assert shown[0].date() == workday()
    assert shown[0].hour == 16


async def test_one_shared_phone_is_offered_a_freed_time_in_few_words(chat: UUID, sam: Staff, daytime: None) -> None:
    ten = await taken_day(sam)
    async with transaction() as session:
        ali = await claimants.create(
            session, area="northbridge", preferred_name="Ali", source="worker",
            channels=[("sms", "+447700900684", True)], safe_contact={"neutral": True},
        )
        texts = (await messaging.start_texts(session, "northbridge", "+447700900684", ali.id)).id
    await waits(texts, ali)
    async with transaction() as session:
        await appointments.end_talk(session, await session.get_one(BookingTalk, texts))
        await appointments.cancel(session, await session.get_one(Appointment, ten))
    await offer_freed_times()
    (told,) = await said(texts)
    assert told.startswith(f"Hello. A time is free: {workday():%A} {workday().day} {workday():%B}")
    assert "Hub" not in told
    assert "job support" not in told


async def waits(chat: UUID, ali: claimants.Claimant) -> None:
    await says(chat, "by phone", f"{day()} at 10", "waiting list", who=Who(AREA, ali, "+447700900684"))


async def test_earlier_is_on_the_day_that_is_shown(chat: UUID) -> None:
    await says(chat, "by phone", f"{day()} in the afternoon")
    for words in ("can it be earlier", "any later in the day"):
        shown = starts(await says(chat, words))
        assert {one.date() for one in shown} == {workday()}, words
    await says(chat, f"{day()} at 10", "1")
    talk = await says(chat, "a bit later")
    assert talk.step == Step.CHOOSE
    assert {one.date() for one in starts(talk)} == {workday()}
    assert min(starts(talk)).hour >= 10


async def test_with_nothing_later_on_that_day_it_is_the_next(chat: UUID) -> None:
    talk = await says(chat, "by phone", f"{day()} after 4", "later", "later", "later")
    assert (talk.step, talk.why) == (Step.CHOOSE, None)
    assert min(starts(talk)).date() > workday()


async def test_an_hour_at_the_read_back_is_of_that_day(chat: UUID) -> None:
    await says(chat, "by phone", "any day", "1")
    held = (await held_at(await says(chat)))[1]
    talk = await says(chat, "2ish")
    assert {one.date() for one in starts(talk)} == {held.date()}


async def test_the_afternoon_is_of_the_day_of_the_meeting_that_is_moved(chat: UUID) -> None:
    mine = await has_a_meeting(chat)
    talk = await says(chat, "can u move it to the afternoon")
    assert {one.date() for one in starts(talk)} == {local(mine.starts_at).date()}
    assert all(one.hour >= 12 for one in starts(talk))


async def joe_works_too() -> Staff:
    async with transaction() as session:
        joe = await staff.add(session, "joe@example.org", "Joe", "key_worker", ["northbridge"], "a long password")
    await works(joe)
    return joe


@pytest.mark.parametrize("words", ["joe would be better actually", "can i see joe instead", "with Joe please", "is joe a man? can i have him", "no i want joe or another man"])
async def test_one_of_us_whom_they_name_stays_until_another_is(chat: UUID, words: str) -> None:
    await joe_works_too()
    await says(chat, "by phone", day(), "1")
    talk = await says(chat, words)
    assert (talk.step, talk.why, talk.misses) == (Step.CHOOSE, None, 0)
    assert {one["worker"] for one in talk.offered} == {"Joe"}
    assert {one.date() for one in starts(talk)} == {workday()}
    talk = await says(chat, "next week")
    assert {one["worker"] for one in talk.offered} == {"Joe"}


async def test_nobody_of_that_name_is_no_wish(chat: UUID) -> None:
    talk = await says(chat, "by phone", day(), "zebedee would be better")
    assert (talk.step, talk.misses) == (Step.CHOOSE, 1)


async def test_another_venue_is_looked_for_there(chat: UUID) -> None:
    joe = await joe_works_too()
    async with transaction() as session:
        diary = (await appointments.diary_of(session, joe.id)).id
        await session.execute(update(WorkingHours).where(WorkingHours.diary_id == diary).values(venue="library"))
    await says(chat, "face to face", day())
    talk = await says(chat, "the library please")
    assert (talk.step, talk.format, talk.why) == (Step.CHOOSE, "in_person", None)
    assert {one["venue"] for one in talk.offered} == {"library"}
    assert {one["venue"] for one in (await says(chat, "the hub instead")).offered} == {"hub"}


@pytest.mark.parametrize("words", [(), ("1",)], ids=["while choosing", "at the read-back"])
@pytest.mark.parametrize("said", ["no face to face", "no, in person please"])
async def test_no_and_a_way_is_that_way(chat: UUID, said: str, words: tuple[str, ...]) -> None:
    talk = await says(chat, "by phone", day(), *words, said)
    assert (talk.step, talk.format, talk.misses) == (Step.CHOOSE, "in_person", 0)


async def test_no_and_the_way_that_stands_is_no_other(chat: UUID) -> None:
    assert (await says(chat, "by phone", day(), "no phone")).format == "phone"
