"""Second thoughts while times are shown, with the real assistant: for the same meeting, and by its own words."""

import re
from datetime import date, timedelta

from tests.conversations.test_checkins import heard, run, texts
from tests.conversations.test_conversations import newest_code
from tests.conversations.test_reminders import STATE, books
from tests.running import Running


def is_offered(heard: str, day: str = "") -> None:
    assert re.search(r"[Ww]hich one suits you|[Dd]oes it suit you", heard), heard
    listed = rf"\b{day[:3]} \d" if day else ""
    assert day in heard or re.search(listed, heard) or (day == f"{date.today() + timedelta(days=1):%A}" and "Tomorrow" in heard), heard
    assert "who you are" not in heard


def known(handrail: Running, phone: str) -> None:
    """Somebody who texts and has proved who they are."""
    with handrail.chat() as chat:
        chat.say("please keep my details")
        chat.say(phone)
        for words in (newest_code(handrail.database, phone), "Fay", "yes", "any time"):
            chat.say(words)


def begins(handrail: Running, phone: str) -> None:
    assert "When suits you?" in texts(handrail, phone, "i want to book a phone appointment")
    is_offered(texts(handrail, phone, "monday week in the morning"), "Monday")


def test_another_day_instead_is_for_the_meeting_being_found(handrail: Running) -> None:
    phone = "+447700900680"
    begins(handrail, phone)
    for words, day in (
        ("can we make it thursday instead", "Thursday"),
        ("can we do wednesday instead", "Wednesday"),
        ("tuesday would be better", "Tuesday"),
    ):
        is_offered(texts(handrail, phone, words), day)
    assert re.search(r"(?:Tue(?:sday at| \d+ \w+)|Tomorrow at) [\d:]+pm", texts(handrail, phone, "move it to the afternoon"))


def test_what_they_ask_of_the_times_is_answered_and_the_times_stand(handrail: Running) -> None:
    phone = "+447700900681"
    begins(handrail, phone)
    for words, answer in (("where is it?", "by phone"), ("who will i see", "It is with"), ("how long does it take", "20 minutes")):
        heard = texts(handrail, phone, words)
        assert answer in heard
        is_offered(heard, "Monday")


def test_a_week_later_counts_from_the_meeting_that_is_moved(handrail: Running) -> None:
    phone = "+447700900682"
    books(handrail, phone)
    heard = texts(handrail, phone, "move it a week later")
    day = re.search(r"It is (\w+)", heard)
    assert day
    is_offered(heard)
    assert "Book it?" in texts(handrail, phone, "1")
    assert "Moved" in texts(handrail, phone, "yes")
    assert run(handrail, STATE, phone) == [("booked",)]


def test_second_thoughts_at_the_read_back(handrail: Running) -> None:
    phone = "+447700900683"
    begins(handrail, phone)
    assert "Book it?" in texts(handrail, phone, "2")
    assert "Book it?" in texts(handrail, phone, "no wait the first one")
    is_offered(texts(handrail, phone, "the 4th one"), "Monday")
    assert "Book it?" in texts(handrail, phone, "the second one you said")
    is_offered(texts(handrail, phone, "no thurs actually"), "Thursday")
    assert "by phone" in texts(handrail, phone, "1")
    is_offered(texts(handrail, phone, "actually face to face"))
    heard = texts(handrail, phone, "1")
    assert "by phone" not in heard
    is_offered(texts(handrail, phone, "can it be by phone"))
    assert "by phone: we ring you. Book it?" in texts(handrail, phone, "1")


def test_what_was_wished_before_they_said_who_they_are_is_gone_on_with(handrail: Running) -> None:
    phone = "+447700900685"
    known(handrail, phone)
    with handrail.chat() as chat:
        assert "check it is you" in heard(chat, "same time next week")
        chat.say(phone)
        assert "How would you like to meet?" in heard(chat, newest_code(handrail.database, phone))
        is_offered(heard(chat, "By phone"))


def test_what_to_bring_is_asked_of_the_meeting_they_have_while_something_else_is_open(handrail: Running) -> None:
    phone = "+447700900686"
    books(handrail, phone)
    opened = texts(handrail, phone, "what help could i get")
    assert "Reply" in opened or "?" in opened
    assert "You need no papers" in texts(handrail, phone, "what do i need to bring")
    assert "will know before you meet" in texts(handrail, phone, "my mum is coming with me")
