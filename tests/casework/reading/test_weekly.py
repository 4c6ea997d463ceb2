"""Days and hours of every week, those offered and those ruled out."""

import pytest

from casework.reading import read_weekly


@pytest.mark.parametrize(
    ("text", "days", "hours", "no_days", "no_hours"),
    [
        ("saturdays 10 to 12", {5}, ["10:00-12:00"], set(), []),
        ("mon-thu 10-4", {0, 1, 2, 3}, ["10:00-16:00"], set(), []),
        ("monday", {0}, [], set(), []),
        ("this weekend", {5, 6}, [], set(), []),
        ("evenings after 6", set(), ["18:00-20:00"], set(), []),
        ("mornings or evenings", set(), ["09:00-12:00", "17:00-20:00"], set(), []),
        ("not sundays", set(), [], {6}, []),
        ("dont text at night or on sundays", set(), [], {6}, ["17:00-20:00"]),
        ("afternoons but not wednesdays", set(), ["12:00-17:00"], {2}, []),
    ],
)
def test_offered_and_ruled_out(text: str, days: set[int], hours: list[str], no_days: set[int], no_hours: list[str]) -> None:
    read = read_weekly(text)
    assert read
    assert (read.days, read.no_days) == (days, no_days)
    for found, expected in ((read.hours, hours), (read.no_hours, no_hours)):
        assert [f"{one.start:%H:%M}-{one.end:%H:%M}" for one in found] == expected


def test_only_the_start_was_said() -> None:
    for text, onwards in (("after 3", True), ("3 to 5", False), ("from 3", True)):
        read = read_weekly(text)
        assert read
        assert read.hours[0].onwards is onwards


def test_days_with_hours_of_their_own() -> None:
    for text, several in (("mondays 10-12 and fridays 2-4", True), ("mondays and fridays 10 to 12", False)):
        read = read_weekly(text)
        assert read
        assert read.several is several


@pytest.mark.parametrize("text", ["tomorrow", "next monday", "at 10", "before he gets home", "hello", "on 3 december", ""])
def test_what_is_of_one_day_or_no_stretch(text: str) -> None:
    assert read_weekly(text) is None
