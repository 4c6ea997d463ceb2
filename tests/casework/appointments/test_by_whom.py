"""A woman, or a man, to talk to: a wish to meet in its own right."""

import pytest

from casework.appointments.words.beginning import would_be_met_by, would_be_rung
from casework.appointments.words.having import has_one_already, wants_back


@pytest.mark.parametrize(
    "text", ["i want 2 c a lady abt work not a man", "id rather see a female worker", "Could I see a lady please, I'm uneasy with men", "can i talk to a woman please", "hello, id like to see a woman adviser if poss about getting back to work", "can i have a female worker please for help with my cv", "could i speak to a lady please about my cv", "I'd like to see a woman please, about work. I don't feel safe with men", "need a lady worker pls, not comfortable around men"]
)
def test_a_wish(text: str) -> None:
    assert would_be_met_by(text)


@pytest.mark.parametrize("text", ["could i see a man about a dog", "i'm scared of men", "i want to be a female engineer", "i saw a lady at the door", "a woman shouted at me", "my worker is a woman", "i am a female support worker", "the woman adviser was rude", "I want to see a woman. I don't feel safe at home", "I want to talk to a woman, I dont feel safe with him"])
def test_no_wish(text: str) -> None:
    assert not would_be_met_by(text)


@pytest.mark.parametrize("text", ["can i have fri back", "can i have the thursday slot back", "can i have it back"])
def test_wanted_back(text: str) -> None:
    assert wants_back(text)


@pytest.mark.parametrize("text", ["can i have friday off", "can i have my money back", "can i come back friday"])
def test_not_wanted_back(text: str) -> None:
    assert not wants_back(text)


@pytest.mark.parametrize(("text", "has"), [("no i booked already", True), ("i have already booked one", True), ("i booked a taxi already", False), ("i already booked my holiday", False)])
def test_has_one(text: str, has: bool) -> None:
    assert has_one_already(text) == has


@pytest.mark.parametrize("text", ["ring me tomorrow at 2", "Can someone call me tomorrow morning?", "give us a ring fri morning", "can someone ring me on thursday about 3 pls"])
def test_a_call_on_another_day_is_a_meeting_by_phone(text: str) -> None:
    assert would_be_rung(text)


@pytest.mark.parametrize("text", ["ring me", "call me now", "dont ring me tomorrow", "my boss will ring me tomorrow", "he will call me tomorrow and hit me", "ring me on monday about my debts and my son is ill and i have no food"])
def test_a_call_now_or_of_somebody_else_is_none(text: str) -> None:
    assert not would_be_rung(text)
