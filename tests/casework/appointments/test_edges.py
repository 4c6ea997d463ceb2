"""The earliest there is and the latest of a day."""

from datetime import UTC, datetime, timedelta

import pytest

from casework.appointments.times.diary import Slot
from casework.appointments.times.wishes import latest
from casework.appointments.words.saying import edge_in
from casework.appointments.words.wishing import late_alone, wish_in


@pytest.mark.parametrize(
    ("text", "edge"),
    [
        ("as late as possible on wednesday", "last"), ("friday as late as u can", "last"), ("the latest you can do thursday", "last"),
        ("latest slot on friday", "last"), ("as late as poss", "last"), ("earliest you've got on monday", "first"),
        ("whats the earliest you can do", "first"), ("as early as you can tuesday", "first"), ("soonest you have tues", "first"),
        ("the earliest on monday", "first"), ("latest on friday", "last"), ("whats the latest on that day", "last"), ("earliest on the 3rd pls", "first"),
        ("soonest on tues", "first"), ("whats the latest on my claim", None), ("the latest on this", None), ("by 3 at the latest on friday", None),
        ("by 3 at the latest", None), ("monday latest", None), ("i was as late as anything", None), ("late on friday", None),
        ("at the earliest tuesday", None), ("i will be late", None),
    ],
)  # fmt: skip
def test_the_edge_they_wish_for(text: str, edge: str | None) -> None:
    assert edge_in(text) == edge


def test_it_is_of_the_day_they_name() -> None:
    wish = wish_in("as late as possible on wednesday")
    assert wish
    assert (wish.edge, wish.last - wish.first) == ("last", timedelta(days=1))
    assert late_alone("as late as possible")
    assert not late_alone("as late as possible on wednesday")


def test_the_latest_comes_first_and_each_time_once() -> None:
    def slot(day: int, hour: int, diary: int = 1) -> Slot:
        start = datetime(2026, 12, day, hour, tzinfo=UTC)
        return Slot(start, start + timedelta(minutes=20), diary, "Sam", None)

    every = [slot(day, hour, diary) for day in (2, 3) for hour in (9, 12, 16) for diary in (1, 2)]
    assert [(one.start.day, one.start.hour) for one in latest(every)] == [(2, 16), (3, 16), (2, 12)]
