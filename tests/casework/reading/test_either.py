"""Alternatives that each stand for themselves, and a no that ends with its sentence."""

from datetime import date, datetime

import pytest

from casework.reading import read_either, read_ruled_out, read_weekly, read_when

MONDAY = datetime(2026, 11, 30, 10)


def parts(text: str) -> list[tuple[list[int] | None, int | None]]:
    """The weekdays of each, and the hour it begins."""
    found = read_either(text, MONDAY)
    return [(sorted(one.days) if one.days else None, one.hours.start.hour if one.hours else None) for one in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("evenings or saturday only", [(None, 17), ([5], None)]),
        ("mornings or fridays", [(None, 9), ([4], None)]),
        ("after school or weekends", [(None, 15), ([5, 6], None)]),
        ("weekends or evenings", [([5, 6], None), (None, 17)]),
        ("evenings and weekends please", [(None, 17), ([5, 6], None)]),
        ("after 3 or friday", [(None, 15), ([4], None)]),
        ("tuesday mornings or fridays", [([1], 9), ([4], None)]),
        ("weekday evenings or saturday morning", [([0, 1, 2, 3, 4], 17), ([5], 9)]),
    ],
)
def test_each_stands_for_itself(text: str, expected: list[tuple[list[int] | None, int | None]]) -> None:
    assert parts(text) == expected


@pytest.mark.parametrize(
    "text",
    ["friday morning or monday", "tuesday or thursday after 2", "mornings or afternoons", "monday or tuesday mornings", "mornings next week or fridays",
     "tomorrow morning or friday", "at 2 or friday at 3", "saturday evening", "tuesday or wednesday", "evenings, not saturdays"],
)
def test_what_goes_together_is_no_alternative(text: str) -> None:
    assert parts(text) == []


def test_it_is_asked_which() -> None:
    assert read_when("evenings or saturday only", MONDAY) == {"kind": "window", "start": "2026-11-30T17:00", "end": "2026-12-05", "ask": True}


def test_of_every_week_it_is_no_one_set_of_days() -> None:
    found = read_weekly("evenings or saturdays")
    assert found
    assert found.several


def refused(text: str) -> set[int]:
    return {start.weekday() for start, _ in read_ruled_out(text, MONDAY, date(2026, 12, 20))}


@pytest.mark.parametrize(
    ("text", "no", "day"),
    [
        ("i cant do mondays. tuesday is good", {0}, "2026-12-01"),
        ("cant do mondays. tuesdays r good", {0}, "2026-12-01"),
        ("not friday! thursday or wednesday", {4}, "2026-12-02"),
        ("I cant do monday. tuesday mornings are fine", {0}, "2026-12-01"),
        ("no good mondays\ntuesday pls", {0}, "2026-12-01"),
    ],
)
def test_a_no_ends_with_its_sentence(text: str, no: set[int], day: str) -> None:
    assert refused(text) == no
    assert read_when(text, MONDAY)["start"][:10] == day


def test_what_is_fine_is_at_the_hours_that_are_left() -> None:
    found = read_when("I work mornings cant do them. Fridays ok", MONDAY)
    assert found["recurs"] == {"days": ["FR"], "from": "12:00", "to": "17:00"}


@pytest.mark.parametrize(
    ("text", "no"),
    [("cant do mondays, tuesdays or wednesdays", {0, 1, 2}), ("not monday, tuesday or friday", {0, 1, 4}), ("cant do mondays. or tuesdays", {0, 1})],
)
def test_a_no_reaches_over_a_list(text: str, no: set[int]) -> None:
    assert refused(text) == no


@pytest.mark.parametrize("text", ["fri. 8th jan", "fri 8th jan."])
def test_a_short_name_of_a_day_ends_no_sentence(text: str) -> None:
    assert read_when(text, MONDAY)["start"] == "2027-01-08"


def test_either_of_two_will_not_do() -> None:
    for text in ("busy mornings or fridays", "cant do fridays or mornings"):
        found = read_ruled_out(text, MONDAY, date(2026, 12, 6))
        assert (datetime(2026, 12, 4), datetime(2026, 12, 5)) in found
        assert (datetime(2026, 12, 2, 9), datetime(2026, 12, 2, 12)) in found


@pytest.mark.parametrize("text", ["busy friday mornings", "busy fridays in the morning", "not friday mornings or afternoons"])
def test_one_part_of_one_day_is_that_alone(text: str) -> None:
    assert refused(text) == {4}
    assert all(end.hour for _, end in read_ruled_out(text, MONDAY, date(2026, 12, 6)))
