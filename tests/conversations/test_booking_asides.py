"""What comes between while a meeting is found, with the real assistant: none of it buries the booking."""

import re

from tests.conversations.test_checkins import heard, texts
from tests.conversations.test_second_thoughts import begins, is_offered
from tests.running import Running


def test_questions_and_in_person_leave_the_booking_open(handrail: Running) -> None:
    phone = "+447700900720"
    begins(handrail, phone)
    for words, answer in (("what if im late", "your time is kept"), ("whereabouts", "by phone"), ("who is joe?", "with")):
        said = texts(handrail, phone, words)
        assert answer in said
        is_offered(said, "Monday")
    is_offered(texts(handrail, phone, "day after"), "Tuesday")
    for words in ("in person", "I would prefer in person", "i would prefer a person not a phone call"):
        is_offered(texts(handrail, phone, words))


def test_a_video_call_wished_for_is_by_video_and_read_back_with_its_date(handrail: Running) -> None:
    with handrail.chat() as chat:
        said = heard(chat, "can we do a video meeting next week")
        is_offered(said)
        assert "By video" in said
        read_back = heard(chat, "ok 1")
        assert re.search(r"\w+day \d+ \w+", read_back), read_back
        assert "by video" in read_back
        is_offered(heard(chat, "a bit later"))
        is_offered(heard(chat, "face 2 face i said"))
