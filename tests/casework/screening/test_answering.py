"""From people's words to what is stored, and on to facts."""

from datetime import datetime

import pytest

from casework.screening.answering import facts_of, hear
from tests.casework.programmes.cast import EVERY

BANK = {one.question.id: one.question for programme in EVERY for one in programme.questions}
NOW = datetime(2026, 11, 24, 10)


@pytest.mark.parametrize(
    ("question", "text", "stored"),
    [
        ("q_work", "I start soon", "starts_soon"),
        ("q_work", "nope, starting monday", "starts_soon"),
        ("q_work", "2", "no"),
        ("q_never6", "no never", "yes"),
        ("q_never6", "Yes", "no"),
        ("q_oow", "yeah", "36-48"),
        ("q_oow", "about 2 years", 24),
        ("q_age", "18 to 21", "18-21"),
        ("q_age", "early 40s", "40-43"),
        ("q_age", "over 50", "50+"),
        ("q_claimlen", "since march", 8),
        ("q_claimlen", "24 months or more", "24+"),
        ("q_markers", "two or three", "2-3"),
        ("q_markers", "none of your business", "prefer_not"),
        ("q_child", "nearly 3", 2),
        ("q_low", "dunno", "not_sure"),
        ("q_age", "my age is 19", 19),
        ("q_age", "my son is 19", None),
        ("q_age", "my brothers 19", None),
        ("q_low", "no se", "not_sure"),
        ("q_low", "9", "not_sure"),
        ("q_low", "0", "prefer_not"),
        ("q_child", "0", 0),
        ("q_child", "9", 9),
        ("q_markers", "0", 0),
        ("q_low", "what is for tea", None),
    ],
)
def test_words_are_heard(question: str, text: str, stored: str | int | None) -> None:
    assert hear(BANK[question], text, NOW).stored == stored


def test_a_hedge_says_which_way_it_leans() -> None:
    heard = hear(BANK["q_risk"], "a bit", NOW)
    assert (heard.stored, heard.leaning) == (None, "yes")


def test_a_plain_count_settles_what_goes_with_it() -> None:
    assert facts_of(EVERY, {"q_markers": 0}) == {"markers_yes": 0, "markers_unknown": 0, "markers_skipped": False}
    assert facts_of(EVERY, {"q_markers": "not_sure"}) == {"markers_yes": "not_sure"}


def test_answers_that_cannot_both_be_right_are_not_known() -> None:
    facts = facts_of(EVERY, {"q_age": "16-17", "q_oow": "36-48", "q_work": "no"})
    assert facts == {"age": None, "oow_months_last_48": None, "in_work": "no"}
