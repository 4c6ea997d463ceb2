"""Moves against the real database: near the meeting's own day, and over its own time."""

from datetime import datetime, time, timedelta
from uuid import UUID

import pytest
from sqlalchemy import select, text, update
from sqlalchemy.exc import IntegrityError

from casework import appointments
from casework.appointments import Appointment, Sought, Step
from casework.appointments.times.diary import instant
from casework.base.clock import local, now
from casework.base.db import transaction
from casework.base.errors import Conflict
from casework.staff import Staff
from tests.flows.appointments.test_appointments import slot, workday, works
from tests.flows.appointments.test_booking_corrections import has_a_meeting, starts
from tests.flows.appointments.test_booking_talks import AREA, chat, says

__all__ = ["chat"]
QUARTER, A_DAY, WEEK = timedelta(minutes=15), timedelta(days=1), timedelta(days=7)


def ten(days: int = 0) -> datetime:
    return local(instant(workday() + timedelta(days=days), time(10)))


async def test_a_weekday_is_the_one_near_the_meeting(chat: UUID) -> None:
    """It is on a Tuesday some weeks ahead; Monday is that of its week, and the next."""
    await has_a_meeting(chat)
    found = starts(await says(chat, "change it to wednesday"))
    assert {one.weekday() for one in found} == {2}
    assert min(found).date() == workday() + A_DAY


@pytest.mark.parametrize("said", ["can i come at 4 on tuesday instead", "can we make it later that day, 4pm", "that day but at 4", "tue at 4 instead"])
async def test_its_own_day_at_another_hour(chat: UUID, said: str) -> None:
    await has_a_meeting(chat)
    assert local(instant(workday(), time(16))) in starts(await says(chat, said))


async def test_its_own_weekday_alone_is_that_of_other_weeks(chat: UUID) -> None:
    await has_a_meeting(chat)
    assert min(starts(await says(chat, "make it tuesday"))).date() == workday() + WEEK


async def test_another_weekday_is_near_those_shown(chat: UUID) -> None:
    await has_a_meeting(chat)
    found = starts(await says(chat, "change it to wednesday", "no, thursday is better"))
    assert {one.date() - workday() for one in found} <= {timedelta(days=2), timedelta(days=9)}


@pytest.mark.parametrize("said", ["the week after", "push it back a week"])
async def test_a_week_on_is_the_same_hour(chat: UUID, said: str) -> None:
    await has_a_meeting(chat)
    assert ten(7) in starts(await says(chat, said))


async def test_a_bit_earlier_or_later_is_of_the_same_day_and_may_lie_over_its_own_time(chat: UUID) -> None:
    await has_a_meeting(chat)
    earlier = starts(await says(chat, "bit earlier than that"))
    assert {one.date() for one in earlier} == {workday()}
    assert max(earlier) < ten()
    assert any(one > ten() - timedelta(hours=1) for one in earlier)


async def test_half_an_hour_later_overlaps_and_is_moved(chat: UUID) -> None:
    mine = await has_a_meeting(chat)
    talk = await says(chat, "half an hour later")
    wanted = ten() + 2 * QUARTER
    assert starts(talk) == [wanted]
    talk = await says(chat, "1")
    assert talk.step == Step.CONFIRM
    assert (await says(chat, "yes")).step == Step.DONE
    async with transaction() as session:
        moved = await session.get_one(Appointment, mine.id)
        assert (moved.state, moved.starts_at, moved.sequence) == ("booked", wanted, 1)
        assert moved.room_id == mine.room_id


async def test_its_own_time_is_no_other_time(chat: UUID) -> None:
    await has_a_meeting(chat)
    assert ten() not in starts(await says(chat, "same day"))


async def test_what_lies_beyond_its_own_time_is_kept_for_it_by_the_database(chat: UUID) -> None:
    mine = await has_a_meeting(chat)
    await says(chat, "half an hour later", "1")
    start = mine.ends_at + QUARTER
    with pytest.raises(IntegrityError, match="ex_appointments"):
        async with transaction() as session:
            await session.execute(
                text(
                    "INSERT INTO appointments (id, area, diary_id, name, kind, format, starts_at, ends_at, blocked_until, state,"
                    " sequence, features, partner, note, made_at) VALUES (gen_random_uuid(), 'northbridge', :diary, '', 'phone',"
                    " 'phone', :start, :end, :end, 'booked', 0, '[]', '', '', now())"
                ),
                {"diary": mine.diary_id, "start": start, "end": start + 4 * QUARTER},
            )


