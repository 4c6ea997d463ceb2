"""A wish that is said before it is known how to meet, one that can never be met, and the list after times were refused."""

from datetime import datetime
from uuid import UUID

import pytest

from casework.appointments import BookingTalk, Step
from casework.appointments.times.never import never_in
from casework.appointments.words.wishing import wish_in
from casework.base.clock import LONDON
from casework.base.db import transaction
from casework.staff import Staff
from tests.flows.appointments.test_appointments import works
from tests.flows.appointments.test_booking_ways import AREA, on_the_day, says, texts
from tests.flows.appointments.test_waiting import Chat, entry, visitor
from tests.moments import set_to

__all__ = ["texts", "visitor"]

BEFORE_EASTER, CHRISTMAS_EVE = datetime(2027, 3, 27, 22, 40, tzinfo=LONDON), datetime(2026, 12, 24, 22, 40, tzinfo=LONDON)


@pytest.mark.usefixtures("on_a_monday")
@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("yesterday", "past"),
        ("in 2 years", "too_far"),
        ("sunday", "closed"),
        ("saturday afternoon", "closed"),
        ("3am monday", "outside"),
        ("next tuesday at 9pm", "outside"),
        ("next tuesday", None),
        ("any morning", None),
        ("next week", None),
        ("saturday or tuesday", None),
    ],
)
def test_why_never(text: str, why: str | None) -> None:
    wish = wish_in(text)
    assert wish
    assert never_in(AREA, wish) == why


@pytest.mark.parametrize(
    ("at", "text", "why"),
    [
        (BEFORE_EASTER, "3am monday", "closed"),
        (BEFORE_EASTER, "monday morning", "closed"),
        (BEFORE_EASTER, "tuesday morning", None),
        (BEFORE_EASTER, "mondays at 3am", "outside"),
        (BEFORE_EASTER, "mondays", None),
        (BEFORE_EASTER, "sundays", "closed"),
        (CHRISTMAS_EVE, "next week", "closed"),
        (CHRISTMAS_EVE, "any morning", None),
        (CHRISTMAS_EVE, "fridays or saturdays", None),
        (CHRISTMAS_EVE, "in the evenings", "outside"),
    ],
)
def test_a_holiday_closes_its_own_day_and_no_other_of_many(monkeypatch: pytest.MonkeyPatch, at: datetime, text: str, why: str | None) -> None:
    set_to(monkeypatch, at)
    wish = wish_in(text)
    assert wish
    assert never_in(AREA, wish) == why


async def talk_of(chat: Chat) -> BookingTalk:
    async with transaction() as session:
        return await session.get_one(BookingTalk, chat.id)


@pytest.mark.usefixtures("on_a_monday")
@pytest.mark.parametrize(
    ("text", "said", "kept"),
    [
        ("yesterday", "utter_booking_why_past", False),
        ("in 2 years", "utter_booking_why_too_far", False),
        ("sunday", "utter_booking_why_closed", True),
        ("3am monday", "utter_booking_why_outside", True),
        ("next tuesday", "utter_booking_when_kept", True),
    ],
)
async def test_before_it_is_known_how_to_meet(visitor: Chat, text: str, said: str, kept: bool) -> None:
    heard = await visitor.says(text)
    assert heard[0] == said
    assert ("utter_booking_open" in heard) == (text in ("sunday", "3am monday"))
    assert heard[-1].startswith("utter_booking_format")
    talk = await talk_of(visitor)
    assert (talk.step, talk.wish is not None, talk.misses) == (Step.FORMAT, kept, 0)


async def test_what_can_never_be_is_not_waited_for(visitor: Chat) -> None:
    await visitor.says("by phone")
    await visitor.says("sunday")
    assert (await visitor.says("put me on the waiting list"))[0] == "utter_waiting_never"


async def test_who_refused_the_times_shown_may_wait(texts: UUID, sam: Staff) -> None:
    await works(sam)
    talk = await says(texts, "by phone", on_the_day("morning"), "other times")
    assert (talk.step, talk.why) == (Step.WHEN, "again")
    talk = await says(texts, "tell me if one comes free")
    assert talk.step == Step.NAME
    await says(texts, "Jo")
    assert (await entry()).state == "waiting"


async def test_who_was_shown_none_may_not_yet(texts: UUID, sam: Staff) -> None:
    await works(sam)
    assert (await says(texts, "by phone", "tell me if one comes free")).step == Step.WHEN


@pytest.mark.parametrize("text", ["I work full time Monday to Friday, can I see somebody in the evening or on a Saturday?", "I can't do weekday days, I'm at work. Is there nothing after 5?"])
async def test_who_can_only_come_when_we_are_closed_hears_our_hours(visitor: Chat, sam: Staff, text: str) -> None:
    await works(sam)
    await visitor.says("by phone")
    assert (await visitor.says(text))[-1] == "utter_booking_not_open_then"
    assert (await visitor.says("ok so do you do Saturdays or not?"))[-1] == "utter_booking_not_open_then"
    assert (await visitor.says("ring me instead"))[-1] == "utter_booking_not_open_then"
