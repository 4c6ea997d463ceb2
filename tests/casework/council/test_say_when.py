from datetime import UTC, date, datetime, time

import pytest

from casework.base.clock import LONDON
from casework.council import say_date, say_time, say_when, say_when_dated, say_when_in_full, say_when_listed

NOW = datetime(2026, 11, 23, 10, tzinfo=LONDON)


@pytest.mark.parametrize(
    ("then", "said"),
    [
        (datetime(2026, 11, 23, 14), "today at 2pm"),
        (datetime(2026, 11, 24, 9), "tomorrow at 9am"),
        (datetime(2026, 11, 29, 9, 30), "Sunday at 9:30am"),
        (datetime(2026, 11, 30, 9), "Monday 30 November at 9am"),
        (datetime(2026, 12, 4, 12), "Friday 4 December at midday"),
        (datetime(2027, 1, 4, 9), "Monday 4 January 2027 at 9am"),
        (datetime(2026, 11, 22, 17), "Sunday 22 November at 5pm"),
    ],
)
def test_how_an_instant_is_said(then: datetime, said: str) -> None:
    assert say_when(then.replace(tzinfo=LONDON), NOW) == said


@pytest.mark.parametrize(
    ("then", "said"),
    [
        (datetime(2026, 11, 23, 14), "today at 2pm"),
        (datetime(2026, 11, 24, 9), "Tuesday 24 November at 9am"),
        (datetime(2026, 11, 29, 9, 30), "Sunday 29 November at 9:30am"),
        (datetime(2027, 1, 4, 9), "Monday 4 January 2027 at 9am"),
    ],
)
def test_what_is_read_on_another_day_has_its_date(then: datetime, said: str) -> None:
    assert say_when_in_full(then.replace(tzinfo=LONDON), NOW) == said


@pytest.mark.parametrize(
    ("then", "said"),
    [
        (datetime(2026, 11, 23, 14), "today, Monday 23 November, at 2pm"),
        (datetime(2026, 11, 24, 9), "tomorrow, Tuesday 24 November, at 9am"),
        (datetime(2026, 11, 26, 9), "Thursday 26 November at 9am"),
        (datetime(2027, 1, 4, 9), "Monday 4 January 2027 at 9am"),
    ],
)
def test_what_is_to_be_checked_has_its_weekday_and_date(then: datetime, said: str) -> None:
    assert say_when_dated(then.replace(tzinfo=LONDON), NOW) == said


def test_an_instant_is_said_in_local_time() -> None:
    now = datetime(2026, 6, 1, 9, tzinfo=UTC)
    assert say_when(datetime(2026, 6, 1, 23, 30, tzinfo=UTC), now) == "tomorrow at 12:30am"


@pytest.mark.parametrize(
    ("at", "said"),
    [
        (time(0), "midnight"),
        (time(9), "9am"),
        (time(12), "midday"),
        (time(12, 5), "12:05pm"),
        (time(23, 45), "11:45pm"),
    ],
)
def test_how_a_time_is_said(at: time, said: str) -> None:
    assert say_time(at) == said


def test_how_a_date_is_said() -> None:
    assert say_date(date(2026, 12, 4)) == "4 December 2026"


@pytest.mark.parametrize(
    ("then", "said"),
    [
        (datetime(2026, 11, 24, 9), "tomorrow at 9am"),
        (datetime(2026, 11, 29, 9, 30), "Sunday at 9:30am"),
        (datetime(2026, 12, 8, 11, 15), "Tue 8 Dec 11:15am"),
        (datetime(2027, 1, 4, 9), "Mon 4 Jan 9am"),
    ],
)
def test_in_a_list_by_text_a_date_is_short(then: datetime, said: str) -> None:
    assert say_when_listed(then.replace(tzinfo=LONDON), NOW) == said
