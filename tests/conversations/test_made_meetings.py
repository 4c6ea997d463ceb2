"""What people ask and tell of the meeting they have just made, with the real assistant."""

from tests.conversations.test_checkins import heard, run, texts
from tests.conversations.test_reminders import STATE, books
from tests.running import Running

MADE = "SELECT name, reach->>'address', note FROM appointments WHERE state = 'booked' AND conversation_id = %s"


def test_a_number_in_any_words_and_needs_that_are_needs(handrail: Running) -> None:
    with handrail.chat() as chat:
        for words in ("i want to book a phone appointment", "monday week in the morning", "1", "yes"):
            chat.say(words)
        assert "suits you" in heard(chat, "a day later pls") or "suit you" in heard(chat, "a day later pls")
        for words in ("1", "yes"):
            chat.say(words)
        assert "What number" in heard(chat, "Jo")
        assert "face to face" in heard(chat, "dont have a phone")
        assert "easier" in heard(chat, "ok call me on 07700900741 after 5 only")
        assert "Our office can tell you" in heard(chat, "is there parking")
        assert "It is with" in heard(chat, "who else is coming")
        assert "in a few words" in heard(chat, "yes")
        assert "will know" in heard(chat, "my dad comes with me")
        assert "will know before you meet" in heard(chat, "im deaf")
        ((name, number, note),) = run(handrail, MADE, chat.id)
        assert (name, number) == ("Jo", "+447700900741")
        assert note == "ok call me on 07700900741 after 5 only; my dad comes with me; im deaf"


def test_plain_questions_of_the_meeting_are_answered_plainly(handrail: Running) -> None:
    phone = "+447700900742"
    books(handrail, phone)
    for words, answer in (
        ("is it step free", "no steps"),
        ("do i have to come", "up to you"),
        ("will my benefits stop if i miss it", "do not stop anybody"),
        ("who will i see", "It is with"),
        ("is it free", "costs you nothing"),
        ("my bro is comin with me", "will know before you meet"),
        ("what shall i bring", "no papers"),
        ("where is it?", "by phone"),
    ):
        assert answer in texts(handrail, phone, words), words
    assert "Shall I call it off?" in texts(handrail, phone, "cant make it my kid is sick")
    assert run(handrail, STATE, phone) == [("booked",)]
