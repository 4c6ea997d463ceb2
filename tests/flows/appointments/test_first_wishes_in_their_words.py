"""First messages that people really wrote when they wanted a meeting: whatever stands beside it, a meeting is to be found."""

from pathlib import Path

import pytest

from casework import council
from casework.appointments.words.beginning import would_be_met_by, would_book, would_book_beside
from casework.appointments.words.first_wish import begins_by_sort
from casework.council import Area

DEMONSTRATION = Path(__file__).parents[3] / "council.yml"


@pytest.fixture(scope="module")
def area() -> Area:
    return council.load(DEMONSTRATION).area("northbridge")


def begins(text: str, area: Area) -> bool:
    return would_book_beside(text) or would_be_met_by(text) or begins_by_sort(text, area) or would_book(text, [])


@pytest.mark.parametrize("text", [
    "need to see someone about work asap been out of a job since august", "hello i want meeting with job person my english not good need arabic speaker",
    "appt w key worker pls. cant do mon or tues", "fone call thursday aftrnoon with my worker pls", "12.15 tuesday next week any good? thats my lunch break",
    "been unemployed since march, need an appointment", "hoping to get an appointment, mornings best", "half 3 wednesday free?", "i need a meeting but im deaf",
    "is there any chance of an appointment on friday", "could i see someone, been on uc for 2 years now",
])  # fmt: skip
def test_a_meeting_is_to_be_found(area: Area, text: str) -> None:
    assert begins(text, area)


@pytest.mark.parametrize("text", [
    "is there a job going", "i need a job", "i need an arabic interpreter", "need BSL for my appointment", "i want to see a gp, my english is not good", "out of work since august",
    "is there any chance of a job", "my boss wont let me go to an appointment", "do you see people on fridays", "my son needs an appointment at school, im deaf",
])  # fmt: skip
def test_no_meeting_with_us_is_asked_for(area: Area, text: str) -> None:
    assert not begins(text, area)
