"""What else they have on, beside the time they ask for, is no wish."""

from datetime import datetime, time

import pytest

from casework.appointments.words.own_affairs import without_own_affairs
from casework.appointments.words.wishing import wish_in
from casework.base.clock import LONDON, local

NOON = datetime(2026, 11, 30, 12, tzinfo=LONDON)


@pytest.mark.parametrize(("text", "starts"), [
    ("Is there any chance of an appointment after 3pm? I finish my cleaning shift at 2.30", time(15)), ("i need an appointment at 10, my bus gets in at 9.40", time(10)),
    ("can we do 4? i drop my mum at 3", time(16)), ("after 3. i work till 2", time(15)), ("at 11 cos my carer comes at 9", time(11)),
])  # fmt: skip
def test_the_hour_they_ask_for_is_read(text: str, starts: time) -> None:
    wish = wish_in(text, at=NOON)
    assert wish is not None
    assert wish.hours is not None
    assert wish.hours[0] == starts


@pytest.mark.parametrize(("text", "at"), [("tuesday at 2, i pick up my lad at 3", datetime(2026, 12, 1, 14)), ("friday at 10, i have my scan at 2", datetime(2026, 12, 4, 10))])
def test_so_is_the_moment(text: str, at: datetime) -> None:
    wish = wish_in(text, at=NOON)
    assert wish is not None
    assert wish.exact
    assert local(wish.first).replace(tzinfo=None) == at


@pytest.mark.parametrize("text", ["i finish work at 2.30", "i can do tuesday at 2", "my mum said 2 is best", "thursday. i am free at 3", "tuesday at 2"])
def test_what_they_wish_for_is_never_left_out(text: str) -> None:
    assert without_own_affairs(text) == text


def test_what_follows_from_their_hours_is_the_wish() -> None:
    assert without_own_affairs("i finish at 2 so after 3, please") == "so after 3, please"


def test_a_part_of_the_day_keeps_what_narrows_it() -> None:
    wish = wish_in("wednesday morning. my carer leaves at 9.30", at=NOON)
    assert wish is not None
    assert local(wish.first).time() == time(9, 30)
