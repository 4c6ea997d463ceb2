"""First words that wish for a meeting by video, or with another service in the same visit."""

import pytest

from casework.appointments.words.beginning import would_book
from casework.appointments.words.first_wish import begins_by_sort, begins_by_video
from casework.council import council

AREA = council().area("northbridge")


@pytest.mark.parametrize(
    "text",
    [
        "i want a video call with someone",
        "Can I have a video meeting with an interpreter in Polish? I use a wheelchair",
        "could we do a zoom call please",
        "id like a video appointment with a worker",
        "need to book a teams meeting",
        "can i see someone over video",
        "i would like to speak to somebody by video",
        "book me a video chat next tuesday",
    ],
)
def test_by_video(text: str) -> None:
    assert begins_by_video(text)
    assert begins_by_sort(text, AREA)


@pytest.mark.parametrize(
    "text",
    [
        "do you do video calls",
        "is it a video call",
        "i dont want a video call",
        "i have a video interview tomorrow and i need help",
        "i need a laptop for video calls",
        "i want to make video calls to my kids",
        "i want to learn how to use zoom calls",
        "i want to make videos for work",
    ],
)
def test_no_wish_for_video(text: str) -> None:
    assert not begins_by_video(text)


@pytest.mark.parametrize(
    "text",
    [
        "I want to see a key worker and the housing people in the same visit",
        "can i see my worker and money advice on the same day",
        "book me a meeting and the debt people in one go",
        "could i see you and the housing team in one trip",
        "need my coach and housing options same visit please",
        "id like an appointment and to see about my rent in one visit",
    ],
)
def test_with_services(text: str) -> None:
    assert begins_by_sort(text, AREA)


@pytest.mark.parametrize(
    "text",
    [
        "i need help with housing",
        "my rent and my bills came on the same day",
        "i need to see housing",
        "the housing people came the same day",
    ],
)
def test_no_meeting_with_services(text: str) -> None:
    assert not begins_by_sort(text, AREA)


@pytest.mark.parametrize("text", ["want to see my own worker", "can i see my own key worker", "i need to see my usual worker pls", "id like to meet my own coach"])
def test_their_own_worker(text: str) -> None:
    assert would_book(text)


@pytest.mark.parametrize("text", ["i want to see my own data", "i want my own place", "can i see what you hold", "my own worker left"])
def test_their_own_of_something_else(text: str) -> None:
    assert not would_book(text)


@pytest.mark.parametrize(
    "said",
    [
        "I was made redundant last week. Could I book a meeting for Thursday morning please?",
        "I was made redundant from Wilko. I would like to speak to a key worker. Could I book something for Thursday morning please?",
        "I have been out of work for two years and feel stuck. Can I get an appointment next week?",
    ],
)
def test_one_sentence_asks_and_the_others_only_tell(said: str) -> None:
    assert begins_by_sort(said, council().areas[0])


@pytest.mark.parametrize(
    "said",
    [
        "My landlord wants me out. Can I book a meeting?", "I got a job at Tesco. Can I book a meeting?", "What help is there? Can I book a meeting",
        "I need a food bank. Can I book a meeting?", "Can I book a meeting? how do i get there", "My meeting is on Monday. Can I book a meeting for my brother?",
        "I was made redundant last week. What can I do?",
    ],
)
def test_where_more_is_asked_or_work_is_told_it_is_no_such_wish(said: str) -> None:
    assert not begins_by_sort(said, council().areas[0])
