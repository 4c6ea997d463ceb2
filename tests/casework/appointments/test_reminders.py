"""When a reminder goes."""

from datetime import UTC, datetime, time

import pytest

from casework.appointments.meetings.reminders import reminder_at, reminders_at
from casework.base.clock import LONDON

QUIET = time(19), time(10)


@pytest.mark.parametrize(
    ("starts", "hours", "goes"),
    [
        ("2026-12-01 14:00", 2, "2026-12-01 12:00"),
        ("2026-12-01 14:00", 24, "2026-11-30 14:00"),
        ("2026-12-01 14:00", 168, "2026-11-24 14:00"),
        ("2026-12-01 09:30", 2, "2026-11-30 18:55"),
        ("2026-12-01 12:00", 2, "2026-12-01 10:00"),
        ("2026-12-01 11:59", 2, "2026-11-30 18:55"),
        ("2026-12-01 22:00", 2, "2026-12-01 18:55"),
        ("2027-03-28 10:00", 2, "2027-03-27 18:55"),
        ("2026-10-25 11:00", 24, "2026-10-24 12:00"),
        ("2026-12-01 00:30", 2, "2026-11-30 18:55"),
        ("2028-03-01 09:30", 2, "2028-02-29 18:55"),
        ("2028-02-29 14:00", 24, "2028-02-28 14:00"),
    ],
)
def test_it_goes_so_many_hours_before_or_the_evening_before(starts: str, hours: int, goes: str) -> None:
    at = datetime.fromisoformat(starts).replace(tzinfo=LONDON).astimezone(UTC)
    assert reminder_at(at, hours, *QUIET).astimezone(LONDON).strftime("%Y-%m-%d %H:%M") == goes


@pytest.mark.parametrize(
    ("starts", "safe", "go"),
    [
        ("2026-12-01 14:00", None, ["2026-11-24 14:00", "2026-11-30 14:00", "2026-12-01 12:00"]),
        ("2026-12-01 14:00", {"from": "17:00", "until": "19:00"}, ["2026-11-23 18:45", "2026-11-29 18:45", "2026-11-30 18:45"]),
        ("2026-12-01 14:00", {"days": ["mon"]}, ["2026-11-23 18:45", "2026-11-30 14:00", "2026-11-30 18:45"]),
        ("2026-12-01 10:00", {"days": ["mon"], "until": "11:00"}, ["2026-11-23 10:45", "2026-11-30 10:00"]),
    ],
)
def test_they_go_when_it_is_safe_for_the_person(starts: str, safe: dict[str, object] | None, go: list[str]) -> None:
    """Earlier, never later, and two that fall together are one. The first of December is a Tuesday."""
    at = datetime.fromisoformat(starts).replace(tzinfo=LONDON).astimezone(UTC)
    found = reminders_at(at, (168, 24, 2), *QUIET, safe).values()
    assert [one.astimezone(LONDON).strftime("%Y-%m-%d %H:%M") for one in found] == go
