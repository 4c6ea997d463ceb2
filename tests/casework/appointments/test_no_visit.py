"""Nobody is to come to their home after all."""

import pytest

from casework.appointments.words.meeting_ways import wants_no_visit, without_no_visit


@pytest.mark.parametrize("text", ["actually i dont want anyone in my house", "no home visit thanks", "id rather not have people in my home", "i don't want strangers coming to my house", "i dont want a home visit"])
def test_nobody_is_to_come(text: str) -> None:
    assert wants_no_visit(text)


@pytest.mark.parametrize("text", ["can u not come to my house, meet at the hub", "please dont come to my home", "id rather you didnt visit my flat"])
def test_a_visit_that_is_refused(text: str) -> None:
    assert wants_no_visit(text)
    assert "my" not in without_no_visit(text)


@pytest.mark.parametrize("text", ["can you not come to my house", "why dont you come to my house", "ive never had a visit, come to my house", "can you come to my house, not the hub"])
def test_a_visit_that_is_asked_for(text: str) -> None:
    assert not wants_no_visit(text)


@pytest.mark.parametrize("text", ["can you come to my house", "home visit please", "i dont want to leave my house", "i cant leave the house", "there is nobody at home"])
def test_other_words_of_a_home_are_no_such_thing(text: str) -> None:
    assert not wants_no_visit(text)
