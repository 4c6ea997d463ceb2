"""How late somebody is, by minutes or by the clock."""

from datetime import datetime

import pytest

from casework.appointments.booking.lateness import late_by
from casework.base.clock import LONDON

AT_TWO = datetime(2026, 12, 1, 14, 0, tzinfo=LONDON)


@pytest.mark.parametrize(
    ("words", "minutes"),
    [
        ("b there 2.15", 15),
        ("be there at 2:20 sorry", 20),
        ("there by 2.30pm", 30),
        ("will be there 14.10", 10),
        ("there about quarter past 2", 15),
        ("half 2 at the earliest", 30),
        ("10 past 2 soz", 10),
        ("cant get there till 3", 60),
        ("it will be 3pm", 60),
        ("late 15", 15),
        ("running 20 mins late", 20),
        ("there in 25", 25),
        ("late", None),
        ("sorry im late", None),
        ("be there 1.30", None),
        ("on the 2.05 train", None),
        ("on the 2.05 train, there 2.20", 20),
        ("the 1.50 bus didnt come, be there for 2.15", 15),
        ("running 10 mins late for my 2pm", 10),
        ("10 min late for 2.00 appt", 10),
        ("10 minutes late, my appt at 2", 10),
        ("late 10 for my 2pm", 10),
        ("running late for my 2.30 appt", None),
        ("half an hour late for my 2 oclock", 30),
        ("my appt was 2 will be there 2.25", 25),
        ("cant get there till 1", None),
        ("gonna be late for the 2pm", None),
    ],
)
def test_how_late(words: str, minutes: int | None) -> None:
    assert late_by(words, AT_TWO) == minutes
