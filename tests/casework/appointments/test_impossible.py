"""Days and times that there are not."""

import pytest

from casework.appointments.words.impossible import impossible_in


@pytest.mark.parametrize(
    ("said", "kind", "rest"),
    [
        ("31 february", "day", ""), ("30th feb", "day", ""), ("feb 30", "day", ""), ("the 31st of june at 2", "day", "at 2"), ("april 31st please", "day", "please"),
        ("29 february 2027", "day", ""), ("31/2", "day", ""), ("31/04/2027", "day", ""), ("the 32nd", "day", ""), ("0 march", "day", ""),
        ("25 o'clock", "time", ""), ("tuesday at 25:00", "time", "tuesday"), ("10:75 on monday", "time", "on monday"), ("monday at 26", "time", "monday"), ("13am", "time", ""),
        ("25pm", "time", ""), ("30 march at 24:00", "time", "30 march"), ("99 o clock", "time", ""),
    ],
)  # fmt: skip
def test_there_is_no_such(said: str, kind: str, rest: str) -> None:
    assert impossible_in(said) == (kind, rest)


@pytest.mark.parametrize(
    "said",
    ["31 january", "29 february", "29 february 2028", "28/2", "12/25", "the 31st", "30 june at 2pm", "12 o'clock", "10:45", "at 10", "13:30", "12am", "12pm",
     "may 5 at 10", "march 3pm", "07700 900400", "4 high street", "next week after 3", "in 45 minutes", "the 2nd one", "1/2 past 3"],
)  # fmt: skip
def test_there_is(said: str) -> None:
    assert impossible_in(said) is None
