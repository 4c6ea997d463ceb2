"""A wish for a meeting in Welsh, with its day, is known in English; what else is said is not guessed."""

import pytest

from casework.appointments.words.beginning import would_book
from casework.appointments.words.wishing import wish_in
from casework.reading import in_english, reads_as_welsh

BOOK, MOVE, CANCEL = "I want to book a meeting", "I want to move my meeting", "I want to cancel my meeting"


@pytest.mark.parametrize(
    ("text", "english"),
    [
        ("Hoffwn i drefnu apwyntiad ddydd Mawrth", f"{BOOK} Tuesday"),
        ("Rwyf eisiau trefnu cyfarfod", BOOK),
        ("Dw i eisiau cael apwyntiad yfory", f"{BOOK} tomorrow"),
        ("Ga i apwyntiad dydd Gwener plis", f"{BOOK} Friday please"),
        ("Hoffwn gael cyfarfod bore dydd Iau", f"{BOOK} Thursday morning"),
        ("Hoffwn i weld fy ngweithiwr dydd Mawrth", f"{BOOK} with my worker Tuesday"),
        ("hoffwn i drefnu apwyntiad os gwelwch yn dda", f"{BOOK} please"),
        ("Shwmae, alla i gael apwyntiad", BOOK),
        ("shwmae, dwi eisiau gweld fy ngweithiwr ddydd Mawrth", f"{BOOK} with my worker Tuesday"),
        ("apwyntiad dydd Mawrth", f"{BOOK} Tuesday"),
        ("oes modd cael apwyntiad yfory plis", f"{BOOK} tomorrow please"),
        ("dw i angen apwyntiad dros y ffôn", f"{BOOK} by phone"),
        ("bore dydd Iau", "Thursday morning"),
        ("prynhawn dydd Llun", "Monday afternoon"),
        ("bore yfory", "tomorrow morning"),
    ],
)
def test_known(text: str, english: str) -> None:
    assert in_english(text) == reads_as_welsh(text) == english
    assert would_book(english) or wish_in(english) or english.startswith(BOOK)


@pytest.mark.parametrize(
    ("text", "english"),
    [
        ("mae angen i mi newid fy apwyntiad", MOVE),
        ("symud i ddydd Mercher", f"{MOVE} Wednesday"),
        ("newid fy apwyntiad i ddydd Gwener am ddau o'r gloch", f"{MOVE} Friday at 2 o'clock"),
        ("Ei symud", MOVE),
        ("newid i fore Iau", f"{MOVE} Thursday morning"),
        ("canslo", CANCEL),
        ("bore da, hoffwn i ganslo fy apwyntiad", CANCEL),
        ("canslo'r cyfarfod", CANCEL),
        ("dw i ddim yn gallu dod", "I can't come"),
        ("alla i ddim dod ddydd Iau", "I can't come Thursday"),
        ("dydd Mercher bore", "Wednesday morning"),
        ("hanner awr wedi dau", "half past 2"),
    ],
)
def test_moved_or_called_off(text: str, english: str) -> None:
    assert in_english(text) == english


@pytest.mark.parametrize("text", ["Hoffwn i farw", "Rwyf eisiau trefnu priodas", "Hoffwn i weld fy mhlant dydd Mawrth", "Dw i eisiau cael bwyd", "gweld y meddyg", "dim apwyntiad dydd Mawrth", "dw i ddim yn gallu mynd ymlaen", "alla i ddim dod i ben"])
def test_not_guessed(text: str) -> None:
    assert in_english(text) is None
