"""A bare number typed while booking chooses how to meet, also while a check-in waits in the same chat."""

from tests.conversations.test_checkins import asked_in_a_chat, heard, run
from tests.running import Chat, Running

FORMATS = "SELECT format FROM booking_talks WHERE conversation_id = %s"


def test_a_number_chooses_how_to_meet_and_is_no_answer_to_a_check_in(handrail: Running) -> None:
    phone = "+447700900638"
    with asked_in_a_chat(handrail, phone) as chat:
        for number, format in enumerate(["in_person", "phone", "video"], 1):
            book(chat)
            beyond = heard(chat, "7")
            assert "I did not quite get that" in beyond
            assert "How would you like to meet?" in beyond
            assert "When suits you?" in heard(chat, str(number))
            assert run(handrail, FORMATS, chat.id) == [(format,)]
            assert "nothing is booked" in heard(chat, "forget it")
    assert run(handrail, "SELECT state FROM checkins WHERE step = 'day_1' AND conversation_id = %s", chat.id) == [("sent",)]


def book(chat: Chat) -> None:
    assert "How would you like to meet?" in heard(chat, "i need to book an appointment")
