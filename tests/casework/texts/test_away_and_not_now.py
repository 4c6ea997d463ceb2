"""Somebody is away, would rather be asked another day, or has another number; and what only sounds like it."""

from datetime import date, datetime

import pytest

from casework.base.clock import LONDON
from casework.texts import order_of
from casework.texts.control import new_number
from casework.texts.pausing import day_named, ends_on, last_day

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


@pytest.mark.parametrize(
    ("said", "until"),
    [
        ("no im ok. going on hols 12 to 20 dec dont text then", date(2026, 12, 20)),
        ("no, the texts, stop them from 12th to the 20th", date(2026, 12, 20)),
        ("pls dont text me between 12 dec and 3 january", date(2027, 1, 3)),
        ("no texts 12 - 20 dec thanks", date(2026, 12, 20)),
    ],
)
def test_a_pause_between_two_days(said: str, until: date) -> None:
    assert order_of(said, quiet=False) == "pause_until"
    assert last_day(said, MONDAY) == ends_on(said, MONDAY) == until


@pytest.mark.parametrize(
    "said", ["dont text me between 12 and 3", "dont text me from 9 to 5", "stop texting me its been 12 days since the 20th", "i was on hols 12 to 20 dec and not paid", "stop from tomorrow"]
)
def test_no_days_between(said: str) -> None:
    assert order_of(said, quiet=False) != "pause_until"


@pytest.mark.parametrize("said", ["stop texting me", "stop from tomorrow", "stop for good till the day i die", "stop it for gods sake this week"])
def test_a_stop_without_an_end(said: str) -> None:
    assert ends_on(said, MONDAY) is None
