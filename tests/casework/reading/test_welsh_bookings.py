"""A wish for a meeting in Welsh, with its day, is known in English; what else is said is not guessed."""

import pytest

from casework.appointments.beginning import would_book
from casework.appointments.wishing import wish_in
from casework.reading import in_english, reads_as_welsh

BOOK = "I want to book a meeting"


@pytest.mark.parametrize(
    ("text", "english"),
    [
        ("Hoffwn i drefnu apwyntiad ddydd Mawrth", f"{BOOK} Tuesday"),
        ("Rwyf eisiau trefnu cyfarfod", BOOK),
        ("Dw i eisiau cael apwyntiad yfory", f"{BOOK} tomorrow"),
        ("Ga i apwyntiad dydd Gwener plis", f"{BOOK} Friday please"),
        ("Hoffwn gael cyfarfod bore dydd Iau", f"{BOOK} Thursday morning"),
        ("Hoffwn i weld fy ngweithiwr dydd Mawrth", "I want to see my worker Tuesday"),
        ("bore dydd Iau", "Thursday morning"),
        ("prynhawn dydd Llun", "Monday afternoon"),
        ("bore yfory", "tomorrow morning"),
    ],
)
def test_known(text: str, english: str) -> None:
    assert in_english(text) == reads_as_welsh(text) == english
    assert would_book(english) or wish_in(english) or english == BOOK


@pytest.mark.parametrize("text", ["Hoffwn i farw", "Rwyf eisiau trefnu priodas", "Hoffwn i weld fy mhlant dydd Mawrth", "Dw i eisiau cael bwyd", "gweld y meddyg"])
def test_not_guessed(text: str) -> None:
    assert in_english(text) is None
