"""Too early, too late, and another day."""

from datetime import UTC, datetime

import pytest

from casework.appointments.words import wishing
from casework.appointments.words.picking import without_no
from casework.appointments.words.too_early import plainly_when, refuses_day, stays_on_day
from casework.appointments.words.wishing import wish_in
from casework.base.clock import local

FRIDAY = [(datetime(2026, 11, 27, hour, tzinfo=UTC), datetime(2026, 11, 27, hour, 30, tzinfo=UTC)) for hour in (9, 11, 13)]


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("actually no 9:30 is too early", "actually no after 9:30"), ("10am's a bit too early", "after 10am"), ("4 is way too late", "before 4"),
        ("half 9 is too early", "after half 9"), ("half past 10 is a bit too early", "after half past 10"), ("quarter to 9 is too early", "after quarter to 9"),
        ("quarter past 4 is too late", "before quarter past 4"), ("half 4 is too late", "before half 4"), ("noon too late sorry", "before noon sorry"), ("too early", "too early"), ("it is too late for that", "it is too late for that"),
    ],
)  # fmt: skip
def test_it_is_after_or_before(text: str, plain: str) -> None:
    assert plainly_when(text) == plain


@pytest.mark.parametrize(("text", "start"), [("9:30 is too early", "09:31"), ("half 9 is too early", "09:31"), ("half past 10 is too early", "10:31"), ("quarter past 9 is too early", "09:16")])
def test_what_was_too_early_is_left_out(text: str, start: str) -> None:
    wish = wish_in(text)
    assert wish
    assert wish.hours
    assert f"{wish.hours[0]:%H:%M}" == start


@pytest.mark.parametrize(
    ("text", "shown", "meant"),
    [
        ("no friday morning", FRIDAY, "friday morning"), ("no, friday morning", FRIDAY, "no, friday morning"),
        ("no friday morning", FRIDAY[:2], "no friday morning"), ("no fridays", FRIDAY, "no fridays"), ("not friday morning", FRIDAY, "not friday morning"),
    ],
)  # fmt: skip
def test_no_friday_morning(text: str, shown: list[tuple[datetime, datetime]], meant: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(wishing, "now", lambda: datetime(2026, 11, 26, 10, tzinfo=UTC))
    assert without_no(text, shown) == meant


def test_of_the_day_shown() -> None:
    assert refuses_day("a different day please not tuesday")
    assert not refuses_day("the same day, another time")
    assert stays_on_day("is there anything earlier that day")
    assert not stays_on_day("anything earlier")


@pytest.mark.parametrize(("text", "hour"), [
    ("2 is too early. 3 or later", 15), ("tomorrow at 2pm is too tight, have you got anything about 3 or later tomorrow?", 15), ("4 is too late, what about 11 tomorrow", 11),
])  # fmt: skip
def test_the_hour_that_is_named_beside_it_stands(text: str, hour: int) -> None:
    wish = wish_in(text)
    assert wish
    assert (wish.hours[0].hour if wish.hours else local(wish.first).hour) == hour


@pytest.mark.parametrize("text", [
    "No I want a meeting by video please, Wednesday or Thursday if you can", "none of those are Wednesday or Thursday", "no i said wednesday or thursday",
])  # fmt: skip
def test_a_no_to_what_was_shown_is_none_to_what_they_name(text: str) -> None:
    wish = wish_in(text)
    assert wish
    assert wish.days == {2, 3}
    assert not wishing.busy_in(text)


@pytest.mark.parametrize("text", ["no wednesdays", "none of them on wednesday please", "no i need to be at work wednesday", "no wednesday mornings please"])
def test_a_no_to_a_day(text: str) -> None:
    assert wish_in(text) is None
    assert wishing.busy_in(text)


def test_a_no_and_an_hour() -> None:
    wish = wish_in("no monday afternoon about 2.30, not friday")
    assert wish
    assert (local(wish.first).weekday(), local(wish.first).hour) == (0, 14)


def test_or_not_rules_out_nothing() -> None:
    wish = wish_in("ok so do you do Saturdays or not?")
    assert wish
    assert wish.days == {5}


@pytest.mark.parametrize(("text", "rest"), [
    ("something's come up friday, can i do monday instead", "can i do monday instead"), ("i can't do friday, monday please", "monday please"),
    ("not monday, wednesday or friday", ""), ("monday", ""), ("no fridays", ""),
])  # fmt: skip
def test_what_is_said_beside_when_they_cannot(text: str, rest: str) -> None:
    assert wishing.beside_busy(text) == rest
