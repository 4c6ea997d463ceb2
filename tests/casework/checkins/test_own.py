"""What a worker's own question may hold: one plain text that anybody may see."""

import pytest

from casework.checkins import own

GOOD = [
    "Did the new boots fit?",
    "Will you start on Monday?",
    "Have you left the old flat?",
    "Do you need help with the bus?",
    "Did you get more shifts?",
    "Ydy'r gwaith yn iawn?",
    "Is the painting nearly done?",
    "Did you call them about the rota?",
    "All good?",
    "Boots?",
    "Was the training a treat?",
    "Have you met the nurse in charge?",
    "Did they give you a tablet for work?",
]


@pytest.mark.parametrize("said", GOOD)
def test_a_question_about_work_goes(said: str) -> None:
    assert own.fault_in(said) is None


@pytest.mark.parametrize(
    ("said", "fault"),
    [
        ("", "one question"),
        ("How is it? And the bus?", "one question"),
        ("?", "in words"),
        ("1 2 3?", "in words"),
        ("STOP?", "STOP"),
        ("stop?", "STOP"),
        ("Reply STOP to end?", "STOP"),
        ("Just reply stop if you are fed up, ok?", "STOP"),
        ("Can you text us HELP?", "HELP"),
        ("How is the depression?", "leave out depression"),
        ("Are the migraines better?", "leave out migraines"),
        ("Did the operation go well?", "leave out operation"),
        ("How is your stress?", "leave out stress"),
        ("Do the tablets help?", "leave out tablets"),
        ("Sut mae'r iselder?", "leave out iselder"),
        ("Did he hit you?", "leave out hit"),
        ("Are you still depressed?", "leave out depressed"),
        ("Are the drugs gone?", "leave out drugs"),
        ("Has your husband calmed down?", "leave out husband"),
        ("Is the food bank any good?", "leave out food bank"),
        ("Did the PIP come through?", "leave out pip"),
        ("How is Working Well going?", "leave out Working Well"),
        ("How is the debt?", "leave out debt"),
        ("Sut mae'r tŷ a'r ŵyn?", "write y for ŷ, w for ŵ"),
        ("How is the team 😀?", "leave out 😀"),
        ("Is it " + "very " * 30 + "good?", "and 101 fit"),
    ],
)
def test_what_must_not_go_is_refused_with_what_to_do(said: str, fault: str) -> None:
    assert fault in (own.fault_in(said) or "")


def test_the_longest_that_is_told_of_fits() -> None:
    assert own.fault_in("a" * (own.room() - 1) + "?") is None
    assert own.fault_in("a" * own.room() + "?")
