"""Times and numbers in the wish for a person, or for a stop, are no answer to the question that asks for them."""

from typing import cast
from uuid import uuid4

import pytest
from rasa_sdk import Tracker
from sqlalchemy.ext.asyncio import AsyncSession

from actions.door import Turn
from actions.identity import IdentityQuestions
from actions.questions import _is_something_else
from casework.council import council
from casework.identity import IdentityCheck

QUESTIONS = IdentityQuestions()


def is_answer(step: str, text: str, intent: str, confidence: float) -> bool:
    """Whether the words are taken as the answer, with what the assistant made of them."""
    check = IdentityCheck(conversation_id=uuid4(), purpose="register", step=step, misses=0)
    tracker = Tracker(str(uuid4()), {}, {}, [], False, None, {}, "action_listen")
    area = council().area("northbridge")
    turn = Turn(cast(AsyncSession, None), tracker, uuid4(), "1", text, intent, confidence, area, "web")
    if QUESTIONS.is_choice(turn, check):
        return True
    return not _is_something_else(turn, QUESTIONS.would_answer(turn, check))


@pytest.mark.parametrize(
    ("step", "text", "intent", "confidence"),
    [
        ("safe", "I want to talk to a person, monday", "request_human", 0.99),
        ("safe", "stop, I will do this in the evening", "stop_this", 0.98),
        ("safe", "stop. only mornings", "stop_this", 0.65),
        ("safe", "why do you ask, mornings", "why_do_you_ask", 0.99),
        ("address", "I lost 07700 900123 i need a person", "request_human", 0.98),
        ("old", "I lost 07700 900123 i need a person", "request_human", 0.98),
        ("code", "start again 07700 900123", "start_again", 0.98),
        ("code", "it is 07700 900123 stop asking", "stop_this", 0.7),
    ],
)
def test_a_wish_for_a_person_or_a_stop_is_heard_as_that(step: str, text: str, intent: str, confidence: float) -> None:
    assert not is_answer(step, text, intent, confidence)


@pytest.mark.parametrize(
    ("step", "text", "intent", "confidence"),
    [
        ("safe", "call me tuesday morning", "request_human", 0.37),
        ("safe", "i dont want texts after 6", "sms_stop", 0.94),
        ("safe", "Any time", "request_human", 0.99),
        ("old", "my old number was 07700 900123", "change_contact", 0.99),
        ("code", "Send a new code", "start_again", 0.99),
        ("consent", "less", "sms_stop", 0.94),
        ("name", "MORE", "repeat_or_clarify", 0.94),
    ],
)
def test_an_answer_is_taken_whatever_else_it_was_read_as(step: str, text: str, intent: str, confidence: float) -> None:
    assert is_answer(step, text, intent, confidence)
