"""Every pack against the 50 worked cases, and the promise that silence never hurts."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casework.programmes.rules import explain, screen, screen_line
from tests.casework.programmes.cast import CASES, EVERY, PACKS, PEOPLE


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["id"])
def test_a_worked_case(case: dict[str, Any]) -> None:
    assert screen_line({"facts": case["facts"]}, EVERY)["outcomes"] == case["expected"]


@given(PEOPLE, st.data())
def test_hiding_an_answer_may_only_lead_to_possible(facts: dict[str, Any], data: st.DataObject) -> None:
    told = screen(facts, EVERY)
    hidden = data.draw(st.sampled_from(sorted(facts) or ["age"]))
    for kept in ({**facts, hidden: None}, {name: value for name, value in facts.items() if name != hidden}):
        for pack, outcome in screen(kept, EVERY).items():
            assert outcome.kind in (told[pack].kind, "possible")


def test_silence_is_possible_everywhere() -> None:
    assert {outcome.kind for outcome in screen({}, EVERY).values()} == {"possible"}


def case(number: int) -> dict[str, Any]:
    facts: dict[str, Any] = CASES[number - 1]["facts"]
    return facts


@pytest.mark.parametrize(
    ("number", "pack", "reasons"),
    [
        (40, "better-placed", ("You told us you live outside the area.",)),
        (5, "realising-talent", ("We do not know yet if the benefit cap cuts your money.",)),
        (38, "connect-to-work", ("You are over 65, so a person needs to check.",)),
        (16, "job-guarantee", ("You told us you have had your benefit for less than 12 months.",)),
    ],
)
def test_reasons_are_the_answers_that_mattered(number: int, pack: str, reasons: tuple[str, ...]) -> None:
    assert screen(case(number), EVERY)[pack].reasons[-1:] == reasons[-1:]
    assert len(screen(case(number), EVERY)[pack].reasons) <= 2


def test_a_closer_reason_stands_for_a_wider_one() -> None:
    reasons = screen(case(1), EVERY)["connect-to-work"].reasons
    assert "You are 18 or over." in reasons
    assert "You are 16 or over." not in reasons


def test_the_rules_can_be_read() -> None:
    lines = explain(PACKS["realising-talent"])
    assert lines[0] == "You live in the area."
    assert "    Your youngest child is 3 or over." in lines
