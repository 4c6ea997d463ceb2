"""What people say while booking, with the real assistant: first words, questions, ways to meet, for somebody else."""

import re

from tests.conversations.test_checkins import heard, texts
from tests.conversations.test_second_thoughts import is_offered
from tests.running import Running


def test_first_words_that_wish_to_meet_begin_a_booking(handrail: Running) -> None:
    for n, words in enumerate(("need apointment asap", "as soon as poss", "can i see someone on monday"), 5):
        assert "How would you like to meet?" in texts(handrail, f"+4477009004{n:02}", words), words
    assert "who you are" in texts(handrail, "+447700900409", "can i see my key worker on monday")
    is_offered(texts(handrail, "+447700900408", "wanna see sum1 next week f2f"))


def test_questions_and_ways_to_meet_to_the_end(handrail: Running) -> None:
    with handrail.chat() as chat:
        is_offered(heard(chat, "first thing you have free face to face"))
        for words, answer in (
            ("what happens if im not on time", "your time is kept"),
            ("which building", "It is at"),
            ("is there parking", "Our office can tell you"),
            ("do i have to come to the meeting", "it is up to you"),
            ("what if i cant come", "does not close the door"),
        ):
            said = heard(chat, words)
            assert answer in said, words
            is_offered(said)
        is_offered(heard(chat, "can someone ring me instead"))
        assert "by phone" in heard(chat, "1")
        assert "What first name" in heard(chat, "yes")
        assert "It takes about 20 minutes" in heard(chat, "how long is it")
        assert "What number" in heard(chat, "Jo")
        is_offered(heard(chat, "Meet face to face"))
        said = heard(chat, "31 february")
        assert "no such day" in said
        is_offered(said)
        assert "nothing is booked" in heard(chat, "scrap that")


def test_for_somebody_else_no_helpline_is_given(handrail: Running) -> None:
    with handrail.chat() as chat:
        assert "Each person books with us themselves" in heard(chat, "my lad needs an appointment")
        assert "A person on our team knows best" in heard(chat, "he is 22")


def test_another_time_while_a_name_or_a_number_is_asked(handrail: Running) -> None:
    with handrail.chat() as chat:
        for words in ("book a phone appointment", "monday week at 10", "1"):
            heard(chat, words)
        assert "What first name" in heard(chat, "yes")
        assert "A first name is enough" in heard(chat, "why do you need my name")
        is_offered(heard(chat, "in the afternoon please"))
        assert re.search(r"Monday[\w ]* at (midday|[1-5]:?\d*pm)", heard(chat, "1"))
        assert "What first name" in heard(chat, "yes")
        assert "What number" in heard(chat, "Jo")
        for words, answer in (
            ("what is it for", "We need it to ring you"),
            ("why do you need my number", "We need it to ring you"),
            ("where is it", "by phone"),
            ("sorry not friday", "it is not then. It is"),
        ):
            said = heard(chat, words)
            assert answer in said, words
            assert "What number" in said, words
        is_offered(heard(chat, "actually can we make it thursday"))
        assert "Thursday" in heard(chat, "1")
        assert "What number" in heard(chat, "yes")
        assert "Done." in heard(chat, "07700 900123")
        assert "Tell me in a few words" in heard(chat, "yes this one")
        assert "make it easier" in heard(chat, "so what should i bring")


def test_a_way_that_will_not_do_leaves_the_others(handrail: Running) -> None:
    for words in ("no face to face", "I don't want to come in"):
        with handrail.chat() as chat:
            heard(chat, "book a meeting")
            assert "By phone or by video?" in heard(chat, words), words
            assert "When suits you" in heard(chat, "video")


def test_second_thoughts_at_the_time_read_back(handrail: Running) -> None:
    with handrail.chat() as chat:
        for words in ("book a video appointment", "monday week in the morning", "2"):
            heard(chat, words)
        assert "Shall I book it?" in heard(chat, "the one before")
        is_offered(heard(chat, "can it be the afternoon instead"))
        read_back = heard(chat, "1")
        clock = re.search(r"Monday[\w ]* at (midday|[1-5]:?\d*pm)", read_back)
        assert clock, read_back
        is_offered(heard(chat, "same time next week"))
        assert f" at {clock[1]}" in heard(chat, "1")


def test_a_meeting_with_others_begins_no_booking(handrail: Running) -> None:
    for words in (
        "meeting my mate tuesday",
        "my hospital appointment was cancelled",
        "got a job interview on monday",
        "seeing the doctor thursday so cant talk",
    ):
        with handrail.chat() as chat:
            said = heard(chat, words)
            assert "How would you like to meet?" not in said, words
            assert "check it is you" not in said, words


def test_what_they_need_said_first_begins_a_booking_and_is_kept(handrail: Running) -> None:
    for words, asks in (
        ("my english is bad, need interpreter for meeting", "How would you like to meet?"),
        ("im deaf can i book an appointment", "How would you like to meet?"),
        ("can someone come to my house, cant walk", "When may we ring you?"),
    ):
        with handrail.chat() as chat:
            said = heard(chat, words)
            assert "Whoever meets you will know that" in said, words
            assert asks in said, words
