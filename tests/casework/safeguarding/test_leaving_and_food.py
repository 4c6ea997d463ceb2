"""Who thinks of leaving a job is in no danger for that, who might end it is asked; and who has nothing in for their children."""

import pytest

from casework.safeguarding import read

LEAVING = [
    "thinking of jacking it in",
    "im thinking about jacking it in",
    "thinking of packing it in",
    "thinking of jacking the job in",
    "thinking of packing it all in at work",
    "hate this place, thinking of jacking it in",
    "thinking of chucking the job in",
    "thinking of jacking in the job",
    "got offered the job but thinking about it",
    "they offered me a job still thinking about it",
    "been offered a job, thinking about it",
    "might end the job",
    "thinking about leaving the place",
    "thinking of quitting this job soon",
    "thinking about leaving my job and going back to college",
    "thinking of leaving my job cos of my boss",
    "thinking of ending my shift early",
    "thinking of quitting the job for a better one",
]
DANGER = [
    "might just end it",
    "i might just end it all",
    "could just end it",
    "may as well end it",
    "thinking of ending it",
    "thinking of packing it all in",
    "thinking of jacking it in, i want to die",
    "thinking of jacking it in. cant go on",
    "thinking of jacking in life",
    "thinking of jacking it in and ending it",
    "thinking of jacking it in n just disappearing",
    "thinking of jacking it in and topping myself",
    "jacking it all in, no point being here",
    "offered me a place thinking about it and i want to die",
    "lost the job thinking about it tonight",
    "there is nothing for us",
    "there is nothing for us now",
    "theres nothing for me",
    "there is nothing left for me",
    "there is nothing here for us anymore",
    "thinking about ending the job and everything",
    "thinking about leaving the place and never being found",
    "might just quit the job and everything",
    "thinking of leaving work and it all",
]


@pytest.mark.parametrize("words", LEAVING)
def test_a_wish_to_leave_work_is_no_danger(words: str) -> None:
    assert read(words) is None


@pytest.mark.parametrize("words", DANGER)
def test_what_may_be_the_end_of_more_is(words: str) -> None:
    found = read(words)
    assert found
    assert found.priority in ("P0", "P1")


@pytest.mark.parametrize("words", ["might end it here", "they could end it", "should i end it with him", "i might end my contract", "they might end it early"])
def test_the_end_of_something_else_is_none(words: str) -> None:
    assert read(words) is None


@pytest.mark.parametrize("words", ["nothing in for the kids til friday", "nowt in for the bairns", "nothing in for my kids tonight", "havent got anything in for the kids"])
def test_nothing_in_for_children_is_food(words: str) -> None:
    found = read(words)
    assert found
    assert (found.class_, found.priority) == ("no_food_heat", "P1")


@pytest.mark.parametrize("words", ["nothing on for the kids til friday", "there is nothing in for the kids to do", "nothing in my diary til friday", "no shifts in til friday"])
def test_nothing_to_do_is_not(words: str) -> None:
    assert read(words) is None


@pytest.mark.parametrize("words", ["my kids have nowt for tea tonight", "kids have nothing for tea tonight", "nothing for the kids dinner tonight"])
def test_a_tea_that_is_missing_is_hunger_and_no_despair(words: str) -> None:
    found = read(words)
    assert found
    assert (found.class_, found.priority, found.also) == ("no_food_heat", "P1", ())


@pytest.mark.parametrize("words", ["theres nothing left for me here", "nothing for me anymore", "nothing left for anyone to miss"])
def test_nothing_left_is_despair(words: str) -> None:
    found = read(words)
    assert found
    assert found.priority == "P1"
    assert found.class_.startswith("suicide")
