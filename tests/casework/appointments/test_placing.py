""""Cancel the second one" names one of the meetings they have."""

import pytest

from casework.appointments import Step
from casework.appointments.words.picking import chosen, picks
from casework.appointments.words.placing import at_place, place_named, without_place
from tests.casework.appointments.test_hearing import talk


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("cancel the second one", 1), ("please cancel my first appointment", 0), ("move the second one to friday", 1), ("can u cancel the 2nd", 1),
        ("cancel the last one please", -1), ("i dont want the first one", 0), ("i cant make the second one", 1), ("change the first meeting", 0),
        ("the second one please", None), ("dont cancel the second one", None), ("move it to the first week of may", None),
        ("cancel it", None), ("move it to the 2nd", None), ("id like the first one", None), ("move the first thing", None),
    ],
)  # fmt: skip
def test_which_is_named_by_its_place(text: str, place: int | None) -> None:
    assert place_named(text) == place


def test_it_is_no_pick_of_a_time_shown() -> None:
    assert chosen(talk(), "cancel the second one") is None
    assert not picks(talk(Step.CONFIRM), "move the first one")
    assert chosen(talk(), "the second one") == 1
    assert chosen(talk(Step.WHICH_CANCEL), "cancel the second one") == 1


def test_with_no_such_place_it_is_any() -> None:
    assert at_place([5, 6], "cancel the third one") == [5, 6]
    assert at_place([5, 6], "cancel the last one") == [6]
    assert at_place([], "cancel the last one") == []


def test_when_to_is_left() -> None:
    assert without_place("move the second one to friday") == "move it to friday"
    assert without_place("thursday") == "thursday"
