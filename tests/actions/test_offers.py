"""A yes to an offer takes its first answer: the words and the buttons must say the same."""

import re

import pytest

from casework.base.words import responses

PERSON = re.compile(r"Shall (?:I ask (?:a person|one|them)|a person)\b[^?]*\?")
OFFERS = [
    (name, wording["buttons"])
    for name, wordings in responses().items()
    for wording in wordings
    if PERSON.search(wording["text"]) and wording.get("buttons")
]


@pytest.mark.parametrize(("name", "buttons"), OFFERS, ids=[name for name, _ in OFFERS])
def test_the_first_answer_to_the_offer_of_a_person_asks_for_one(name: str, buttons: list[dict[str, str]]) -> None:
    assert "person" in buttons[0]["payload"].lower() or name == "utter_safety_r3_soft"
