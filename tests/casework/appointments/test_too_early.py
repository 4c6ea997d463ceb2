"""Too early, too late, and another day."""

from datetime import UTC, datetime

import pytest

from casework.appointments import wishing
from casework.appointments.picking import without_no
from casework.appointments.too_early import plainly_when, refuses_day, stays_on_day
from casework.appointments.wishing import wish_in

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