async def test_a_hold_that_ran_out_moves_only_while_the_time_is_free(chat: UUID) -> None:
    mine = await has_a_meeting(chat)
    await says(chat, "half an hour later", "1")
    async with transaction() as session:
        over = update(Appointment).where(Appointment.state == "held").values(held_until=now() - QUARTER)
        await session.execute(over)
    async with transaction() as session:
        taken = slot(mine.diary_id, time(11, 15), 30)
        held = await appointments.hold(session, AREA, taken, Sought("phone", "phone"), None)
        await appointments.book(session, held, AREA)
    talk = await says(chat, "yes")
    assert (talk.step, talk.why) == (Step.CHOOSE, "taken")
    async with transaction() as session:
        assert (await session.get_one(Appointment, mine.id)).starts_at == ten()


async def test_somebody_else_cannot_have_the_time_of_the_meeting_meanwhile(chat: UUID) -> None:
    mine = await has_a_meeting(chat)
    await says(chat, "half an hour later", "1")
    for start in (time(9, 30), time(10), time(11, 15)):
        with pytest.raises(Conflict):
            async with transaction() as session:
                await appointments.hold(session, AREA, slot(mine.diary_id, start, 30), Sought("phone", "phone"), None)
    async with transaction() as session:
        states = (await session.execute(select(Appointment.state).where(Appointment.diary_id == mine.diary_id))).scalars().all()
    assert sorted(states) == ["booked", "held"]


async def over_its_own_time(mine: Appointment, diary: int) -> Appointment:
    """A hold for it, by phone and so in no room, at the hour it has now."""
    start, end = mine.starts_at, mine.ends_at
    async with transaction() as session:
        sought = Sought("phone", "phone", instead_of=mine.id)
        return await appointments.hold(session, AREA, appointments.Slot(start, end, diary, "", None), sought, mine.conversation_id)


async def written_by_hand(diary: int, like: Appointment) -> None:
    async with transaction() as session:
        session.add(
            Appointment(
                area="northbridge", diary_id=diary, kind="phone", format="phone", starts_at=like.starts_at, ends_at=like.ends_at,
                blocked_until=like.blocked_until, state="booked",
            )
        )


async def test_in_another_diary_its_own_time_is_spared_nothing(chat: UUID, vera: Staff) -> None:
    """The database refuses a second meeting of that other worker, at the very hour of the one that is moved."""
    mine, other = await has_a_meeting(chat), await works(vera)
    await over_its_own_time(mine, other)
    with pytest.raises(IntegrityError, match="ex_appointments_diary_id"):
        await written_by_hand(other, mine)


async def test_nothing_is_spared_once_it_is_a_meeting(chat: UUID) -> None:
    mine = await has_a_meeting(chat)
    held = await over_its_own_time(mine, mine.diary_id)
    async with transaction() as session:
        await appointments.cancel(session, await session.get_one(Appointment, mine.id))
        made = await appointments.book(session, await session.get_one(Appointment, held.id), AREA)
        assert made.spared_in_diary.isempty
    with pytest.raises(IntegrityError, match="ex_appointments_diary_id"):
        await written_by_hand(mine.diary_id, mine)


async def test_called_off_while_the_new_time_is_read_back_it_is_booked_as_new(chat: UUID) -> None:
    mine = await has_a_meeting(chat)
    await says(chat, "half an hour later", "1")
    async with transaction() as session:
        await appointments.cancel(session, await session.get_one(Appointment, mine.id))
    talk = await says(chat, "yes")
    assert talk.moving_id is None
    async with transaction() as session:
        made = await session.get_one(Appointment, talk.holding_id)
        assert (made.state, made.name, made.starts_at) == ("booked", "Jo", ten() + 2 * QUARTER)
        assert (await session.get_one(Appointment, mine.id)).state == "cancelled"


@pytest.mark.parametrize("said", ["no dont move it!! keep tues 10", "just leave it as it was. tuesday at 10", "no thanks. keep what i got. tuesday"])
async def test_it_stays_as_it_is_however_that_is_said(chat: UUID, said: str) -> None:
    mine = await has_a_meeting(chat)
    assert (await says(chat, "change it to wednesday", said)).step == Step.LEFT
    async with transaction() as session:
        kept = await session.get_one(Appointment, mine.id)
        assert (kept.starts_at, kept.state) == (ten(), "booked")


async def test_the_same_sort_of_time_on_another_day_is_its_hour(chat: UUID) -> None:
    await has_a_meeting(chat)
    assert ten(1) in starts(await says(chat, "something's come up tuesday, can i do wednesday instead same sort of time"))


async def test_hours_said_beside_what_they_tell_are_kept(chat: UUID) -> None:
    await has_a_meeting(chat)
    found = starts(await says(chat, "no i said 1030 to 230, i drop kids at 10 over the other side of town"))
    assert found
    assert all(time(10, 30) <= one.time() < time(14, 30) for one in found)
