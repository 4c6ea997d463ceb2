"""An answer, or a wish, and a question in the same breath: "yes. what do I bring", "can I meet on Tuesday? is it free". Pure."""

import re
from collections.abc import Iterator

from casework.appointments.models import BookingTalk
from casework.appointments.steps import FINDING, Step
from casework.appointments.words.asking import asks_something, asks_us, means_another, plainly_asked
from casework.appointments.words.having import asks_to_bring
from casework.appointments.words.hearing import asked_of_times, understands
from casework.appointments.words.needing import asks_for_adjustments
from casework.appointments.words.picking import chosen
from casework.appointments.words.told_early import tells_early
from casework.appointments.words.wishing import busy_in, wish_in
from casework.appointments.words.wording import has, wording
from casework.reading import read_answer

NO_MORE = 4
"""No more words than these are a time and nothing else."""


def answer_and_question(talk: BookingTalk, text: str) -> tuple[str, str] | None:
    """Each without the other, where the answer is one to what is open."""
    if (found := _without_why(talk, text)) is not None:
        return found
    known = ((one, asked) for one, asked in _apart(talk, text) if understands(talk, one) or tells_early(talk, one))
    return next(known, None) or next(_beside_choice(talk, text), None)


def question_beside(talk: BookingTalk, text: str) -> str | None:
    """The question that stands beside the words that began the booking."""
    return next((asked for _, asked in _apart(talk, text)), None)


def beside_no(text: str) -> str | None:
    """ "No thank you. What room is it": the question, or the other time, that stands beside a no to what would help."""
    found = re.match(wording().no_more, text.strip(), re.IGNORECASE | re.DOTALL)
    rest = found["rest"].strip() if found else ""
    return rest if " " in rest and (asks_us(rest) or wish_in(rest) is not None) else None


def asks_of_need(talk: BookingTalk, text: str) -> bool:
    """ "Will there be an interpreter", "can my mum come", while a meeting is found: who asks for it is to have it."""
    known = asked_of_times(talk, text) or plainly_asked(text)
    return talk.step in FINDING and not known and ((asks_something(text) and asks_for_adjustments(text)) or asks_to_bring(text))


def _without_why(talk: BookingTalk, text: str) -> tuple[str, str] | None:
    """ "11 then. how long is it I got to be back at 12.30": the time they take, and the question less why they ask."""
    short = re.sub(wording().why_asked, "", text, flags=re.IGNORECASE)
    found = re.finditer(wording().apart_from_choice, short, re.IGNORECASE) if short != text else iter(())
    both = ((short[: one.start()].strip(), short[one.end() :].strip()) for one in found)
    return next(((one, asked) for one, asked in both if one and _takes(talk, one) and _asks(talk, asked)), None)


def _beside_choice(talk: BookingTalk, text: str) -> Iterator[tuple[str, str]]:
    """One of the times shown, or the yes to the one read back, and any question after it: the time is not lost over what we do not know."""
    for found in re.finditer(wording().apart_from_choice, text, re.IGNORECASE):
        one, asked = text[: found.start()].strip(), text[found.end() :].strip()
        if one and _takes(talk, one) and asks_something(asked) and not (understands(talk, asked) or means_another(asked) or has(asked, wording().asks_to_have_it)):
            yield one, asked


def _takes(talk: BookingTalk, text: str) -> bool:
    if talk.step == Step.CHOOSE:
        return chosen(talk, text) is not None and not busy_in(text)
    return talk.step == Step.CONFIRM and read_answer("yes_no", text)["value"] == "yes"


def _apart(talk: BookingTalk, text: str) -> Iterator[tuple[str, str]]:
    """What is no question of the meeting, and what is."""
    for found in re.finditer(wording().apart, text, re.IGNORECASE):
        before, after = text[: found.start()].strip(), text[found.end() :].strip()
        for one, asked in ((before, after), (after, before)):
            if one and _asks(talk, asked) and not _asks(talk, one) and not _asks_if_free_then(one, asked):
                yield one, asked


def _asks_if_free_then(one: str, asked: str) -> bool:
    """ "3pm thursday? is it free": of the time, where there is nothing else it may be of."""
    return has(asked, wording().asks_time_free) and wish_in(one) is not None and len(one.split()) <= NO_MORE


def _asks(talk: BookingTalk, text: str) -> bool:
    """Whether it is a question of the meeting, or of what there is at the place, and no wish for another time."""
    if wish_in(text) is not None or busy_in(text):
        return False
    of_place = asks_something(text) and has(text, wording().of_place)
    return of_place or asked_of_times(talk, text) is not None or plainly_asked(text) is not None
