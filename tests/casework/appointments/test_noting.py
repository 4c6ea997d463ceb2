"""What is for the worker to know, and what they are to know no longer."""

import pytest

from casework.appointments.words.hearing import tells_at_adjustments
from casework.appointments.words.needing import comes_along, lacks_language
from casework.appointments.words.noting import is_for_worker, taken_back, without


@pytest.mark.parametrize(
    "text",
    ["me no speak good. romanian language", "i speak Polish", "my wife she come also", "can you tell my worker im scared of crowds",
     "i get panic attacks in busy places", "forget what i said about wheelchair", "i hate waiting rooms", "urdu"],
)
def test_an_answer_to_what_would_help(text: str) -> None:
    assert tells_at_adjustments(text)


@pytest.mark.parametrize(
    "text",
    ["can you tell my worker im scared of crowds", "i get panic attacks in busy places", "please let joe know i use a wheelchair",
     "im scared of lifts", "tell her that i need an interpreter", "cant cope with noise"],
)
def test_what_the_worker_is_to_know(text: str) -> None:
    assert is_for_worker(text)


@pytest.mark.parametrize("text", ["tell my worker i found a job", "let me know if one comes free", "im scared", "i hate this", "tell me who my worker is", "my boss scares me", "let me know about wheelchair access", "please tell me is there parking for my wheelchair", "let us know about step free access", "can you tell me if my carer can come", "tell me about the hearing loop"])
def test_other_news_is_no_note(text: str) -> None:
    assert not is_for_worker(text)


@pytest.mark.parametrize(
    ("text", "what"),
    [("forget what i said about wheelchair", "wheelchair"), ("actually ignore the bit about the interpreter", "interpreter"),
     ("i dont need an interpreter any more", "interpreter"), ("i dont want the hearing loop now", "hearing loop"), ("I no longer have a carer now", "carer"),
     ("we dont use crutches any more", "crutches"), ("i dont need step free any more", "step free"), ("forget what i said about stairs", "stairs"),
     ("i dont need the lift any more", "lift"), ("ignore the bit about crowds", "crowds"), ("i dont want an interpreter after all", "interpreter"), ("i dont use a wheelchair now", "wheelchair"), ("please remove the note about the carer", "carer")],
)
def test_what_is_taken_back(text: str, what: str) -> None:
    assert taken_back(text) == what


@pytest.mark.parametrize(
    "text",
    ["I dont use the stairs any more", "I wont use lifts any more", "I do not want crowds any more", "I do not want steps now", "i dont want noise now",
     "i wont use the steps any more", "i dont want to use stairs any more", "i dont have anxiety now", "i do not want busy places any more"],
)
def test_what_will_not_do_any_more_is_no_need_taken_back(text: str) -> None:
    assert taken_back(text) is None


@pytest.mark.parametrize("text", ["forget it", "forget what i said", "forget the meeting", "i need a wheelchair", "i dont need help any more", "cancel my appointment"])
def test_what_takes_nothing_back(text: str) -> None:
    assert taken_back(text) is None


def test_what_stands_beside_it_is_left() -> None:
    assert without("i use a wheelchair and i need the toilet near; polish", "wheelchair") == "i need the toilet near; polish"
    assert without("i use a wheelchair", "wheelchair") == ""
    assert without("carer comes too", "wheelchair") == "carer comes too"


def test_broken_english_needs_an_interpreter() -> None:
    assert lacks_language("me no speak good")
    assert not lacks_language("me no speak good. romanian language")
    assert comes_along("my wife she come also")
    assert not comes_along("my wife she went also")


@pytest.mark.parametrize(
    ("text", "what"),
    [("cancel the sister bit she cant come, can it be 3.30 same day", "sister"), ("cancel my meeting", None), ("cancel the whole thing", None), ("cancel the friday one", None)],
)
def test_a_part_is_taken_back_and_not_the_meeting(text: str, what: str | None) -> None:
    assert taken_back(text) == what
