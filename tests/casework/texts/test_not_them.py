"""Somebody else has the number of whom we write to; and who has it still."""

import pytest

from casework.texts.control import is_not_them


@pytest.mark.parametrize(
    "said",
    [
        "this isnt Sharon", "sharon doesnt have this number anymore", "who is sharon? new phone", "Who's Sharon?", "im not sharon", "not sharon sorry", "This is not Sharon's number",
        "i dont know any sharon", "no sharon here", "there is no one called sharon", "this used to be sharons number", "new phone who is sharon", "sharon has changed her number",
        "it isnt sharon any more", "this phone doesnt belong to sharon",
    ],
)
def test_it_is_a_wrong_number(said: str) -> None:
    assert is_not_them(said, ["Sharon"])


@pytest.mark.parametrize(
    "said",
    [
        "this is sharon", "its sharon here", "sharon isnt well", "im not well its sharon", "this isnt sharon its her daughter, shes at work", "this is Sharons mum, she isnt in", "who is my worker",
        "im not sure", "this isnt right", "this isnt Dave", "who is dave", "sharon here, i dont have this phone tomorrow", "sharon hasnt got the money this week", "its not fair, sharon", "not paid, sharon",
    ],
)
def test_it_is_still_theirs(said: str) -> None:
    assert not is_not_them(said, ["Sharon"])


def test_whose_name_we_do_not_know_has_none_taken_away() -> None:
    assert not is_not_them("this isnt sharon", [])
