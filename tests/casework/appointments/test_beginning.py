"""First words that are nothing but a wish to meet, and those that only look like one."""

import pytest

from casework.appointments.words.beginning import seen_by, would_book, would_book_with_need

OURS = ("Amina", "Joe")


@pytest.mark.parametrize(
    "text",
    [
        "can i see my key worker on monday",
        "need apointment asap",
        "need an apt tmrw",
        "i need appointmnt pls",
        "need appoinment for next week",
        "face to face same time next week",
        "f2f tuesday 2pm",
        "video call next week",
        "wanna see sum1 tmrw f2f",
        "can i come in and see someone tomorrow",
        "could i see somebody face to face",
        "can you see me tomorrow",
        "i need to see amina",
        "can i see Amina on tuesday morning",
        "id like to see joe face to face",
        "i want to meet my keyworker",
        "need to see my worker asap",
        "as soon as poss",
        "soonest you have",
        "whats the soonest you can do",
        "earliest you got please",
        "first thing you have free face to face",
        "anything free tomorrow?",
        "next available appointment please",
        "can i get a slot on friday",
        "cud i cum in tmoz aft 2",
        "earliest you've got on monday",
        "phone call, not mornings, not wednesday",
        "by phone not mornings",
        "face to face but not on monday",
        "video call, any day except friday",
        "phone, no mornings",
        "i need an appointment, not mondays",
    ],
)
def test_with_whom_how_and_when_and_no_more_is_a_wish_to_meet(text: str) -> None:
    assert would_book(text, OURS)


@pytest.mark.parametrize(
    "text",
    [
        "see you then",
        "thanks see you monday",
        "i do not want a meeting on monday",
        "no meeting tomorrow please",
        "not wednesday",
        "not coming in tomorrow",
        "dont call me on monday",
        "call me tomorrow not mornings",
        "i need to see a doctor",
        "i need to see my kids",
        "i need to see my ex on monday",
        "can i see my data",
        "i have a meeting on monday",
        "got a meeting next week",
        "my appointment is on monday",
        "when is my meeting",
        "can i move my appointment to monday",
        "i need to cancel my appointment",
        "i dont need an appointment",
        "i cant see my key worker on monday",
        "i need an appointment with the dentist",
        "i need to see amina and i need food",
        "can i see someone about my debts tomorrow",
        "i want to meet someone",
        "i need to talk to someone asap",
        "call me tomorrow",
        "what time do you open tomorrow",
        "i start work on monday",
        "i got a job start monday asap",
        "i need money asap",
        "i need help asap",
        "first time here",
        "next week",
        "in person",
        "is anything possible",
        "i'm disappointed",
    ],
)
def test_what_says_anything_else_is_left_to_the_assistant(text: str) -> None:
    assert not would_book(text, OURS)


@pytest.mark.parametrize(
    "text",
    ["my english is bad, need interpreter for meeting", "im deaf can i book an appointment", "can someone come to my house, cant walk",
     "can i book an appointment? im deaf", "i use a wheelchair can i book a meeting", "need an appointment but im autistic", "can i see someone i have dyslexia",
     "i need a polish interpreter for an appointment", "hi i dont speak english can i have meeting", "can i book a meeting with an interpreter"],
)  # fmt: skip
def test_a_meeting_and_what_they_need_for_it_and_no_more_is_a_wish_to_meet(text: str) -> None:
    assert would_book_with_need(text)


@pytest.mark.parametrize(
    "text",
    ["im deaf", "i need an interpreter for my meeting", "do you have an interpreter for meetings", "my son is deaf can he get an appointment",
     "is the appointment ok if im deaf", "my english is bad", "my hearing aid broke can i get help", "can i see my kids im deaf", "i need an interpreter",
     "need an interpreter for court"],
)  # fmt: skip
def test_a_need_alone_or_beside_something_else_is_none(text: str) -> None:
    assert not would_book_with_need(text)


def test_a_name_of_ours_counts_where_it_is_somebody_to_see() -> None:
    assert not would_book("i need to see amina")
    assert seen_by("can i see Amina, with joe") == ["amina", "joe"]
    assert not would_book("can joe do monday", OURS)
