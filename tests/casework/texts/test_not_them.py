"""Somebody else has the number of whom we write to; and who has it still."""

import pytest

from casework.texts.control import is_not_them


@pytest.mark.parametrize(
    "said",
    [
        "this isnt Sharon", "sharon doesnt have this number anymore", "who is sharon? new phone", "Who's Sharon?", "im not sharon", "not sharon sorry", "This is not Sharon's number",
        "i dont know any sharon", "no sharon here", "there is no one called sharon", "this used to be sharons number", "new phone who is sharon", "sharon has changed her number",
        "Not Sharon. Had this number since 2019", "not sharon, ive had this number 3 years", "this isnt sharon mate, had this phone for ages",
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
        "this isnt sharon, im her gran", "not sharon had enough of work", "not sharon any more its shaz", "not sure had this number since 2019",
    ],
)
def test_it_is_still_theirs(said: str) -> None:
    assert not is_not_them(said, ["Sharon"])


def test_whose_name_we_do_not_know_has_none_taken_away() -> None:
    assert not is_not_them("this isnt sharon", [])


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("May", "i dont know may be next week"),
        ("Will", "i will not have that"),
        ("Hope", "there is no hope here"),
        ("June", "not june please"),
        ("Sarah", "hi its sarah changed number"),
        ("Sarah", "this is sarah just got a new number"),
        ("Sarah", "sarah has lost her sim"),
        ("Sarah", "sarah isnt here"),
        ("Tom", "tom isnt on the phone"),
        ("Dave", "im not dave any more"),
        ("Dave", "im not called dave any more"),
        ("Dave", "im no longer dave"),
        ("Dave", "not dave please"),
        ("Sam", "i never met sam before so can i have her"),
        ("Sam", "my sam has a new sim"),
    ],
)
def test_a_name_that_is_a_word_or_their_own_takes_no_number_away(name: str, said: str) -> None:
    assert not is_not_them(said, [name])


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("May", "im not may wrong person"),
        ("Will", "who is will? new phone"),
        ("Will", "will doesnt have this number any more"),
        ("Sarah", "sarah has changed her number"),
        ("Sarah", "sarahs got a new number"),
        ("Sarah", "sarah isnt on this number any more"),
        ("Tom", "tom isnt on this phone now"),
        ("Tom", "tom no longer has the number"),
        ("Dave", "im not dave sorry"),
        ("Dave", "not dave stop texting please"),
        ("Sam", "i dont know anyone called sam"),
    ],
)
def test_a_name_beside_a_number_takes_it_away(name: str, said: str) -> None:
    assert is_not_them(said, [name])
