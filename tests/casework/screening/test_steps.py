"""A screening from its first question to its outcome, changed, checked and tried another way; no database."""

from uuid import uuid4

import pytest

from casework.programmes import programmes
from casework.screening import (
    Screening,
    Step,
    answer,
    apart,
    check,
    choose_change,
    choose_trial,
    finish,
    go_on,
    has_many_things,
    hears,
    is_tired,
    keep_from_worker,
    lines,
    offer_change,
    offer_trial,
    open_question,
    outcomes,
    tells_nothing,
    to_bring,
    try_answer,
)

OUTSIDE = ["no"]
AT_RISK = ["yes", "yes", "no"]


def begun(*packs: str) -> Screening:
    screening = Screening(area="northbridge", packs=list(packs or programmes()), answers={}, private=[], misses=0)
    screening.step, screening.changed = Step.ASKING, []
    assert go_on(screening)
    return screening


def told(screening: Screening, *texts: str) -> Screening:
    for text in texts:
        assert answer(screening, text), text
        go_on(screening)
    return screening


def asked(screening: Screening) -> str:
    question = open_question(screening)
    return question.id if question else screening.step


def test_after_the_last_question_the_answers_are_checked() -> None:
    screening = told(begun("connect-to-work"), *OUTSIDE)
    assert asked(screening) == Step.CHECKING
    assert [(line.label, line.said) for line in lines(screening)] == [("Live in Northbridge", "No")]
    check(screening, "yes thats right")
    assert not go_on(screening)
    assert finish(screening)["connect-to-work"].kind == "unlikely"
    assert screening.results == {
        "connect-to-work": {"kind": "unlikely", "version": programmes()["connect-to-work"].version}
    }


@pytest.mark.parametrize(
    ("words", "then"),
    [
        ("no", Step.CHANGING),
        ("Change an answer", Step.CHECKING),
        ("where i live is wrong", "q_area"),
        ("1", Step.CHECKING),
        ("Live in Northbridge", "q_area"),
        ("bananas", Step.CHECKING),
        ("skip", Step.DONE),
        ("not sure", Step.DONE),
    ],
)
def test_what_is_said_to_the_summary(words: str, then: str) -> None:
    screening = told(begun("connect-to-work"), *OUTSIDE)
    check(screening, words)
    go_on(screening)
    assert asked(screening) == then


def test_a_number_given_with_its_name_changes_the_answer_at_once() -> None:
    screening = told(begun(), "yes", "no", "25")
    offer_change(screening)
    assert choose_change(screening, "change my age to 24 please")
    assert screening.answers["q_age"] == 24
    assert screening.step == Step.ASKING


def test_what_hung_on_a_changed_answer_is_asked_again() -> None:
    screening = told(begun("connect-to-work"), *AT_RISK)
    offer_change(screening)
    choose_change(screening, "Paid job now")
    told(screening, "no")
    assert asked(screening) == "q_age"


def test_nobody_is_held_at_the_summary() -> None:
    screening = told(begun("connect-to-work"), *OUTSIDE)
    for words in ("bananas", "apples", "pears"):
        assert screening.step == Step.CHECKING
        check(screening, words)
    assert screening.step == Step.DONE


@pytest.mark.parametrize("words", ["no", "Yes, that is right", "none of those"])
def test_a_change_can_be_left(words: str) -> None:
    screening = told(begun("connect-to-work"), "yes", "no")
    offer_change(screening)
    for _ in range(3):
        choose_change(screening, words)
    go_on(screening)
    assert asked(screening) == "q_age"


def test_another_answer_is_tried_and_nothing_is_changed() -> None:
    screening = told(begun("connect-to-work"), *AT_RISK)
    check(screening, "yes")
    before = dict(screening.answers)
    assert finish(screening)["connect-to-work"].kind == "unlikely"
    assert offer_trial(screening)
    assert choose_trial(screening, "Worried about losing the job")
    assert try_answer(screening, "banana") is None
    differs = try_answer(screening, "yes")
    assert differs is not None
    assert [(now.kind, then.kind) for now, then in differs.values()] == [("unlikely", "possible")]
    assert (screening.answers, screening.step) == (before, Step.TRIED)


def test_nothing_can_be_tried_before_there_is_an_outcome() -> None:
    assert not offer_trial(told(begun("connect-to-work"), "yes"))


def test_answers_that_cannot_both_be_right_are_named() -> None:
    screening = begun()
    screening.answers = {"q_age": 17, "q_oow": "36-48"}
    assert {one.id for one in apart(screening)} == {"q_age", "q_oow"}
    assert outcomes(screening)["realising-talent"].kind == "possible"


def test_three_refusals_in_a_row_are_enough() -> None:
    screening = told(begun(), "rather not say", "rather not say")
    assert not is_tired(screening)
    told(screening, "rather not say")
    assert is_tired(screening)


def test_not_sure_says_what_to_bring() -> None:
    screening = begun()
    screening.answers = {"q_cap": "not_sure", "q_health": "not_sure", "q_age": "not_sure", "q_claim": "prefer_not"}
    assert len(to_bring(screening)) == 2
    assert all("letter" in line for line in to_bring(screening))


@pytest.mark.parametrize(("stored", "many"), [(0, False), (1, False), (2, True), ("2+", True), ("not_sure", False)])
def test_two_things_in_the_way_are_many(stored: str | int, many: bool) -> None:
    screening = begun()
    screening.answers = {"q_markers": stored}
    assert has_many_things(screening) is many


def test_a_private_answer_is_marked_and_an_unknown_one_too() -> None:
    screening = told(begun("connect-to-work"), "yes", "no", "34")
    keep_from_worker(screening)
    told(screening, "yes", "not sure")
    marks = {line.id: (line.private, line.known) for line in lines(screening)}
    assert marks["q_ctw"] == (True, True)
    assert marks["q_other"] == (False, False)


def test_the_trail_of_a_kept_answer() -> None:
    screening = told(begun("connect-to-work"), "yes", "no", "25")
    offer_change(screening)
    choose_change(screening, "Age")
    assert screening.changed == []
    told(screening, "24")
    screening.claimant_id = uuid4()
    choose_change(screening, "Age")
    assert [(one["question"], one["was"]) for one in screening.changed] == [("q_age", 24)]


@pytest.mark.parametrize(
    ("answers", "nothing"),
    [({"q_age": "not_sure", "q_work": "prefer_not"}, True), ({"q_age": "not_sure", "q_work": "no"}, False)],
)
def test_who_tells_nothing(answers: dict[str, str], nothing: bool) -> None:
    screening = begun()
    screening.answers = answers
    assert tells_nothing(screening) is nothing


@pytest.mark.parametrize(
    ("words", "plain"), [("24", True), ("my age is 24", True), ("dunno", False), ("pass", False), ("bananas", None)]
)
def test_a_plain_answer_is_told_from_an_unknown_one(words: str, plain: bool | None) -> None:
    question = open_question(told(begun(), "yes", "no"))
    assert question
    assert hears(question, words) is plain


def test_a_pack_that_is_no_more_is_left_out() -> None:
    screening = begun("connect-to-work")
    screening.packs = ["connect-to-work", "long-gone"]
    assert set(outcomes(screening)) == {"connect-to-work"}
