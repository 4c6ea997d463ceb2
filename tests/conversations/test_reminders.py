"""A reminder by text, answered with a number, with the real assistant."""

import json

from tests.conversations.test_checkins import run, texts
from tests.running import Running

# What sending does, at whatever hour these tests run.
REMINDED = """
    WITH thread AS (
        UPDATE conversations SET last_n = last_n + 1 WHERE phone = %s RETURNING id, last_n
    )
    INSERT INTO messages (id, conversation_id, n, sender, text, choices, private, language, at)
    SELECT gen_random_uuid(), id, last_n, 'assistant', 'You have a meeting tomorrow.', %s, false, 'en', now() FROM thread
"""
CHOICES = json.dumps(
    [
        {"title": "Keep it", "text": "I will keep my meeting"},
        {"title": "Change", "text": "I want to move my meeting"},
        {"title": "Can't come", "text": "I want to cancel my meeting"},
    ]
)
STATE = "SELECT state FROM appointments JOIN conversations ON conversations.id = conversation_id WHERE phone = %s AND state <> 'let_go'"


def books(handrail: Running, phone: str) -> None:
    """All of it by text."""
    assert "How would you like to meet?" in texts(handrail, phone, "i need to book an appointment")
    assert "When suits you?" in texts(handrail, phone, "2")
    assert "These are free" in texts(handrail, phone, "any day next week")
    assert "by phone: we ring you. Book it?" in texts(handrail, phone, "1")
    assert "What first name" in texts(handrail, phone, "1")
    assert "make it easier" in texts(handrail, phone, "Sam")
    texts(handrail, phone, "no")
    assert run(handrail, STATE, phone) == [("booked",)]
    run(handrail, REMINDED, phone, CHOICES)


def test_one_keeps_the_meeting(handrail: Running) -> None:
    phone = "+447700900641"
    books(handrail, phone)
    assert "stays as it is" in texts(handrail, phone, "1")
    assert run(handrail, STATE, phone) == [("booked",)]


def test_two_changes_it(handrail: Running) -> None:
    phone = "+447700900642"
    books(handrail, phone)
    assert "When suits you?" in texts(handrail, phone, "2")
    assert "These are free" in texts(handrail, phone, "same time the week after next")
    assert "Book it?" in texts(handrail, phone, "1")
    assert "Moved" in texts(handrail, phone, "yes")
    assert run(handrail, STATE, phone) == [("booked",)]


def test_three_calls_it_off_once_they_say_so(handrail: Running) -> None:
    phone = "+447700900643"
    books(handrail, phone)
    assert "Shall I call it off?" in texts(handrail, phone, "3")
    assert run(handrail, STATE, phone) == [("booked",)]
    assert "cancelled" in texts(handrail, phone, "1")
    assert run(handrail, STATE, phone) == [("cancelled",)]
