"""Replies that a mailbox sends by itself are met with silence; a person who is away is heard."""

import pytest

from casework.texts.control import is_automatic


@pytest.mark.parametrize(
    "said",
    [
        "Thank you for your message. I am out of the office until 7 December.", "i am out of office until monday",
        "I am currently out of the office with no access to messages",
        "Thanks for your email, I am on annual leave until 3 Dec. I will reply when I return",
        "Hello, I am out of the office from 1 to 5 December. For urgent matters email info@example.org", "I will be out of office on Monday",
        "thank you for your email. I am on maternity leave", "I am currently on annual leave with limited access to emails",
        "Hi there, thanks for your message. I am away from my desk and will respond on my return", "Out of the office today, back tomorrow",
    ],
)
def test_an_office_that_is_empty_answers_by_itself(said: str) -> None:
    assert is_automatic(said)


@pytest.mark.parametrize(
    "said",
    [
        "im out of the office job now", "im on annual leave til monday", "thanks for your message im ok", "thanks for your message im on holiday til monday",
        "i am out of the office can you ring me", "im out of the office til monday, stop texting", "i am out of work until january",
        "thank you for your message. im back at work on monday", "out of office hours i cant cope", "im away until monday", "i have no access to food",
    ],
)
def test_a_person_who_is_away_is_heard(said: str) -> None:
    assert not is_automatic(said)
