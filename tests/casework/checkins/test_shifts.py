"""Known shifts: read strictly, for no question goes in them."""

import pytest

from casework.base.errors import Unreadable
from casework.checkins import read_shifts
from casework.checkins.shifts import MOST

NIGHTS = {"days": "mon fri", "from": "22:00", "until": "06:00"}


def shift(**other: str) -> dict[str, str]:
    return NIGHTS | other


def test_days_are_in_order_and_once_each_and_the_same_shift_is_one() -> None:
    assert read_shifts([shift(days="fri mon mon"), NIGHTS]) == [NIGHTS]


def test_none_are_none() -> None:
    assert read_shifts([]) == []


@pytest.mark.parametrize(
    "wrong",
    [
        shift(days=""),
        shift(days="mon someday"),
        {"days": "mon"},
        shift(until=""),
        shift(until="25:00"),
        shift(until="late"),
        shift(until="06:00+01:00"),
        shift(until="22:00"),
    ],
)
def test_what_is_no_shift(wrong: dict[str, str]) -> None:
    with pytest.raises(Unreadable):
        read_shifts([wrong])


def test_who_would_never_be_asked_is_no_known_shift() -> None:
    every = "mon tue wed thu fri sat sun"
    with pytest.raises(Unreadable, match="no time in the week"):
        read_shifts([{"days": every, "from": "00:00", "until": "23:59"}])


def test_there_are_not_many() -> None:
    with pytest.raises(Unreadable):
        read_shifts([shift(**{"from": f"{hour:02}:30", "until": f"{hour + 1:02}:00"}) for hour in range(MOST + 1)])
