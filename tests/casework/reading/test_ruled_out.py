"""When people say that they cannot, or that something else is on."""

from datetime import date, datetime

import pytest

from casework.reading import read_ruled_out, read_when

TUESDAY = datetime(2026, 11, 24, 10)
UNTIL = date(2026, 12, 8)


def days(text: str) -> list[str]:
    return [start.strftime("%a %d %H") + end.strftime("-%H") for start, end in read_ruled_out(text, TUESDAY, UNTIL)]


@pytest.mark.parametrize(
    ("text", "out"),
    [
        ("tuesday i have doctor", ["Tue 01 00-00"]),
        ("wed i've got physio", ["Wed 25 00-00"]),
        ("cant mon, hospital", ["Mon 30 00-00"]),
        ("thursday i have a gp appointment at 2", ["Thu 26 00-00"]),
        ("doctors tuesday", ["Tue 01 00-00"]),
        ("fri i got to take my mum to hospital", ["Fri 27 00-00"]),
        ("im seeing my probation officer weds", ["Wed 25 00-00"]),
        ("i have doctor tuesday and physio wednesday", ["Wed 25 00-00", "Tue 01 00-00"]),
        ("got court thurs morning", ["Thu 26 09-12"]),
        ("not tuesday at 2", ["Tue 01 14-15"]),
        ("no tuesday", ["Tue 24 00-00", "Tue 01 00-00", "Tue 08 00-00"]),
        ("cant do mon or tues", ["Tue 24 00-00", "Mon 30 00-00", "Tue 01 00-00", "Mon 07 00-00", "Tue 08 00-00"]),
        ("monday is no good", ["Mon 30 00-00", "Mon 07 00-00"]),
        ("not this monday", ["Mon 30 00-00"]),
        ("not monday 30 november", ["Mon 30 00-00"]),
        ("mondays i've college", ["Mon 30 00-00", "Mon 07 00-00"]),
        ("im away next week", ["Mon 30 00-00", "Tue 01 00-00", "Wed 02 00-00", "Thu 03 00-00", "Fri 04 00-00"]),
    ],
)
def test_it_is_ruled_out(text: str, out: list[str]) -> None:
    assert days(text) == out
    assert read_when(text, TUESDAY)["kind"] == "none"


@pytest.mark.parametrize(
    ("text", "out", "offered"),
    [
        ("tuesday i have doctor wednesday at 2 is good", ["Tue 01 00-00"], "2026-11-25T14:00"),
        ("can do monday i have doctor tuesday", ["Tue 01 00-00"], "2026-11-30"),
        ("monday i have doctor tuesday i have physio wed is fine", ["Mon 30 00-00", "Tue 01 00-00"], "2026-11-25"),
        ("i have doctor tuesday, wednesday is ok", ["Tue 01 00-00"], "2026-11-25"),
    ],
)
def test_what_is_offered_beside_it_stands(text: str, out: list[str], offered: str) -> None:
    assert days(text) == out
    assert read_when(text, TUESDAY)["start"] == offered


@pytest.mark.parametrize(
    "text", ["i have tuesday free", "i got tuesday off work", "can i see the doctor tuesday", "i was born on 3 may", "i have doctor", ""]
)
def test_nothing_is_ruled_out(text: str) -> None:
    assert days(text) == []
