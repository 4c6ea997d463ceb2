"""Phones that answer by themselves are never answered; whoever only sounds like one is."""

import pytest

from casework.texts.control import is_automatic

MACHINES = [
    "I'm driving with Focus turned on. I’ll see your message when I get where I’m going.", "Do not disturb is on. I'll get back to you", "Driving mode is on. I cannot answer",
    "This is an unmonitored mailbox.", "I am out of office until 5 January with no access to email", "Thank you for your message. I am out of the office until Monday 7 December.",
    "Thanks for your email. I am on annual leave until 4th January.", "The person you are calling is unable to take your call. Please leave a message after the tone",
    "Your call has been forwarded to voicemail", "Hi, you've reached the voicemail of Dan. Please leave a message after the beep", "Free Msg: Unable to send message - Message Blocking is active.",
    "Your message could not be delivered", "I am driving and can't text. I'll get back to you. (Automatic reply)", "Sorry, I can't talk right now",
]
PEOPLE = [
    "im driving", "cant talk right now im at work", "sorry cant talk right now but 3 its awful", "im out of the office job now", "do not disturb", "my phone was on do not disturb sorry",
    "im on annual leave til monday", "thanks for your message im on leave til monday", "thanks for your message im ok", "thanks for the text, i will be back at work monday",
    "is this an unmonitored number?", "is this an automated reply", "i keep getting an automatic reply", "it says please leave a message after the tone", "i called and got your call has been forwarded to voicemail",
    "please leave a message with my worker that im late", "my voicemail is full", "i have no access to email", "im sleeping rough right now", "im not receiving my wages", "thanks for your email, am i on annual leave pay?",
]


@pytest.mark.parametrize("said", MACHINES)
def test_a_machine_is_none_to_answer(said: str) -> None:
    assert is_automatic(said)


@pytest.mark.parametrize("said", PEOPLE)
def test_a_person_is_answered(said: str) -> None:
    assert not is_automatic(said)
