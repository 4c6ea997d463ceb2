"""A week of hours as people read it."""

from casework.base.speaking import speaking
from casework.council import council, say_week, say_week_briefly
from casework.council.hours import ALWAYS, read_week


def test_days_that_are_alike_stand_on_one_line() -> None:
    assert say_week(council().area("northbridge").opening) == [
        "Monday to Thursday: 9am to 5pm",
        "Friday: 9am to 4:30pm",
    ]


def test_on_one_line() -> None:
    assert say_week_briefly(council().area("northbridge").opening) == "Monday to Thursday 9am to 5pm, Friday 9am to 4:30pm"


def test_a_break_and_two_days() -> None:
    week = read_week({"tue, wed": "09:00-12:30, 13:30-17:00", "sat": "10:00-12:00"})
    assert say_week(week) == ["Tuesday and Wednesday: 9am to 12:30pm and 1:30pm to 5pm", "Saturday: 10am to midday"]


def test_days_that_only_look_alike_stay_apart() -> None:
    assert say_week(read_week({"mon, wed": "09:00-17:00"})) == ["Monday: 9am to 5pm", "Wednesday: 9am to 5pm"]


def test_in_welsh() -> None:
    with speaking("cy"):
        assert say_week(council().area("northbridge").opening)[0] == "dydd Llun - dydd Iau: 9am - 5pm"


def test_day_and_night() -> None:
    assert say_week(ALWAYS) == ["Monday to Sunday: midnight to midnight"]
