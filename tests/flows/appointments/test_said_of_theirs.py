"""What is said of a meeting they have, or of times that were shown a moment ago, against the real database."""

from datetime import datetime, time, timedelta

import pytest
from rasa_sdk import Tracker
from rasa_sdk.executor import CollectingDispatcher
from sqlalchemy import update

from actions.door import Turn
from actions.smalltalk import Reply
from casework import appointments
from casework.appointments import Appointment, Step
from casework.appointments.times.finding import Sought
from casework.base.clock import local
from casework.base.db import transaction
from casework.staff import Staff
from tests.flows.appointments.test_appointments import workday, works
from tests.flows.appointments.test_booking_talks import AREA
from tests.flows.appointments.test_booking_ways import on_the_day
from tests.flows.appointments.test_booking_ways import says as hears
from tests.flows.appointments.test_having import MOVE, books, hears_us, kim, mine, says, talk_of
from tests.flows.conftest import Claimant

__all__ = ["kim", "mine"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("actually cud my mum come", ["utter_booking_noted_for"]),
        ("can mr hill not come please, just me and jo", ["utter_booking_noted_for"]),
        ("no i have a meeting already, dont book another", ["utter_booking_yours"]),
        ("i'd like to bring my daughter, is there a lift", ["utter_booking_noted_for", "utter_meeting_step_free"]),
        ("can i see the money person right after", ["utter_booking_services_too"]),
        ("can i see the learning people right after", []),
        ("can i see the housing people straight after", ["utter_booking_services_too"]),
    ],
)
async def test_it_is_of_the_meeting_they_have(claimant: Claimant, mine: Appointment, text: str, said: list[str]) -> None:
    assert await says(claimant, text) == said
    async with transaction() as session:
        assert (await session.get_one(Appointment, mine.id)).state == "booked"


async def test_a_service_that_is_not_there_then_is_told(claimant: Claimant, mine: Appointment) -> None:
    async with transaction() as session:
        await session.execute(update(Appointment).values(format="phone", venue=None, room_id=None))
    assert await says(claimant, "can i see the money person right after") == ["utter_booking_services_not_then"]
    async with transaction() as session:
        assert (await session.get_one(Appointment, mine.id)).services == []


async def test_made_another_day_where_we_ask_what_would_help(claimant: Claimant, mine: Appointment) -> None:
    await hears(claimant.conversation, "by phone", on_the_day("at 2"), "1", "yes", "07700 900321", phone=None)
    await hears_us(claimant, "utter_booking_adjustments")
    assert (await claimant.writes("actually make it wednesday")).message.meant == MOVE


@pytest.mark.parametrize(("text", "way"), [("earlier that day", -1), ("later that day", 1), ("anything earlier", -1), ("later", 1)])
async def test_earlier_and_later_count_from_what_was_shown_before_other_times(claimant: Claimant, sam: Staff, text: str, way: int) -> None:
    await works(sam)
    talk = await hears(claimant.conversation, "by phone", on_the_day("between 11 and 1"), phone=None)
    shown = [datetime.fromisoformat(one["start"]) for one in talk.offered]
    assert (await hears(claimant.conversation, "Other times", phone=None)).step == Step.WHEN
    talk = await hears(claimant.conversation, text, phone=None)
    found = [datetime.fromisoformat(one["start"]) for one in talk.offered]
    assert talk.step == Step.CHOOSE
    assert max(found) < min(shown) if way < 0 else min(found) > max(shown)
    assert "that day" not in text or {local(one).date() for one in found} == {workday()}


async def test_that_day_is_the_first_of_several_shown(claimant: Claimant, sam: Staff) -> None:
    await works(sam)
    talk = await hears(claimant.conversation, "by phone", f"after 1 on {workday():%d %B} or {workday() + timedelta(days=1):%d %B}", phone=None)
    await hears(claimant.conversation, "Other times", phone=None)
    talk = await hears(claimant.conversation, "earlier that day", phone=None)
    assert {local(datetime.fromisoformat(one["start"])).date() for one in talk.offered} == {workday()}


