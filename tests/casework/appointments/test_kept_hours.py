"""What was wished for before and still holds: hours on a day named later, days less one. No database."""

from datetime import datetime, time

import pytest

from casework.appointments.times.wishes import Wish
from casework.appointments.words import kept_hours, wishing
from casework.appointments.words.counting import nearer_on
from casework.appointments.words.kept_hours import at_hours_before, hours_of, is_all_but
from casework.appointments.words.wishing import busy_in, wish_in
from casework.base.clock import LONDON, local

NOW = datetime(2026, 11, 30, 10, tzinfo=LONDON)
AFTER_2 = (time(14), time(17))


@pytest.fixture(autouse=True)
def monday(monkeypatch: pytest.MonkeyPatch) -> None:
    for room in (kept_hours, wishing):
        monkeypatch.setattr(room, "now", lambda: NOW)


def wish(text: str) -> Wish:
    found = wish_in(text)
    assert found
    return found


def kept(text: str, before: str = "after 2 please") -> tuple[time, time] | None:
    return at_hours_before(text, wish(text), wish(before)).hours


@pytest.mark.parametrize("text", ["what about thursday", "next week", "the 9th", "from thursday on", "any day but friday", "wednesday or thursday"])
def test_hours_hold_on_a_day_named_later(text: str) -> None:
    assert kept(text) == AFTER_2


@pytest.mark.parametrize(("before", "hours"), [("mornings only", (time(9), time(12))), ("thursday afternoon", (time(12), time(17)))])
def test_of_whatever_day_they_were(before: str, hours: tuple[time, time]) -> None:
    assert kept("next week", before) == hours


@pytest.mark.parametrize("text", ["thursday any time", "whenever on thursday", "other times on thursday", "all day thursday"])
def test_any_hour_lets_them_go(text: str) -> None:
    assert kept(text) is None


@pytest.mark.parametrize(("text", "hours"), [("thursdays before 11", (time(9), time(11))), ("in the morning", (time(9), time(12)))])
def test_new_hours_take_their_place(text: str, hours: tuple[time, time]) -> None:
    assert kept(text) == hours


@pytest.mark.parametrize("text", ["thursday morning", "thursday at 10", "evenings or saturdays"])
def test_a_wish_with_hours_of_its_own_is_left_alone(text: str) -> None:
    assert at_hours_before(text, wish(text), wish("after 2")) == wish(text)


@pytest.mark.parametrize("before", ["thursday", "thursday at 2", "next week", "later today", "evenings or saturdays"])
def test_what_has_no_hours_gives_none(before: str) -> None:
    assert hours_of(wish(before)) is None


SHOWN = [datetime(2026, 12, 2, hour, tzinfo=LONDON) for hour in (9, 13)]


@pytest.mark.parametrize("text", ["later on wednesday", "wednesday but later", "a bit later wed", "something later on wednesday please"])
def test_later_on_a_day_is_past_what_is_shown_of_it(text: str) -> None:
    found = nearer_on(text, SHOWN)
    assert found
    assert (local(found.first).strftime("%a %H:%M"), found.last_day) == ("Wed 13:01", SHOWN[0].date())


def test_earlier_is_before_it() -> None:
    found = nearer_on("earlier on wednesday", SHOWN[1:])
    assert found
    assert local(found.last) == SHOWN[1]


@pytest.mark.parametrize("text", ["later on thursday", "later in the week", "wednesday or later", "no later than wednesday", "wednesday is too early", "wednesday", "wednesday at 3 or later", "an hour later on wednesday"])
def test_other_words_are_not_past_it(text: str) -> None:
    assert nearer_on(text, SHOWN) is None


@pytest.mark.parametrize(("text", "before", "expected"), [
    ("any day but friday", "next week", True), ("anything but the friday one", "next week", True), ("any time except friday", "next week", True),
    ("any day but friday", "friday", False), ("not friday, thursday", "next week", False), ("friday but after 2", "next week", False), ("any day", "next week", False),
])
def test_all_but_a_day_is_of_what_was_wished_for(text: str, before: str, expected: bool) -> None:
    assert is_all_but(text, wish(text), wish(before), busy_in(text)) is expected


@pytest.mark.parametrize("text", ["the friday one", "that friday one please", "anything but the friday one"])
def test_the_one_of_a_day_is_no_hour(text: str) -> None:
    assert not wish(text).exact


@pytest.mark.parametrize("text", ["the friday one o'clock", "friday at one", "friday one pm"])
def test_one_o_clock_is_one(text: str) -> None:
    assert local(wish(text).first).hour == 13


def test_alternatives_are_kept_as_they_are_written() -> None:
    for text in ("evenings or saturdays", "next week"):
        found = at_hours_before(text, wish(text), wish("after 2"))
        assert Wish.read(found.written()) == found
