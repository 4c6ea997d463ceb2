"""Programmes as data: what each asks for, and what a person's answers say of it."""

from casework.programmes.checking import check
from casework.programmes.loading import Programme, programmes, questions
from casework.programmes.packs import Answer, Pack, Question
from casework.programmes.rules import Outcome, explain, outcome, screen, screen_line

__all__ = [
    "Answer",
    "Outcome",
    "Pack",
    "Programme",
    "Question",
    "check",
    "explain",
    "outcome",
    "programmes",
    "questions",
    "screen",
    "screen_line",
]
