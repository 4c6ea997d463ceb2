"""What they tell beside the time they wish for, and hours written without a stop."""

from datetime import datetime

import pytest

from casework.reading import read_agreeing, read_when

MONDAY = datetime(2026, 11, 30, 11)


@pytest.mark.parametrize(("text", "first", "last"), [
    ("tuesday 930 to 230", "09:30", "14:30"), ("tuesday between 915 and 130", "09:15", "13:30"), ("tuesday between school runs", "09:15", "15:00"),
    ("tuesday between 930 and 230 cos of school run", "09:30", "14:30"), ("tuesday after the school run", "09:15", "17:00"),
    ("tuesday 930 to 230, i drop kids at 9 over the other side", "09:30", "14:30"), ("tuesday between school run so like 930 to 230", "09:30", "14:30"),
    ("tuesday morning, my carer leaves at 10. so after 10", "10:00", "12:00"), ("tuesday morning, the carer is here till 10", "10:00", "12:00"),
    ("tuesday morning, after 10", "10:00", "12:00"),
])  # fmt: skip
def test_hours_beside_what_they_tell(text: str, first: str, last: str) -> None:
    read = read_when(text, MONDAY)
    assert (read["start"], read["end"]) == (f"2026-12-01T{first}", f"2026-12-01T{last}")


@pytest.mark.parametrize("text", ["i get 930 a month", "my number is 930", "flat 945"])
def test_numbers_that_are_no_hours(text: str) -> None:
    assert read_when(text, MONDAY)["kind"] == "none"


@pytest.mark.parametrize(("text", "hour"), [("can i drop in at 9", "09:00"), ("i leave at 3", "15:00"), ("carer at 10", "10:00")])
def test_hours_that_are_wished_for(text: str, hour: str) -> None:
    read = read_when(text, MONDAY)
    assert read["kind"] == "datetime"
    assert read["start"].endswith(hour)


@pytest.mark.parametrize("text", ["the 14th (a Monday)", "the 14th, which is a monday", "the 14th (it's a monday)", "my day off is the 14th (Monday) now"])
def test_a_weekday_beside_its_date(text: str) -> None:
    read = read_agreeing(text, MONDAY)
    assert (read["kind"], read["start"]) == ("date", "2026-12-14")


@pytest.mark.parametrize("text", ["the 14th, monday or tuesday", "not the 14th, monday is fine", "the 14th (morning)"])
def test_another_day_beside_a_date(text: str) -> None:
    assert (read := read_agreeing(text, MONDAY))["kind"] != "date" or read["start"] != "2026-12-14"


def test_what_came_up_takes_that_day_alone() -> None:
    read = read_when("something's come up friday, can i do monday instead", MONDAY)
    assert (read["kind"], read["start"]) == ("date", "2026-12-07")