async def test_another_way_after_other_times_is_no_wish_for_any_time(claimant: Claimant, sam: Staff) -> None:
    await works(sam)
    talk = await hears(claimant.conversation, "by phone", on_the_day(), "Other times", "face to face", phone=None)
    assert (talk.step, talk.format, talk.offered) == (Step.WHEN, "in_person", [])


async def test_the_time_asked_for_with_a_colleague_is_that_time(claimant: Claimant, sam: Staff, kim: Staff) -> None:
    """Somebody was quicker with the one shown; the other is free then."""
    for one in (sam, kim):
        await works(one)
    talk = await hears(claimant.conversation, "by phone", on_the_day("at 11"), phone=None)
    (shown,) = talk.offered
    start, end = (datetime.fromisoformat(shown[name]) for name in ("start", "end"))
    async with transaction() as session:
        taken = appointments.Slot(start, end, shown["diary"], "", None)
        await appointments.book(session, await appointments.hold(session, AREA, taken, Sought("phone", "phone"), None), AREA)
    talk = await hears(claimant.conversation, "1", phone=None)
    assert (talk.step, talk.why) == (Step.CHOOSE, None)
    assert [(one["start"], one["diary"] != shown["diary"]) for one in talk.offered] == [(shown["start"], True)]


async def test_late_on_a_day_ahead_that_is_named_is_kept(mine: Appointment) -> None:
    day = local(mine.starts_at)
    for text, minutes in ((f"running late 15 on {day:%-d %B} sorry", 15), ("running late 10", 15)):
        async with transaction() as session:
            meeting = await session.get_one(Appointment, mine.id)
            assert await appointments.told_late(session, meeting, text) == (minutes == 15 and "on" in text)
    async with transaction() as session:
        meeting = await session.get_one(Appointment, mine.id)
        assert (meeting.late_minutes, meeting.told_late_at is not None) == (15, True)
        assert not await appointments.told_late(session, meeting, f"ill be late on {day + timedelta(days=1):%-d %B}")
        assert appointments.late_for([meeting], "late").id == mine.id


async def test_who_has_one_already_leaves_the_booking(claimant: Claimant, mine: Appointment) -> None:
    talk = await hears(claimant.conversation, "by phone", "no i have a meeting already, dont book another", phone=None)
    assert talk.step == Step.LEFT


async def test_nothing_after_five_is_told_why(claimant: Claimant, sam: Staff) -> None:
    await works(sam)
    talk = await hears(claimant.conversation, "by phone", on_the_day(), "is there really nothing after 5", phone=None)
    assert (talk.step, talk.why) == (Step.CHOOSE, "outside")
    assert time(9) <= local(datetime.fromisoformat(talk.offered[0]["start"])).time()


@pytest.mark.parametrize("text", ["im deaf can i text instead of a call", "i cant do phone calls, im deaf"])
async def test_who_cannot_be_rung_is_asked_how_else(claimant: Claimant, sam: Staff, text: str) -> None:
    await works(sam)
    made = await books(claimant, "by phone", on_the_day("at 11"), "1", "yes", "Jo", "07700 900321", "no")
    say = CollectingDispatcher()
    async with transaction() as session:
        tracker = Tracker(str(claimant.conversation), {}, {}, [], False, None, {}, "action_listen")
        await Reply().act(Turn(session, tracker, claimant.conversation, "", text, "accessibility_need", 0.9, AREA, "web"), say)
    talk = await talk_of(claimant)
    assert (talk.step, talk.why, talk.moving_id) == (Step.FORMAT, "not_phone", made.id)
    talk = await hears(claimant.conversation, "face to face", phone=None)
    assert {local(datetime.fromisoformat(one["start"])).date() for one in talk.offered} == {workday()}
    async with transaction() as session:
        assert "deaf" in (await session.get_one(Appointment, made.id)).note


async def test_said_where_we_ask_what_would_help_it_is_asked_too(claimant: Claimant, sam: Staff) -> None:
    await works(sam)
    talk = await hears(claimant.conversation, "by phone", on_the_day("at 11"), "1", "yes", "Jo", "07700 900321", "im deaf can i text instead of a call", phone=None)
    assert (talk.step, talk.why, talk.format) == (Step.FORMAT, "not_phone", None)
