"""Self-screening: what a programme asks, what the answers say, and what is not known."""

from casework.screening.models import Screening
from casework.screening.packs import Question
from casework.screening.rules import Outcome
from casework.screening.service import (
    WHICH,
    answer,
    answered,
    ask,
    choose_change,
    current,
    finish,
    headline,
    in_words,
    is_private,
    is_under_16,
    keep_from_worker,
    latest,
    offer_change,
    open_question,
    outcomes,
    start,
    understands,
)

__all__ = [
    "WHICH",
    "Outcome",
    "Question",
    "Screening",
    "answer",
    "answered",
    "ask",
    "choose_change",
    "current",
    "finish",
    "headline",
    "in_words",
    "is_private",
    "is_under_16",
    "keep_from_worker",
    "latest",
    "offer_change",
    "open_question",
    "outcomes",
    "start",
    "understands",
]
