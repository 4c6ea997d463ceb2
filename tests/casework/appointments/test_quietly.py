"""How they must not be reached, said with the wish to meet; and a word that only looks like it."""

import pytest

from casework.appointments.words.beginning import would_book_quietly
from casework.appointments.words.meeting_ways import format_of, ruled_out
from casework.appointments.words.needing import tells_worker
from casework.appointments.words.particulars import address_in
from casework.appointments.words.quietly import keeps_quiet


@pytest.mark.parametrize("text", [
    "I need to meet someone but my ex cant know, dont text me", "dont ring me at home, book me a meeting", "book me an appointment but dont email me",
    "i want to see someone but he cant find out", "can i get a meeting pls dont call me on my mobile", "need to meet my worker but dont let my husband know",
    "want an appointment, no one can know", "book me a meeting no texts please",
])
def test_a_meeting_begins_and_the_way_is_for_the_worker(text: str) -> None:
    assert would_book_quietly(text)
    assert tells_worker(text)
    assert format_of(text) != "phone"


@pytest.mark.parametrize("text", [
    "dont text me", "my ex cant know", "i have a meeting, dont text me", "cancel my meeting and dont text me", "my ex is at my door dont text me",
    "dont call me i will call you about the job", "book me a meeting", "i have no phone, book me a meeting",
])
def test_nothing_of_the_kind(text: str) -> None:
    assert not would_book_quietly(text)


@pytest.mark.parametrize("text", ["no phone", "no phone but ola@example.org", "i dont have a phone at the moment", "no", "i dont know"])
def test_having_no_phone_is_another_matter(text: str) -> None:
    assert not keeps_quiet(text)


@pytest.mark.parametrize("text", ["dont ring me at home", "please do not call me", "never phone me at work"])
def test_who_is_not_to_be_rung_meets_in_another_way(text: str) -> None:
    assert ruled_out(text) == "phone"


@pytest.mark.parametrize("text", ["12 Mill Road NB1 2AB", "flat 3, 14 High street", "Rose Cottage, Church Lane", "SW1A 1AA", "its 7 oak close", "45a station rd"])
def test_an_address(text: str) -> None:
    assert address_in(text)


@pytest.mark.parametrize("text", ["tuesday at 2", "by phone", "no", "12", "on the 4th at 3pm", "why do you need it", "2 weeks"])
def test_no_address(text: str) -> None:
    assert address_in(text) is None
