"""The day is all one and the hours are not; and who of the house answers for the one we write to."""

import pytest

from casework import claimants
from casework.council import council


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        ("doesnt matter which day but after 5", {"from": "17:00"}),
        ("dont mind what day but after 6pm", {"from": "18:00"}),
        ("any day but after 5", {"from": "17:00"}),
        ("any day as long as its between 10 and 2", {"from": "10:00", "until": "14:00"}),
        ("any day but not after 5", {"until": "17:00"}),
        ("any time but after 5", {"until": "17:00"}),
        ("any day but sunday", {"days": ["mon", "tue", "wed", "thu", "fri", "sat"]}),
    ],
)
def test_hours_on_whichever_day(said: str, kept: dict[str, object]) -> None:
    assert claimants.settle(said, None, council().texting).contact == kept


@pytest.mark.parametrize("said", ["This isn't Sam, I'm his gran", "not darren im his brother", "its daves mum here", "this isnt his phone im her daughter", "not sam sorry its his nan"])
def test_another_of_the_house_answers(said: str) -> None:
    assert claimants.is_shared(said)


@pytest.mark.parametrize("said", ["im his mum", "im her carer and need help", "this isnt right im her daughter", "im not well im his carer", "its my mum here to help", "not sure im his type"])
def test_who_is_somebodys_is_themselves(said: str) -> None:
    assert not claimants.says_shared(said)
