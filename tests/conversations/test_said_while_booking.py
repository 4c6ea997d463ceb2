"""What people say while booking, with the real assistant: first words, questions, ways to meet, for somebody else."""

from tests.conversations.test_checkins import heard, texts
from tests.conversations.test_second_thoughts import is_offered
from tests.running import Running


def test_first_words_that_wish_to_meet_begin_a_booking(handrail: Running) -> None:
    for n, words in enumerate(("need apointment asap", "as soon as poss", "can i see my key worker on monday"), 5):
        assert "How would you like to meet?" in texts(handrail, f"+4477009004{n:02}", words), words
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
