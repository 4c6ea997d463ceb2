"""Where one's own worker is away, the times of others come with the reason, on the web and by text, at first too."""

from datetime import date, time, timedelta
from uuid import UUID

import pytest
from rasa_sdk import Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions.appointments import Book
from actions.booking import BookingQuestions
from actions.door import Turn
from casework import appointments, claimants, messaging, staff
from casework.appointments import TimeOff
from casework.appointments.models import OutsideBusy
from casework.appointments.times.away import back_on
from casework.appointments.times.diary import Diary, Off, Working, days_from, instant
from casework.base.clock import local, now
from casework.base.db import transaction
from casework.claimants import Claimant
from casework.council import say_full_date
from casework.staff import Staff
from tests.flows.appointments.test_appointments import workday, works
from tests.flows.appointments.test_booking_corrections import has_a_meeting
from tests.flows.appointments.test_booking_talks import AREA, chat, says

__all__ = ["chat"]
A_DAY, PHONE = timedelta(days=1), "+447700900435"


@pytest.fixture
async def amina(sam: Staff) -> Staff:
    """Off from the Tuesday to the Friday; Sam is there."""
    await works(sam)
    async with transaction() as session:
        made = await staff.add(session, "amina@example.org", "Amina", "key_worker", ["northbridge"], "a long password")
    diary = await works(made)
    async with transaction() as session:
        session.add(TimeOff(diary_id=diary, first=workday(), last=workday() + 3 * A_DAY))
    return made


@pytest.fixture
async def ali(amina: Staff) -> Claimant:
    async with transaction() as session:
        made = await claimants.create(
            session, area="northbridge", preferred_name="Ali", source="worker", channels=[("sms", PHONE, True)]
        )
        made.key_worker_id = amina.id
        return made


async def offered(ali: Claimant, channel: str, text: str) -> str:
    """The words before the times, of a first message."""
    say, questions = CollectingDispatcher(), BookingQuestions()
    async with transaction() as session:
        if channel == "sms":
            talk = await messaging.start_texts(session, "northbridge", PHONE, ali.id)
        else:
            talk, _ = await messaging.start(session, "northbridge", "Northbridge")
            await messaging.join(session, talk.id, ali.id)
        message = await messaging.record(session, talk, "claimant", text)
        tracker = Tracker(str(talk.id), {}, {}, [], False, None, {}, "action_listen")
        turn = Turn(session, tracker, talk.id, str(message.id), text, "book_appointment", 0.9, AREA, channel)
        await Book().act(turn, say)
        state = await questions.open(turn)
        assert state
        await questions.ask(turn, state, say)
    return str(say.messages[-1]["why"])


@pytest.mark.parametrize("channel", ["sms", "web"])
async def test_the_reason_is_said_with_the_first_times(ali: Claimant, channel: str) -> None:
    back = workday() + 6 * A_DAY
    why = await offered(ali, channel, f"a phone call on {workday():%d %B}")
    assert f"Amina is away until {say_full_date(back)}." in why


async def test_who_is_only_busy_is_not_away(ali: Claimant, amina: Staff) -> None:
    """Every quarter of an hour is taken, and the day is theirs all the same."""
    async with transaction() as session:
        for leave in await appointments.leave_of(session, amina, local(now()).date()):
            await session.delete(leave)
        diary = await appointments.diary_of(session, amina.id)
        start = instant(workday(), time(9))
        session.add(OutsideBusy(diary_id=diary.id, starts_at=start, ends_at=start + timedelta(hours=8)))
    why = await offered(ali, "web", f"a phone call on {workday():%d %B}")
    assert "Amina has no time then." in why
    assert "away" not in why


async def test_a_move_says_it_of_the_worker_of_the_meeting(chat: UUID, amina: Staff) -> None:
    mine = await has_a_meeting(chat)
    async with transaction() as session:
        session.add(TimeOff(diary_id=mine.diary_id, first=workday() + A_DAY, last=workday() + A_DAY))
        for leave in await appointments.leave_of(session, amina, local(now()).date()):
            await session.delete(leave)
    talk = await says(chat, f"{workday() + A_DAY:%d %B}")
    say = CollectingDispatcher()
    async with transaction() as session:
        message = await messaging.record(session, await messaging.locked(session, chat), "claimant", "x")
        tracker = Tracker(str(chat), {}, {}, [], False, None, {}, "action_listen")
        turn = Turn(session, tracker, chat, str(message.id), "x", "inform", 0.9, AREA, "web")
        await BookingQuestions().ask(turn, talk, say)
    assert "Sam is away until" in say.messages[-1]["why"]


def test_days_never_theirs_are_no_absence() -> None:
    monday = date(2026, 12, 7)
    diary = Diary(1, "Amina", [Working(0, time(9), time(17), None)], [Off(monday, monday)])
    until = monday + timedelta(days=30)
    assert back_on(diary, [monday], until) == monday + timedelta(days=7)
    assert back_on(diary, [monday + A_DAY], until) is None
    assert back_on(diary, list(days_from(monday, monday + timedelta(days=7))), until) is None
