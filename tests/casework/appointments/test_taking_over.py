"""Who could take a meeting over, and days and hours that there are none of. Pure."""

from datetime import date, time, timedelta

import pytest

from casework.appointments import Appointment
from casework.appointments.desk.taking_over import AWAY, BUSY, ELSEWHERE, NOT_WORKING, why_not
from casework.appointments.times.diary import Busy, Diary, Off, Working, instant

TUESDAY = date(2027, 1, 5)
AT_HUB = [Working(1, time(9), time(17), "hub")]


def meeting(clock: time = time(10), format: str = "in_person", minutes: int = 30) -> Appointment:
    start = instant(TUESDAY, clock)
    venue = "hub" if format == "in_person" else None
    return Appointment(format=format, venue=venue, starts_at=start, ends_at=start + timedelta(minutes=minutes))


def busy(clock: time, venue: str | None = "hub") -> Busy:
    start = instant(TUESDAY, clock)
    return Busy(start, start + timedelta(minutes=30), venue)


def test_who_is_there_and_free_can() -> None:
    assert why_not(Diary(1, "Kim", AT_HUB, busy=[busy(time(12))]), meeting()) is None


@pytest.mark.parametrize(
    ("diary", "format", "why"),
    [
        (None, "phone", NOT_WORKING),
        (Diary(1, "Kim", [Working(2, time(9), time(17), "hub")]), "phone", NOT_WORKING),
        (Diary(1, "Kim", [Working(1, time(9), time(10, 15), "hub")]), "phone", NOT_WORKING),
        (Diary(1, "Kim", AT_HUB, [Off(TUESDAY, TUESDAY)]), "phone", AWAY),
        (Diary(1, "Kim", AT_HUB, [Off(TUESDAY, TUESDAY, time(10, 15), time(11))]), "phone", AWAY),
        (Diary(1, "Kim", [Working(1, time(9), time(17), "library")]), "in_person", ELSEWHERE),
        (Diary(1, "Kim", AT_HUB, busy=[busy(time(10, 15))]), "phone", BUSY),
        (Diary(1, "Kim", AT_HUB, busy=[busy(time(9, 15), "library")]), "in_person", BUSY),
    ],
)
def test_who_cannot_and_why(diary: Diary | None, format: str, why: str) -> None:
    assert why_not(diary, meeting(format=format)) == why


def test_by_phone_it_does_not_matter_where_they_are() -> None:
    assert why_not(Diary(1, "Kim", [Working(1, time(9), time(17), "library")]), meeting(format="phone")) is None
