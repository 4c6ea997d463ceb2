"""Phones that answer by themselves are never answered; whoever only sounds like one is."""

import pytest

from casework.texts.control import is_automatic, order_of, unquoted

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


@pytest.mark.parametrize(
    "said",
    [
        "stop sending me automated response", "please stop sending automated reply", "all i get is auto reply", "no one answers only auto response",
        "help me please he hits me. not automated response", "my adviser is out of the office and ive no access to my emails",
        "i cant get the link im out of office with no access to my emails", "i keep getting message blocking is active when i text my worker",
        "why does it say message blocking is active", "your message was not sent", "tried phoning you, the person you are calling is busy",
        "im at work leave me a message and ill reply", "do not disturb is on at night so i miss your texts",
        "thanks for your message im away from my desk now at lunch", "thanks for the message i am out of the office now on site with new job",
        "who reads this its an unmonitored number", "the office said its an unattended phone line",
    ],
)
def test_a_person_with_a_machines_words_is_answered(said: str) -> None:
    assert not is_automatic(said)


@pytest.mark.parametrize(
    "said",
    [
        "Automatic reply", "This is an automated response", "Please leave me a message and I'll reply",
        "Do not disturb is on. I'll get back to you later", "The person you are calling is busy", "Thanks for your message. I am out of the office.",
        "Thanks for your message. I am away from my desk until 2", "Thank you for your message. I am out of the office, returning Monday",
        "This is an unattended phone line",
    ],
)
def test_a_machine_in_few_words_is_none_to_answer(said: str) -> None:
    assert is_automatic(said)


@pytest.mark.parametrize(
    "said",
    [
        "Thank you for your message. We are closed. Reply STOP to opt out",
        "Thank you for contacting Dave's. We will get back to you. Reply STOP to opt out of messages.",
        "This number is not monitored. Text STOP to stop texts from us", "Your message has been received. Text STOP to end",
    ],
)
def test_a_machine_that_says_how_to_stop_its_own_texts_stops_none_of_ours(said: str) -> None:
    assert is_automatic(said)
    assert order_of(unquoted(said), quiet=True) is None
