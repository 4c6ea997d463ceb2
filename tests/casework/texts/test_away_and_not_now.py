"""Somebody is away, would rather be asked another day, or has another number; and what only sounds like it."""

from datetime import date, datetime

import pytest

from casework.base.clock import LONDON
from casework.texts import order_of
from casework.texts.control import new_number
from casework.texts.pausing import day_named, last_day

MONDAY = datetime(2026, 11, 30, 10, tzinfo=LONDON)


@pytest.mark.parametrize(
    ("said", "until"),
    [
        ("im on holiday wk after next so wont answer", date(2026, 12, 20)),
        ("away till 20 dec", date(2026, 12, 20)),
        ("on hols from fri for 2 weeks", date(2026, 12, 18)),
        ("going on holiday for 2 weeks on friday", date(2026, 12, 18)),
        ("on annual leave til monday", date(2026, 12, 7)),
        ("im on holiday next week", date(2026, 12, 13)),
        ("away from 12 to 19 dec", date(2026, 12, 19)),
        ("on holiday", None),
        ("im on my hols so cant reply", None),
    ],
)
def test_away_and_until_when(said: str, until: date | None) -> None:
    assert order_of(said, quiet=False, idle=True) == "away"
    assert last_day(said, MONDAY) == until


@pytest.mark.parametrize(
    "said",
    [
        "my boss wont give me holiday", "no holiday pay", "do i get paid on holiday", "im on holiday but not been paid", "my worker is on holiday til monday",
        "can i go on holiday", "on sick leave", "boss is away", "good thanks im on holiday this week",
    ],
)
def test_nobody_is_away(said: str) -> None:
    assert order_of(said, quiet=False, idle=True) != "away"


@pytest.mark.parametrize(
    ("said", "day"),
    [
        ("busy rn ask me tmrw", date(2026, 12, 1)),
        ("yes but not today", date(2026, 12, 1)),
        ("im fine now f off", date(2026, 12, 1)),
        ("if f off im fine", date(2026, 12, 1)),
        ("ask me later", date(2026, 12, 1)),
        ("not now mate ask me on friday", date(2026, 12, 4)),
    ],
)
def test_asked_again_another_day(said: str, day: date) -> None:
    assert order_of(said, quiet=False, idle=True) == "not_now"
    assert order_of(said, quiet=False) is None
    assert day_named(said, MONDAY) == day


@pytest.mark.parametrize(
    "said", ["yes but not paid today", "not been paid today", "not good today", "f off", "fuck off stop texting me", "im fine", "not now or ever leave me alone"]
)
def test_no_wish_to_be_asked_again(said: str) -> None:
    assert order_of(said, quiet=False, idle=True) != "not_now"


@pytest.mark.parametrize(
    "said",
    [
        "yes 07700900123 is new, old was 07700900456", "ive got a new number this is my old one", "this is my old phone ive got a new one",
        "07700900123 is my new number, this is the old one",
    ],
)
def test_a_new_number(said: str) -> None:
    assert new_number(said) == "My number has changed"


@pytest.mark.parametrize(
    "said", ["my boss has a new number 07700900123", "is 07700900123 your new number", "my old job was better", "i need a new phone my old one is broke"]
)
def test_no_new_number(said: str) -> None:
    assert new_number(said) is None
