"""Who has no more the phone that the code went to is not turned away: a reference, and a person, in any case."""

import pytest

from casework.identity.lost import has_lost, has_lost_phone, lacks_code
from tests.flows.conftest import Assistant
from tests.flows.phones import known, waits_for_a_person
from tests.flows.texts.test_new_phone import NEW, acts, hears, newest_code

PHONE = "+447700900462"
LOST = [
    "i havent got the old phone any more",
    "dont have that number now",
    "lost it",
    "my old phone is broken",
    "i cant get into that email",
    "no longer have the sim",
    "the old one was stolen",
    "sold my old phone",
]


@pytest.mark.parametrize("words", LOST)
def test_it_is_understood(words: str) -> None:
    assert has_lost(words)


@pytest.mark.parametrize("words", ["123456", "07700 900462", "i havent got the code", "my new phone is great", "who is my key worker", "no"])
def test_other_words_are_not(words: str) -> None:
    assert not has_lost(words)


NO_CODE = [
    "I haven't got it yet",
    "not got it yet",
    "cant find it",
    "lost it",
    "i dont have one",
    "i havent got the code",
    "didnt get it",
    "nothing has come",
    "the text hasnt arrived yet",
    "havent received anything",
    "i cant see the number",
    "havent got a text yet",
    "no code yet",
    "deleted it sorry",
]


@pytest.mark.parametrize("words", NO_CODE)
def test_where_a_code_is_asked_it_is_the_code(words: str) -> None:
    assert lacks_code(words)
    assert not has_lost_phone(words)


@pytest.mark.parametrize("words", [one for one in LOST if one != "lost it"] + ["ive not got my phone, lost it", "havent got a new phone yet, lost the old one"])
def test_a_phone_that_is_named_is_lost_there_too(words: str) -> None:
    assert has_lost_phone(words)


@pytest.mark.parametrize("words", ["123456", "who is my key worker", "no", "not now", "i cant wait", "can you text me instead", "im not sure", "send a new code"])
def test_nothing_else_is_a_code_that_did_not_come(words: str) -> None:
    assert not lacks_code(words)
    assert not has_lost_phone(words)


@pytest.mark.parametrize("words", NO_CODE[:4])
async def test_the_code_that_comes_later_still_counts(clean: None, assistant: Assistant, words: str) -> None:
    await known("Ada", PHONE)
    await acts("new number")
    await hears("07700 900462")
    code = await newest_code(PHONE)
    assert await hears(words) == (["utter_identity_no_code"], "code")
    assert await waits_for_a_person(NEW) != "lost_number"
    assert (await hears(code))[0] == ["utter_change_contact_this_phone"]


@pytest.mark.parametrize(("words", "step"), [(one, "old") for one in LOST[:4]] + [(LOST[0], "code"), (LOST[1], "code"), (LOST[3], "code")])
async def test_a_person_sorts_it_and_a_reference_is_asked_for(clean: None, assistant: Assistant, words: str, step: str) -> None:
    await known("Ada", PHONE)
    await acts("new number")
    if step == "code":
        await hears("07700 900462")
    said, open_ = await hears(words)
    assert said == ["utter_identity_lost"]
    assert open_ == "reference"
    assert await waits_for_a_person(NEW) == "lost_number"
