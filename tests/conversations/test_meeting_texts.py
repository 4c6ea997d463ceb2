"""Meetings by text with the real assistant: late on the wrong day, and times too far ahead."""

from tests.conversations.test_checkins import run, texts
from tests.conversations.test_reminders import books
from tests.running import Running

TOLD_LATE = """
    SELECT count(*) FROM appointments JOIN conversations ON conversations.id = conversation_id
    WHERE phone = %s AND told_late_at IS NOT NULL
"""


def test_late_days_before_names_the_meeting_and_can_move_it(handrail: Running) -> None:
    phone = "+447700900662"
    books(handrail, phone)
    heard = texts(handrail, phone, "late 15")
    assert "Thank you. We meet " in heard
    assert "3 A person" in heard
    assert run(handrail, TOLD_LATE, phone) == [(0,)]
    assert "Of course. It is " in texts(handrail, phone, "1")


def test_what_is_offered_for_a_time_too_far_ahead_has_numbers(handrail: Running) -> None:
    phone = "+447700900663"
    assert "When suits you?" in texts(handrail, phone, "i want to book a phone appointment")
    heard = texts(handrail, phone, "30 november 2029")
    assert "too far ahead" in heard
    assert "\n1 " in heard
    assert "Book it?" in texts(handrail, phone, "1")
