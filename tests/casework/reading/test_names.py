"""Names as people give them, and what is none."""

import pytest

from casework.reading import read_name


@pytest.mark.parametrize(
    ("said", "name"),
    [("Jo", "Jo"), ("its Amina", "Amina"), ("my name is Mary-Ann O'Neill.", "Mary-Ann O'Neill"), ("Noel", "Noel"),
     ("Okafor", "Okafor"), ("Hope", "Hope"), ("Wai", "Wai"), ("Will", "Will"), ("Stopes", "Stopes"), ("Sorrel", "Sorrel"), ("Can Yilmaz", "Can Yilmaz"),
     ("Ray", "Ray"), ("Moe", "Moe"), ("Hope x", "Hope"), ("My Nguyen", "My Nguyen"), ("Will Theaker", "Will Theaker"), ("May", "May")],
)
def test_a_name_is_read_without_the_words_around_it(said: str, name: str) -> None:
    assert read_name(said) == name


@pytest.mark.parametrize(
    ("said", "name"),
    [("Kev :)", "Kev"), ("its kev ;-)", "kev"), ("Kev 😀", "Kev"), ("kev xx", "kev"), ("Kev x", "Kev"), (":) Kev", "Kev"), ("Amina :D!!", "Amina"),
     ("my name is Mary-Ann O'Neill ❤️", "Mary-Ann O'Neill"), ("Kev lol", "Kev"), ("Malcolm X", "Malcolm X"), ("Maxx", "Maxx"), ("Lola", "Lola")],
)
def test_a_smiley_is_no_part_of_a_name(said: str, name: str) -> None:
    assert read_name(said) == name


@pytest.mark.parametrize("said", [":)", "xx", "no :)", "Kev 07700 900123 :)", "what for :("])
def test_a_smiley_alone_or_beside_no_name_names_nobody(said: str) -> None:
    assert read_name(said) is None


@pytest.mark.parametrize(
    "said",
    ["yes", "No.", "ok", "hang on", "sorry i meant monday", "i dont want to give my name", "why do you need it", "wait a minute",
     "cancel it", "is there parking", "late 15", "im scared", "can my mum come", "whats the postcode", "how long will it take",
     "not sure yet", "will you text me", "nah dont bother", "im deaf", "my dad comes with me", "asap please", "what for", "can i do it later", "07700 900123", "?", "hi", "Hello", "bye bye", "cheers", "a person", "l8r"],
)
def test_what_is_no_name_is_asked_for_again(said: str) -> None:
    assert read_name(said) is None


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ("people call me Mo", "Mo"), ("Mohammed but people call me Mo", "Mo"), ("Mohammed Ali, call me Mo", "Mo"), ("its Mohammed, Mo for short", "Mo"),
        ("Mo to my mates", "Mo"), ("call me Mary Ann", "Mary Ann"), ("My name Olena. Please write easy english", "Olena"),
    ],
)
def test_what_they_go_by_is_the_name(said: str, name: str) -> None:
    assert read_name(said) == name


@pytest.mark.parametrize("said", ["call me back", "please call me later", "call me tomorrow", "my boss calls me at work", "Kev, call me after 5", "just call me"])
def test_a_wish_to_be_rung_is_no_name(said: str) -> None:
    assert read_name(said) is None
