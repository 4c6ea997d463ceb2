"""A question put back where a check-in asks, and what is an answer or another matter."""

import pytest

from casework.checkins import asks_back


@pytest.mark.parametrize(
    ("words", "asked"),
    [
        ("whats this for?", "why"), ("What is this about", "why"), ("why are you asking", "why"), ("why", "why"), ("y u asking me this", "why"),
        ("why do you need to know that?", "why"), ("who sees my answers?", "why"), ("does my boss see this", "why"), ("will you tell my manager what i say", "why"),
        ("whats the point of this", "why"), ("why do you keep texting me", "why"),
        ("who are you again", "who"), ("who is this?", "who"), ("sorry who is this", "who"), ("who's texting me", "who"), ("new phone who dis", "who"), ("where are you from", "who"),
        ("do i have to answer", "must"), ("do I really have to answer this?", "must"), ("do i have to", "must"), ("what if i dont answer", "must"), ("is this compulsory", "must"),
        ("can i skip this one", "must"), ("what happens if i dont reply", "must"),
        ("is this a robot", "robot"), ("are you a real person?", "robot"), ("am i talking to a bot or a person", "robot"), ("r u human", "robot"), ("is this automated", "robot"), ("is it a computer or a real person", "robot"),
    ],
)
def test_a_question_back_is_known(words: str, asked: str) -> None:
    assert asks_back(words) == asked


@pytest.mark.parametrize(
    "words",
    ["2", "ok", "not good, my boss is a robot", "why is my pay short", "do i have to work sundays", "who do i ask about my pay", "what is this deduction for on my payslip",
     "is this legal", "i want a real person", "who is my key worker", "what if i dont get paid", "can i skip work tomorrow", "why are they cutting my hours", "does my boss have to pay me for this",
     "do i need to tell you my new address", "they asked who i am", "do i have to tell the jobcentre", "no", "it is real hard", "will you tell my boss to pay me", "this person is horrible", "its a person at work", "there is someone",
     "i have", "this is real"],
)
def test_what_is_none_is_read_as_before(words: str) -> None:
    assert asks_back(words) is None
