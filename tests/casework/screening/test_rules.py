"""Connect to Work against the 50 worked cases of the specification, and the promise that silence never hurts."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casework.screening.packs import programmes
from casework.screening.rules import next_question, outcome

CASES: list[dict[str, Any]] = [
    json.loads(line) for line in (Path(__file__).parent / "personas.jsonl").read_text("utf-8").splitlines()
]
PACK = programmes().packs["connect-to-work"]
BANK = programmes().questions
YES_NO = st.sampled_from(["yes", "no", "not_sure", "prefer_not_to_say"])
ANSWERS = st.fixed_dictionaries(
    {}, optional={q.fact: YES_NO if q.kind == "yes_no" else st.integers(0, 99) for q in BANK}
)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["id"])
def test_a_worked_case(case: dict[str, Any]) -> None:
    assert outcome(PACK, case["facts"]).kind == case["expected"]["connect-to-work"]


@given(ANSWERS, st.sampled_from([q.fact for q in BANK]))
def test_hiding_an_answer_may_only_lead_to_possible(answers: dict[str, Any], hidden: str) -> None:
    told = outcome(PACK, answers).kind
    kept = {fact: value for fact, value in answers.items() if fact != hidden}
    assert outcome(PACK, kept).kind in (told, "possible")


@given(ANSWERS)
def test_a_question_that_is_not_asked_could_not_have_mattered(answers: dict[str, Any]) -> None:
    if next_question([PACK], BANK, answers) is None and outcome(PACK, answers).kind != "possible":
        for fact in {q.fact for q in BANK} - set(answers):
            for value in ("yes", "no"):
                assert outcome(PACK, answers | {fact: value}).kind == outcome(PACK, answers).kind


def asked_of(answers: dict[str, Any]) -> list[str]:
    """The ids asked, one after the other, of somebody who would answer so."""
    told: dict[str, Any] = {}
    ids = []
    while question := next_question([PACK], BANK, told):
        ids.append(question.id)
        told[question.fact] = answers.get(question.fact, "not_sure")
    return ids


def test_out_of_work_is_not_asked_about_losing_a_job() -> None:
    assert "q_risk" not in asked_of({"lives_in_area": "yes", "in_work": "no", "age": 30})


def test_a_plain_no_ends_it() -> None:
    assert asked_of({"lives_in_area": "no"}) == ["q_area"]


def test_under_16_ends_it() -> None:
    assert asked_of({"lives_in_area": "yes", "in_work": "no", "age": 15})[-1] == "q_age"


def test_three_refusals_spare_the_sensitive_questions() -> None:
    refused = dict.fromkeys(("lives_in_area", "in_work", "job_at_risk"), "prefer_not_to_say")
    assert next_question([PACK], BANK, refused | {"age": "prefer_not_to_say"}).id == "q_other"  # type: ignore[union-attr]


def test_reasons_name_only_what_mattered() -> None:
    told = {"lives_in_area": "yes", "in_work": "no", "age": 30, "ctw_group": "no"}
    assert outcome(PACK, told).reasons == ("It is for people who have something on the list.",)
