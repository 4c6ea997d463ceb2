from datetime import UTC, date, datetime, time

import pytest

from casework.council.hours import ALWAYS, Period, read_week

MONDAY, FRIDAY = date(2026, 11, 23), date(2026, 11, 27)


def test_periods_over_lunch() -> None:
    week = read_week({"mon-fri": "09:00-12:30, 13:30-17:00"})
    assert week.days[0] == (Period(time(9), time(12, 30)), Period(time(13, 30), time(17)))
    assert week.days[5] == ()


def test_lists_of_days() -> None:
    week = read_week({"mon, wed-fri": "09:30-17:00", "tue": "13:00-20:00"})
    assert [bool(day) for day in week.days] == [True] * 5 + [False] * 2
    assert week.days[1] == (Period(time(13), time(20)),)


def test_a_period_past_midnight_ends_the_next_day() -> None:
    assert read_week({"mon": "17:00-09:00"}).spans(MONDAY) == [
        (datetime(2026, 11, 23, 17, tzinfo=UTC), datetime(2026, 11, 24, 9, tzinfo=UTC))
    ]


def test_always_is_every_hour_of_every_day() -> None:
    week = read_week("always")
    assert week is ALWAYS
    assert week.spans(FRIDAY) == [(datetime(2026, 11, 27, tzinfo=UTC), datetime(2026, 11, 28, tzinfo=UTC))]


def test_summer_hours_are_an_hour_earlier_in_utc() -> None:
    [(opens, _)] = read_week({"daily": "09:00-17:00"}).spans(date(2026, 7, 1))
    assert opens == datetime(2026, 7, 1, 8, tzinfo=UTC)


@pytest.mark.parametrize(
    "written",
    [
        {},
        "sometimes",
        {"monday": "09:00-17:00"},
        {"mon": "9-5"},
        {"mon-fri": "09:00-17:00", "fri": "09:00-12:00"},
    ],
)
def test_hours_that_cannot_be_read(written: object) -> None:
    with pytest.raises(ValueError, match=r"day|period|twice"):
        read_week(written)
