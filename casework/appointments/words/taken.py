"""One of the times shown, taken in one part of the words, and what the other parts are. No database."""

from typing import NamedTuple

from casework.appointments.models import BookingTalk
from casework.appointments.steps import Step
from casework.appointments.times.wishes import Wish
from casework.appointments.words.asking import asked_about, asks_something, plainly_asked
from casework.appointments.words.counting import nearer
from casework.appointments.words.hearing import OTHER_WAYS, other_format
from casework.appointments.words.meeting_ways import format_of
from casework.appointments.words.needing import tells_worker
from casework.appointments.words.passing import is_late, is_of_self, is_reason, is_refused, parts_of
from casework.appointments.words.picking import chosen, refuses_hour
from casework.appointments.words.saying import again
from casework.appointments.words.wishing import DAY_NAME, busy_in, wish_in


class Taken(NamedTuple):
    answer: str
    asked: str
    """A question beside it, or ""."""
    late: bool = False
    """Whether they may be late for it."""
    told: str = ""
    """What they tell of themselves, or ""."""


def taken_beside(talk: BookingTalk, text: str) -> Taken | None:
    """ "2 on weds. will it take long? got to get my lad at 3": the part that takes a time, and the question.

    None where the words are one part, more than one time is taken, or another part would have it otherwise.
    """
    parts = parts_of(text) if talk.step == Step.CHOOSE and not refuses_hour(text) else []
    takes = [one for one in parts if _takes(talk, one)]
    rest = [one for one in parts if one not in takes]
    if not rest or len({chosen(talk, one) for one in takes}) != 1 or not all(map(_is_remark, rest)):
        return None
    late, told = any(map(is_late, rest)), ". ".join(filter(is_of_self, rest))
    asked = next((one for one in rest if _is_question(one) and not is_late(one)), "")
    says_more = asked or late or told or chosen(talk, text) != chosen(talk, takes[-1])
    return Taken(takes[-1], asked, late, "" if late else told) if says_more else None


def taken_otherwise(talk: BookingTalk, text: str) -> tuple[int, str] | None:
    """ "The last 1 but can it be on the phone": which of the times, and the other way to meet."""
    parts = parts_of(text) if talk.step == Step.CHOOSE else []
    takes = [one for one in parts if _takes(talk, one)]
    ways = [one for one in parts if one not in takes and not is_reason(one) and wish_in(one) is None]
    found = next((way for one in ways if (way := other_format(talk, one)) in OTHER_WAYS), None)
    place = chosen(talk, takes[0]) if len(takes) == 1 else None
    return None if place is None or found is None else (place, found)


def without_reason(text: str) -> str:
    """ "Can't get there before 10 cos my bus pass don't work till half nine": less why, where that names another time than they wish for."""
    parts = parts_of(text)
    rest = ", ".join(one for one in parts if not is_reason(one))
    told = [one for one in parts if is_reason(one)]
    if not rest or not told or tells_worker(text):
        return text
    wish, of_days = wish_in(rest), any(map(_names_day, told))
    wished = wish is not None and (wish.is_of_a_day and not busy_in(rest) if of_days else _names_hour(wish))
    return rest if wished else text


def _names_hour(wish: Wish) -> bool:
    return wish.hours is not None or (wish.exact and wish.first == wish.last)


def _names_day(text: str) -> bool:
    wish = wish_in(text)
    return DAY_NAME.search(text) is not None or (wish is not None and wish.is_of_a_day)


def _takes(talk: BookingTalk, text: str) -> bool:
    return not (text.endswith("?") or is_refused(text) or is_reason(text) or _is_question(text) or busy_in(text)) and chosen(talk, text) is not None


def _is_remark(text: str) -> bool:
    """Whether it wishes for nothing else, and is nothing the worker should know."""
    if tells_worker(text):
        return False
    if is_late(text) or is_refused(text) or is_reason(text) or (_is_question(text) and wish_in(text) is None):
        return True
    return wish_in(text) is None and not (busy_in(text) or again(text) or nearer(text) or format_of(text))


def _is_question(text: str) -> bool:
    return plainly_asked(text) is not None or asked_about(text) is not None or asks_something(text)
