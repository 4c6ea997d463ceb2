"""Which answer a person means: by its number in the list, its label, its question, or a word for it."""

import re
from collections.abc import Sequence

from casework.base.clock import local, now
from casework.council import council
from casework.programmes import Question
from casework.screening.answering import hear

NUMBERS = frozenset({"age_years", "youngest_child_age", "duration_months"})


def label(question: Question, area: str) -> str:
    return question.label.format(area=council().area(area).name)


def headline(question: Question, area: str) -> str:
    """The question in one line."""
    return question.text.format(area=council().area(area).name).strip().split("\n")[0]


def chosen(answered: Sequence[Question], text: str, area: str) -> Question | None:
    """One of the list that was shown, or one that the words name."""
    said = text.strip().rstrip(".").casefold()
    for number, question in enumerate(answered, 1):
        if said in (str(number), label(question, area).casefold(), headline(question, area).casefold()):
            return question
    return named(answered, text, area)


def named(answered: Sequence[Question], text: str, area: str) -> Question | None:
    """The one question the words speak of; None for none or several."""
    said = text.casefold()
    exact = [one for one in answered if label(one, area).casefold() in said or headline(one, area).casefold() in said]
    called = [one for one in answered if any(re.search(rf"\b{re.escape(name.casefold())}\b", said) for name in one.called)]
    numbers = [one for one in answered if one.reads[0] in NUMBERS and isinstance(hear(one, text, local(now())).stored, int)]
    for found in (exact, called, numbers):
        if len(found) == 1:
            return found[0]
    return None
