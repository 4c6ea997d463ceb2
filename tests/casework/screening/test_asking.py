"""What is asked: as little as can still change an outcome."""

from itertools import product
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from casework.programmes.loading import Programme
from casework.programmes.rules import outcome
from casework.screening.asking import can_change, had_enough, next_question
from tests.casework.programmes.cast import CASES, EVERY, KINDS, PACKS

SMALL = PACKS["job-guarantee"]
VALUES = {"age": [10, 20, 30, 68, None], "claim_months": [3, 15, 30, None]}
TOLD = st.fixed_dictionaries(
    {}, optional={fact: st.sampled_from(VALUES.get(fact, ["yes", "no"])) for fact in SMALL.pack.facts}
)


def asked_of(packs: list[Programme], answers: dict[str, Any]) -> list[str]:
    """The ids asked, one after the other, of somebody who would answer so."""
    told: dict[str, Any] = {}
    asked: list[str] = []
    while question := next_question(packs, told, asked):
        asked.append(question.id)
        answer = answers.get(question.fact)
        told[question.fact] = "not_sure" if answer is None else answer
        told |= {name: answers[name] for name in question.also if name in answers}
    return asked


@settings(max_examples=40, deadline=None)
@given(TOLD, st.sampled_from(SMALL.pack.facts))
def test_a_question_can_change_an_outcome_exactly_when_some_answers_do(told: dict[str, Any], fact: str) -> None:
    others = [one for one in SMALL.pack.facts if one not in told and one != fact]
    ways = [dict(zip(others, way, strict=True)) for way in product(*(values(one) for one in others))]
    kinds = [{outcome(SMALL, {**told, **way, fact: value}).kind for value in values(fact)} for way in ways]
    told.pop(fact, None)
    assert can_change(SMALL, fact, told, {*others, fact}) == any(len(one) > 1 for one in kinds)


def values(fact: str) -> list[Any]:
    return VALUES.get(fact, ["yes", "no", None])


def test_every_worked_case_ends_with_the_same_outcome_as_all_its_facts() -> None:
    for case in CASES:
        asked = asked_of(EVERY, case["facts"])
        known = {fact for programme in EVERY for one in programme.questions if one.question.id in asked
                 for fact in (one.question.fact, *one.question.also)}  # fmt: skip
        told = {fact: value for fact, value in case["facts"].items() if fact in known}
        assert {one.id: outcome(one, told).kind for one in EVERY} == case["expected"], case["id"]


def test_a_plain_no_to_the_area_ends_it() -> None:
    assert asked_of(EVERY, {"lives_in_area": "no"}) == ["q_area"]


def test_questions_that_hang_on_another_wait_for_it() -> None:
    out_of_work = {"lives_in_area": "yes", "in_work": "no", "age": 30, "lone_parent": "no"}
    assert not {"q_risk", "q_child", "q_never6"} & set(asked_of(EVERY, out_of_work))
    assert "q_risk" in asked_of(EVERY, {"lives_in_area": "yes", "in_work": "yes", "age": 30})


def test_under_16_ends_it() -> None:
    assert asked_of(EVERY, {"lives_in_area": "yes", "in_work": "no", "age": 15})[-1] == "q_age"


def test_three_refusals_in_a_row_spare_the_sensitive_questions() -> None:
    refused = dict.fromkeys(KINDS, "prefer_not")
    asked = asked_of(EVERY, refused)
    assert had_enough(EVERY, refused, asked)
    bank = {one.question.id: one.question for programme in EVERY for one in programme.questions}
    assert not any(bank[question].sensitive for question in asked)
    assert len(asked) > 3


def test_nothing_sensitive_where_others_may_read() -> None:
    told: dict[str, Any] = {}
    asked: list[str] = []
    while question := next_question(EVERY, told, asked, discreet=True):
        assert not question.sensitive
        asked.append(question.id)
        told[question.fact] = "not_sure"
    assert asked
