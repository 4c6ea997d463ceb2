"""What words are to a question that was asked: an answer, another than before, none. Nothing is taken."""

import re

from casework.checkins import answers, tasks, telling
from casework.checkins.asking_back import keeps_from_work
from casework.checkins.choosing import NUMBER, chosen
from casework.checkins.models import UNASKED, Checkin
from casework.checkins.outcomes import TROUBLE, outcomes
from casework.checkins.questions import Question, bank

STILL_THERE = "still_there"


def changes(checkin: Checkin, text: str) -> bool:
    """Whether the words are another answer than the one that was given, and nothing else: "actually 3", or trouble.

    "Ok" and "great" are thanks for what we said. A job that was said to be over may be so no more.
    """
    if puts_job_back(checkin, text):
        return True
    asked = question_of(checkin)
    if not answers.is_choice(asked, text) and not answers.is_plain(text, asked):
        return False
    found = answers.read(asked, text)
    score = outcomes().outcomes[found].score if found else checkin.score
    return score != checkin.score and (score == TROUBLE or answers.is_correction(asked, text))


def open_again(checkin: Checkin) -> None:
    """Asked once more, so that what they say now is the answer; the score before stands until it is taken."""
    checkin.state, checkin.misses = "sent", 0


def question_of(checkin: Checkin) -> Question:
    """What was asked last: the follow-up, the question, or the worker's own."""
    if checkin.following:
        return bank().follow_ups[checkin.following]
    return _first_question(checkin)


def _first_question(checkin: Checkin) -> Question:
    if checkin.question in ("own", UNASKED):
        return Question(text=checkin.words or "")
    return bank().questions[checkin.question]


def read(checkin: Checkin, text: str, meaning: str = "") -> str | None:
    """The outcome these words come to; None where they are no answer. Any words answer a worker's own question."""
    if puts_job_back(checkin, text):
        return STILL_THERE
    anew = checkin.following is not None and answers.means_the_first(text)
    found = answers.read(_first_question(checkin) if anew else question_of(checkin), text, meaning)
    return found or ("said" if checkin.question == "own" and not checkin.following else None)


def is_read_whole(checkin: Checkin, text: str) -> bool:
    """Whether nothing stands beside a number that nothing was read from."""
    return answers.is_read_whole(question_of(checkin), text)


def is_open(checkin: Checkin) -> bool:
    """Whether an answer is still wanted: to the question, or to the follow-up."""
    return checkin.state in ("sent", "missed") or checkin.following is not None


def trouble_beside_need(checkin: Checkin, text: str, need: str) -> str | None:
    """What a number of trouble comes to with a need behind it: "3 landlord wants us out"."""
    choice, rest = chosen(question_of(checkin), text)
    if choice is None or not rest or outcomes().outcomes[choice.means].score < TROUBLE:
        return None
    return telling.gravest([choice.means, *telling.of_words(rest), *filter(None, [outcomes().of_needs.get(need)])])


def answer_keeps_from_work(text: str) -> bool:
    """Whether a number has nothing behind it but that nobody at work is to hear of it."""
    numbered = NUMBER.fullmatch(text.strip())
    return numbered is not None and keeps_from_work(numbered[2])


def is_choice(checkin: Checkin, text: str) -> bool:
    """Whether it can be nothing but an answer to this: one that was offered, with no more than a few words besides."""
    asked = question_of(checkin)
    return answers.is_choice(asked, text) or answers.is_plain(text, asked) or puts_job_back(checkin, text)


def is_offered(checkin: Checkin, text: str) -> bool:
    """Whether it is one of the answers offered, by number or title."""
    return answers.is_choice(question_of(checkin), text)


def puts_job_back(checkin: Checkin, text: str) -> bool:
    """Whether they said that the job is over, and take it back."""
    return checkin.outcome == tasks.LEFT and telling.takes_leaving_back(text)


def is_plain(text: str, asides: bool = False) -> bool:
    """Whether the words can be nothing but an answer; `asides`: or are trouble, where the rest of them is beside it."""
    if answers.is_plain(text):
        return True
    found = telling.gravest([*telling.of_words(text)]) if asides else None
    return found is not None and outcomes().outcomes[found].score == TROUBLE


def tells_of_more(text: str) -> bool:
    """Whether the words, asking nothing of us, tell of what a person has to see to, however much help there is besides."""
    found = telling.gravest([*telling.of_words(text)])
    asks = "?" in text or re.search(outcomes().elsewhere, telling.without_asides(text)) is not None
    return found is not None and not asks and outcomes().outcomes[found].task is not None


def news(text: str, meaning: str = "") -> str | None:
    """The outcome of work news that nobody asked for."""
    return telling.gravest([*telling.of_words(text, meaning)])


def is_no_trouble(outcome: str | None) -> bool:
    """Whether it is none, or one that nobody has to see to."""
    return outcome is None or (outcomes().outcomes[outcome].score < TROUBLE and outcomes().outcomes[outcome].task is None)
