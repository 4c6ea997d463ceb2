"""Somebody asks to be rung, or is late, in their own words; the time they name is the time they get."""

from datetime import datetime

import pytest

from casework.base.clock import LONDON
from casework.council import council
from casework.texts.control import order_of
from casework.texts.orders import wished

EIGHT = datetime(2026, 12, 1, 8, tzinfo=LONDON)


@pytest.mark.parametrize(
    "said",
    [
        "CALL my partner isnt here", "call me my husband is out", "ring me im on my own", "ring while hes asleep", "fone me", "fone me pls",
        "pls call but not before 12", "call me but not before 12pm", "call after 3",
    ],
)
def test_a_call_is_wished_for(said: str) -> None:
    assert order_of(said, quiet=False) == "call"


@pytest.mark.parametrize(
    "said",
    [
        "dont call me", "text me dont call me", "call my partner", "call my mum she is ill", "call centre job not for me",
        "call my boss he isnt paying me", "i phone my partner out of work",
    ],
)
def test_nobody_is_asked_to_ring_them(said: str) -> None:
    assert order_of(said, quiet=False) is None


@pytest.mark.parametrize(
    ("said", "hour"),
    [
        ("pls call but not before 12", 12),
        ("call me but not before 12pm", 12),
        ("call dont ring before 2", 14),
        ("ring me, not til after 3", 15),
        ("call me after 12", 12),
    ],
)
def test_not_before_a_time_is_from_then_on(said: str, hour: int) -> None:
    assert wished(said, council().area("northbridge"), EIGHT) == EIGHT.replace(hour=hour)


def test_who_names_no_time_is_rung_soon() -> None:
    assert wished("call", council().area("northbridge"), EIGHT) is None


@pytest.mark.parametrize("said", ["runing l8", "running l8 sorry", "sorry im running 10 mins late", "late, be there soon"])
def test_who_is_late_is(said: str) -> None:
    assert order_of(said, quiet=False) == "late"


@pytest.mark.parametrize("said", ["Sorry late, been fine at work", "late reply sorry all ok", "sorry late answering", "late but everything is good"])
def test_a_late_answer_is_an_answer(said: str) -> None:
    assert order_of(said, quiet=False) is None
