"""First words that wish for a meeting of one sort, whatever stands beside it: by video, with other services, plainly. Pure."""

import re

from casework.appointments.words.asking import asks_something, asks_us, is_of_work
from casework.appointments.words.beginning import beginning, names_a_meeting
from casework.appointments.words.meeting_ways import asks_how_it_is, ruled_out
from casework.appointments.words.needing import asks_one_visit, tells_need
from casework.appointments.words.plain_wish import asks_for_meeting, asks_plainly, is_elsewhere
from casework.appointments.words.wording import has, wording
from casework.council import Area

MOST_WORDS, MOST_IN_SENTENCES = 28, 45
SENTENCE = re.compile(r"[.!?\n]+")


def begins_by_sort(text: str, area: Area) -> bool:
    """Whether a meeting is to be found, and the words say by what way, with which services, or little else."""
    by_sort = len(text.split()) <= MOST_WORDS and (
        begins_by_video(text) or begins_with_services(text, area) or asks_for_meeting(text, area) or asks_with_need(text)
    )
    return by_sort or begins_in_a_sentence(text, area)


def asks_with_need(text: str) -> bool:
    """Whether they ask for a meeting and say what they need there, and ask for nothing else: "want meeting my english not good need arabic speaker"."""
    asks = asks_plainly(text) and tells_need(text)
    return asks and not (is_elsewhere(text) or is_of_work(text) or asks_something(text))


def begins_in_a_sentence(text: str, area: Area) -> bool:
    """Whether one sentence asks for a meeting and the others ask for nothing, nor tell of their work: "I was made redundant. Could I book a meeting?"."""
    said = [one for one in SENTENCE.split(text) if one.strip()]
    rest = [one for one in said if not asks_for_meeting(one, area)]
    if len(text.split()) > MOST_IN_SENTENCES or not 0 < len(rest) < len(said) or is_elsewhere(text):
        return False
    return not any(asks_something(one) or asks_us(one) or is_of_work(one) for one in rest)


def begins_by_video(text: str) -> bool:
    """Whether they would meet us by video; to ask if we do so, or to need what it takes, is no wish for it."""
    of = beginning()
    if ruled_out(text) or asks_how_it_is(text) or has(text, of.no_video):
        return False
    return has(text, of.by_video) and has(text, of.wish)


def begins_with_services(text: str, area: Area) -> bool:
    """Whether they would see one of us and another service in one visit."""
    return asks_one_visit(text, area) and (names_a_meeting(text) or has(text, wording().ours))
