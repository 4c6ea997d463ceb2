"""Weekdays and dates that do not go together, and several days to choose from."""

from datetime import UTC, date, datetime

import pytest

from casework.appointments.words import wishing
from casework.appointments.words.wishing import two_dates, wish_but
from casework.base.clock import local


@pytest.fixture(autouse=True)
def sunday(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(wishing, "now", lambda: datetime(2026, 11, 29, 13, tzinfo=UTC))


def days(text: str) -> tuple[str, str, set[int]]:
    wish, _ = wish_but(text)
    assert wish
    return f"{local(wish.first):%a %d %b}", f"{wish.last_day:%a %d %b}", set(wish.days or ())


@pytest.mark.parametrize(
    ("text", "first", "last", "weekdays"),
    [
        ("friday 8th", "Fri 08 Jan", "Fri 08 Jan", set()),
        ("fri 8th at 2", "Fri 08 Jan", "Fri 08 Jan", set()),
        ("friday 4th", "Fri 04 Dec", "Fri 04 Dec", set()),
        ("tuesday or thursday", "Tue 01 Dec", "Thu 03 Dec", {1, 3}),
        ("thursday, no friday", "Fri 04 Dec", "Fri 04 Dec", set()),
        ("mon, no wait tues", "Tue 01 Dec", "Tue 01 Dec", set()),
        ("thursday, no fridays", "Thu 03 Dec", "Thu 03 Dec", set()),
    ],
)
def test_the_days_that_are_meant(text: str, first: str, last: str, weekdays: set[int]) -> None:
    assert days(text) == (first, last, weekdays)


def test_an_hour_said_once_is_of_each_of_the_days() -> None:
    wish, _ = wish_but("weds or thurs after 2")
    assert wish
    assert wish.hours
    assert (wish.days, wish.hours[0].hour) == ({2, 3}, 14)


def test_a_date_of_another_weekday_is_one_of_two() -> None:
    assert two_dates("tuesday 2nd december") == (date(2026, 12, 1), date(2026, 12, 2))
    for text in ("friday 8th", "tuesday 1st december", "tuesday or wednesday"):
        assert two_dates(text) is None
