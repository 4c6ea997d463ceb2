"""An appointment as other programs read it."""

from datetime import UTC, datetime

from casework.appointments.calendars.calendar import Entry, calendar

START = datetime(2026, 12, 1, 9, 30, tzinfo=UTC)


def lines(place: str = "The Hub", sequence: int = 0, cancelled: bool = False, method: str = "PUBLISH") -> list[str]:
    entry = Entry("one@handrail", sequence, START, START.replace(hour=10), "Meeting", place, cancelled, START, "team@example.org")
    return calendar([entry], method).decode().split("\r\n")


def test_times_are_utc_and_the_place_is_escaped() -> None:
    said = lines(place="Hub, 12 Market Street; side door")
    assert "DTSTART:20261201T093000Z" in said
    assert r"LOCATION:Hub\, 12 Market Street\; side door" in said
    assert "STATUS:CONFIRMED" in said


def test_long_lines_are_folded() -> None:
    assert max(len(line.encode()) for line in lines(place="Llanfairpwllgwyngyll ŵŷ " * 12)) <= 75


def test_a_change_and_a_cancellation_say_so() -> None:
    said = lines(sequence=3, cancelled=True, method="CANCEL")
    assert {"SEQUENCE:3", "STATUS:CANCELLED", "METHOD:CANCEL"} <= set(said)
