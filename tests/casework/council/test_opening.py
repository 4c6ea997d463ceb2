from datetime import UTC, date, datetime, timedelta

import pytest

from casework.base.clock import LONDON
from casework.council import (
    Area,
    Council,
    add_working_minutes,
    is_bank_holiday,
    is_open,
    next_open,
    open_periods,
)
from casework.council.hours import ALWAYS


def at(month: int, day: int, hour: int, minute: int = 0, year: int = 2026) -> datetime:
    return datetime(year, month, day, hour, minute, tzinfo=LONDON)


@pytest.fixture(scope="session")
def northbridge(council: Council) -> Area:
    return council.area("northbridge")


@pytest.fixture(scope="session")
def vale(council: Council) -> Area:
    return council.area("vale")


@pytest.fixture(scope="session")
def scottish(northbridge: Area) -> Area:
    return northbridge.model_copy(update={"nation": "scotland"})


def test_open_from_the_first_minute_to_before_the_last(northbridge: Area) -> None:
    times = (8, 59), (9, 0), (16, 59), (17, 0)
    assert [is_open(northbridge, at(11, 23, *time)) for time in times] == [False, True, True, False]


def test_closed_over_lunch_and_on_saturday(vale: Area) -> None:
    assert not is_open(vale, at(11, 23, 13))
    assert is_open(vale, at(11, 23, 13, 30))
    assert not is_open(vale, at(11, 28, 10))


def test_next_open_is_now_while_open(vale: Area) -> None:
    assert next_open(vale, at(11, 23, 10)) == at(11, 23, 10)
    assert next_open(vale, at(11, 23, 12, 45)) == at(11, 23, 13, 30)
    assert next_open(vale, at(11, 27, 17)) == at(11, 30, 9)


def test_christmas_and_closed_days_are_passed_over(northbridge: Area) -> None:
    assert next_open(northbridge, at(12, 24, 18)) == at(1, 4, 9, year=2027)


def test_easter_monday_is_kept_in_england_only(northbridge: Area, scottish: Area) -> None:
    assert not is_open(northbridge, at(4, 6, 10))
    assert is_open(scottish, at(4, 6, 10))


def test_saint_andrews_day_and_2_january_are_kept_in_scotland_only(northbridge: Area, scottish: Area) -> None:
    assert is_open(northbridge, at(11, 30, 10))
    assert not is_open(scottish, at(11, 30, 10))
    assert open_periods(scottish, date(2026, 1, 2)) == []
    assert open_periods(northbridge, date(2026, 1, 2)) != []


def test_boxing_day_on_a_saturday_gives_the_monday() -> None:
    assert is_bank_holiday("england", date(2026, 12, 28))
    assert is_bank_holiday("northern-ireland", date(2026, 3, 17))
    assert not is_bank_holiday("wales", date(2026, 3, 17))


def test_minutes_are_counted_over_lunch_night_and_weekend(vale: Area) -> None:
    assert add_working_minutes(vale, at(11, 23, 12), 60) == at(11, 23, 14)
    assert add_working_minutes(vale, at(11, 27, 16, 50), 15) == at(11, 30, 9, 5)
    assert add_working_minutes(vale, at(11, 28, 3), 30) == at(11, 30, 9, 30)


def test_minutes_that_end_at_closing_time_stay_in_the_day(vale: Area) -> None:
    assert add_working_minutes(vale, at(11, 23, 16, 30), 30) == at(11, 23, 17)


def test_a_whole_week_of_minutes(vale: Area) -> None:
    assert add_working_minutes(vale, at(11, 23, 9), 5 * 420) == at(11, 27, 17)


def test_opening_keeps_the_wall_clock_over_both_clock_changes(northbridge: Area) -> None:
    spring, autumn = next_open(northbridge, at(3, 27, 17)), next_open(northbridge, at(10, 23, 17))
    assert (spring, autumn) == (datetime(2026, 3, 30, 8, tzinfo=UTC), datetime(2026, 10, 26, 9, tzinfo=UTC))


def test_minutes_over_a_night_of_25_hours_are_real_minutes(northbridge: Area) -> None:
    every_hour = northbridge.model_copy(update={"opening": ALWAYS})
    start = at(10, 24, 23)
    assert add_working_minutes(every_hour, start, 180) - start.astimezone(UTC) == timedelta(hours=3)


def test_an_area_that_never_opens_says_so(northbridge: Area) -> None:
    closed = tuple(date(2026, 11, 1) + timedelta(days=n) for n in range(500))
    with pytest.raises(LookupError):
        next_open(northbridge.model_copy(update={"closed_days": closed}), at(11, 23, 10))
