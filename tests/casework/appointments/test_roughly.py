"""An hour named roughly is met as closely as may be, the closest first; one moment that is taken, by those next to it."""

from datetime import UTC, date, datetime, time, timedelta

import pytest

from casework.appointments.times.diary import Slot
from casework.appointments.times.roughly import around, hour_meant
from casework.appointments.times.wishes import Wish, closest
from casework.appointments.words.wishing import wish_in

MONDAY = datetime(2026, 11, 30, 9, tzinfo=UTC)


def slots(day: int, *hours: str) -> list[Slot]:
    found = [datetime.combine(date(2026, 12, day), time.fromisoformat(one), UTC) for one in hours]
    return [Slot(one, one + timedelta(minutes=30), 0, "joe", "hub") for one in found]


def shown(found: tuple[Slot, ...]) -> list[str]:
    return [f"{one.start:%d %H:%M}" for one in found]


@pytest.mark.parametrize(
    ("text", "at"),
    [("fri about 10.30", time(10, 30)), ("around 11", time(11)), ("friday 10.30", None), ("friday morning", None), ("after 2", None), ("the earliest on friday about 11", None)],
)
def test_the_hour_that_is_meant(text: str, at: time | None) -> None:
    wish = wish_in(text, at=MONDAY)
    assert isinstance(wish, Wish)
    assert hour_meant(wish) == at


def test_of_one_day_the_closest_come_first() -> None:
    free = slots(4, "10:00", "10:15", "10:30", "10:45")
    assert shown(around(free, time(10, 30))) == ["04 10:30", "04 10:15", "04 10:45"]
    assert shown(around(free[:2], time(10, 30))) == ["04 10:15", "04 10:00"]


def test_of_several_days_the_closest_on_each() -> None:
    free = [one for day in (1, 2, 3, 4) for one in slots(day, "10:30", "11:00", "11:15")]
    assert shown(around(free, time(11))) == ["01 11:00", "02 11:00", "03 11:00"]


def test_beside_a_moment_that_is_taken_the_nearest_three() -> None:
    by_distance = slots(4, "09:30", "09:15", "11:30", "11:45", "09:00", "12:00")
    assert shown(closest(by_distance)) == ["04 09:30", "04 11:30", "04 09:00"]
