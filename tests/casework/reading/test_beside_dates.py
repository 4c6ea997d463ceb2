"""A weekday before or after a date, and hours that are left out of the days beside them."""

from datetime import datetime

import pytest

from casework.reading import read_choices, read_when

SUNDAY = datetime(2026, 11, 29, 13)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("last friday before christmas", "2026-12-18"),
        ("the last fri before xmas", "2026-12-18"),
        ("the friday before christmas", "2026-12-18"),
        ("last monday before the 20th", "2026-12-14"),
        ("the monday before the 14th december", "2026-12-07"),
        ("last tuesday before easter", "2027-03-23"),
        ("first monday after new year", "2027-01-04"),
        ("monday after christmas", "2026-12-28"),
        ("the tuesday after the 7th", "2026-12-08"),
        ("friday before the bank holiday", "2026-12-18"),
    ],
)
def test_a_weekday_beside_a_date_is_one_day(text: str, day: str) -> None:
    assert read_when(text, SUNDAY) == {"kind": "date", "start": day, "end": day}


def test_its_hours_are_kept() -> None:
    assert read_when("friday before xmas after 2", SUNDAY)["start"] == "2026-12-18T14:00"


@pytest.mark.parametrize("text", ["last friday before 3 i was sacked", "last friday before work i fell", "last friday", "last friday of november"])
def test_what_has_gone_by_is_none(text: str) -> None:
    assert read_when(text, SUNDAY)["kind"] == "none"


def test_any_such_day_is_each_of_them() -> None:
    for text in ("a friday before christmas", "any friday before christmas"):
        assert read_when(text, SUNDAY)["recurs"] == {"days": ["FR"]}


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("tuesday or thursday but not before 11", 11, 17),
        ("tues or thurs but not b4 11", 11, 17),
        ("tues or thurs, just not after 2", 9, 14),
        ("mon or weds except before 10am", 10, 17),
        ("monday or friday only not until 1", 13, 17),
        ("tues or thurs but no later than 2", 9, 14),
    ],
)
def test_hours_left_out_bound_each_of_the_days(text: str, start: int, end: int) -> None:
    found = read_choices(text, SUNDAY)
    assert len(found) == 2
    assert {(one.hours.start.hour, one.hours.end.hour) for one in found if one.hours} == {(start, end)}


def test_a_day_left_out_is_still_left_out() -> None:
    assert read_when("any day next week but not tuesday", SUNDAY)["recurs"]["days"] == ["MO", "WE", "TH", "FR"]


def test_tomorrow_aft_2_is_after_two() -> None:
    assert read_when("cud i cum in tmoz aft 2", SUNDAY)["start"] == "2026-11-30T14:00"
    assert read_when("tmoz aft", SUNDAY)["start"] == "2026-11-30T12:00"
