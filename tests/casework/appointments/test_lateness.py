"""Who is late is late for a meeting of today, or one about to be."""

from datetime import UTC, datetime, timedelta

import pytest

from casework.appointments.booking.lateness import is_near

TEN = datetime(2026, 12, 1, 10, tzinfo=UTC)


@pytest.mark.parametrize(
    ("before", "near"),
    [
        (timedelta(minutes=5), True),
        (timedelta(hours=9, minutes=59), True),
        (timedelta(minutes=-20), True),
        (timedelta(hours=11), False),
        (timedelta(days=1), False),
        (timedelta(days=6), False),
    ],
)
def test_on_its_day_or_close(before: timedelta, near: bool) -> None:
    assert is_near(TEN, TEN - before) is near


def test_just_after_midnight_is_close_the_evening_before() -> None:
    assert is_near(datetime(2026, 12, 1, 0, 30, tzinfo=UTC), datetime(2026, 11, 30, 23, tzinfo=UTC))
