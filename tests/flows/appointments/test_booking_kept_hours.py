"""Alternatives, hours that hold, and what is past or all but what is shown: against the real database."""

from datetime import timedelta
from uuid import UUID

import pytest

from casework.appointments import Step
from tests.flows.appointments.test_appointments import workday
from tests.flows.appointments.test_bad_times import asked, takes
from tests.flows.appointments.test_booking_corrections import starts
from tests.flows.appointments.test_booking_talks import chat, day, says

__all__ = ["chat"]
A_DAY = timedelta(days=1)


def next_day() -> str:
    return (workday() + A_DAY).strftime("%d %B")


async def test_mornings_or_a_day(chat: UUID) -> None:
    talk = await says(chat, "by phone", "mornings or wednesdays", "later")
    shown = starts(talk)
    assert (talk.why, len(shown)) == (None, 3)
    assert all(one.hour < 12 or one.weekday() == 2 for one in shown)


@pytest.mark.usefixtures("on_a_monday")
@pytest.mark.parametrize(("text", "hours"), [("evenings or saturday only", True), ("sunday", True), ("25 december", False), ("{day} at 9 at night", True)])
async def test_when_we_are_open_is_said_and_the_ways_out(chat: UUID, text: str, hours: bool) -> None:
    talk = await says(chat, "face to face", text.format(day=day()))
    assert talk.why in ("closed", "outside")
    (said,) = await asked(chat)
    assert ("We are open Monday to Thursday 9am to 5pm" in said["why"]) is hours
    assert [one["title"] for one in said["buttons"]][-3:] == ["Other times", "Ring me instead", "Talk to a person"]


async def test_evenings_are_offered_what_is_nearest(chat: UUID) -> None:
    shown = [one.hour for one in starts(await says(chat, "by phone", "evenings or saturday only"))]
    assert (max(shown), min(shown) >= 14) == (16, True)


async def test_hours_said_before_hold_on_a_day_named_later(chat: UUID) -> None:
    shown = starts(await says(chat, "by phone", "after 2 please", f"what about {day()}"))
    assert {(one.date(), one.hour >= 14) for one in shown} == {(workday(), True)}
    shown = starts(await says(chat, "in the morning", next_day()))
    assert {(one.date(), one.hour < 12) for one in shown} == {(workday() + A_DAY, True)}


@pytest.mark.parametrize("between", ["other times", "another day"])
async def test_they_hold_when_other_times_are_asked_for(chat: UUID, between: str) -> None:
    shown = starts(await says(chat, "by phone", "after 2 please", between, day()))
    assert {(one.date(), one.hour >= 14) for one in shown} == {(workday(), True)}


async def test_any_time_lets_them_go(chat: UUID) -> None:
    assert min(one.hour for one in starts(await says(chat, "by phone", "after 2 please", f"any time on {day()}"))) < 14


async def test_what_never_is_holds_no_longer(chat: UUID) -> None:
    talk = await says(chat, "by phone", "evenings", day())
    assert talk.why is None
    assert {one.date() for one in starts(talk)} == {workday()}


async def test_where_none_is_free_then_the_day_has_others(chat: UUID) -> None:
    """The last call of the day begins at twenty to five."""
    talk = await says(chat, "by phone", "after 16:45", day())
    assert talk.why == "taken"
    assert {one.date() for one in starts(talk)} == {workday()}


async def test_later_on_a_day_that_is_shown(chat: UUID) -> None:
    before = starts(await says(chat, "by phone", day()))
    after = starts(await says(chat, f"later on {day()}"))
    assert {one.date() for one in after} == {workday()}
    assert min(after) > max(before)
    assert max(starts(await says(chat, f"a bit earlier {day()}"))) < min(after)


@pytest.mark.parametrize("text", ["any day but {name}", "anything but the {name} one"])
async def test_all_but_a_day_takes_none_of_those_shown(chat: UUID, text: str) -> None:
    """Of the two days wished for one is left, and the time shown of it is not taken."""
    other = workday() + A_DAY
    before = await says(chat, "by phone", f"{day()} at 4 or {next_day()} at 9", f"{day()} or {next_day()}")
    talk = await says(chat, text.format(name=f"{workday():%A}"))
    assert (before.step, talk.step, talk.holding_id) == (Step.CHOOSE, Step.CHOOSE, None)
    assert {one.date() for one in starts(talk)} == {other}


async def test_not_the_first_one(chat: UUID) -> None:
    before = starts(await says(chat, "by phone", day()))
    talk = await says(chat, "anything but the first one")
    assert talk.step == Step.CHOOSE
    assert before[0] not in starts(talk)
    assert (await says(chat, "not the first one, the second")).step == Step.CONFIRM


async def test_no_visit_and_a_place(chat: UUID) -> None:
    talk = await says(chat, "home visit", "can u not come to my house, meet at the hub")
    assert (talk.format, talk.features, (talk.wish or {}).get("venue")) == ("in_person", [], "hub")


@pytest.mark.parametrize("intent", ["cancel_appointment", "stop_this", "out_of_scope"])
async def test_who_is_not_to_be_there_ends_no_booking(chat: UUID, intent: str) -> None:
    await says(chat, "by phone", day())
    for text in ("can sam not come", "i dont want my ex there"):
        talk, _ = await takes(chat, text, intent)
        assert talk.step in (Step.WHEN, Step.CHOOSE)
    assert "my ex" in talk.needs
    assert "sam" not in talk.needs
