"""What people say to the questions of a booking. No database."""

import re
from collections.abc import Mapping, Sequence
from datetime import datetime
from enum import StrEnum
from typing import Any

from casework.appointments.counting import nearer
from casework.appointments.diaries import limits
from casework.appointments.diary import Slot, Span
from casework.appointments.groups import is_named
from casework.appointments.models import BookingTalk
from casework.appointments.shifting import shift_in
from casework.appointments.wishes import Wish
from casework.appointments.wishing import busy_in, wish_in
from casework.appointments.wording import (
    again,
    asked_about,
    asks_for_adjustments,
    asks_who_is,
    format_of,
    had_enough,
    is_first_name,
    means_another,
    numbered,
    only_again,
    picked,
    plainly_in_person,
    somebody_in,
    speaks_of_ringing,
    wants_to_keep,
    whichever,
    would_be_rung,
    would_rather,
    would_wait,
)
from casework.base.clock import local, now
from casework.base.speaking import ENGLISH, speaking
from casework.claimants import Claimant
from casework.council import say_when
from casework.reading import is_introduced, read_answer, read_name


class Step(StrEnum):
    FORMAT = "format"
    WHEN = "when"
    CHOOSE = "choose"
    CONFIRM = "confirm"
    NAME = "name"
    NUMBER = "number"
    ADJUSTMENTS = "adjustments"
    CANCEL = "cancel"
    DONE = "done"
    NOTED = "noted"
    WAITING = "waiting"
    CANCELLED = "cancelled"
    KEPT = "kept"
    GAVE_UP = "gave_up"
    LEFT = "left"


OVER = frozenset({Step.DONE, Step.NOTED, Step.WAITING, Step.CANCELLED, Step.KEPT, Step.GAVE_UP, Step.LEFT})
FINDING = frozenset({Step.FORMAT, Step.WHEN, Step.CHOOSE, Step.CONFIRM, Step.NAME, Step.NUMBER})
BARE = 3
"""No more words than these are nothing but a way to meet."""
OTHERWISE = re.compile(r"\bbut\b", re.IGNORECASE)
NUMBER = re.compile(r"\+?\d(?:[\s().\-]*\d){9,}")
LEADING_NO = re.compile(r"^\W*(?:no|nah|nope)\b(?! (?:good|way|idea|chance))\W*", re.IGNORECASE)
ONE_OF_THEM = re.compile(r"\b(?:one|option|time|slot)\b", re.IGNORECASE)


def understands(talk: BookingTalk, text: str) -> bool:
    """Whether the words are an answer to what is open."""
    if would_leave(talk, text):
        return True
    match talk.step:
        case Step.NAME:
            return name_in(text) is not None or speaks_of_time(text)
        case Step.NUMBER:
            return declines(text) or is_about_number(talk, text)
        case Step.ADJUSTMENTS:
            return declines(text) or asks_for_adjustments(text)
        case Step.CANCEL:
            return keeps(text) is not None
    return wish_in(text) is not None or bool(busy_in(text)) or _understands_times(talk, text)


def corrects(talk: BookingTalk, text: str) -> bool:
    """Whether it is another wish for the meeting being found, and speaks of no other they have."""
    if talk.step not in (Step.FORMAT, Step.WHEN, Step.CHOOSE, Step.CONFIRM):
        return False
    if not talk.moving_id and means_another(text):
        return False
    return wish_in(text) is not None or bool(busy_in(text)) or _understands_times(talk, text)


def finding(talk: BookingTalk) -> bool:
    """Whether a meeting is being found, and none is booked by it yet."""
    return talk.step in FINDING


def asked_of_times(talk: BookingTalk, text: str) -> str | None:
    """What they would know of the times shown, or of the one read back."""
    if talk.step not in (Step.CHOOSE, Step.CONFIRM) or not (talk.offered or talk.holding_id):
        return None
    return asked_about(text) or ("who" if asks_who_is(text) else None)


def other_format(talk: BookingTalk, text: str) -> str | None:
    """Another way to meet than they said before."""
    format = format_of(text)
    if talk.format is None or format in (None, talk.format) or (_says_yes(text) and speaks_of_ringing(text)):
        return None
    return format if _is_of_format(text) else None


def yes_to(text: str, held: Slot) -> bool:
    """A yes to the time read back; one that would have it otherwise ("yes but an hour later") is none."""
    if not _says_yes(text) or shift_in(text):
        return False
    wish = wish_in(text) if OTHERWISE.search(text) or would_rather(text) else None
    return wish is None or wish.suits(held)


def _says_yes(text: str) -> bool:
    return bool(read_answer("yes_no", text)["value"] == "yes")


def says_format(talk: BookingTalk, text: str) -> bool:
    """Whether it is how they would meet, be it what they said before, and no more."""
    if talk.step not in (Step.FORMAT, Step.WHEN, Step.CHOOSE, Step.CONFIRM):
        return False
    return format_of(text) is not None and _is_of_format(text)


def says_in_person(talk: BookingTalk, text: str) -> bool:
    """Whether "a person", asked for while a meeting is found, is how they would meet."""
    return says_format(talk, text) and plainly_in_person(text)


def _is_of_format(text: str) -> bool:
    return len(text.split()) <= BARE or would_rather(text)


def picks(talk: BookingTalk, text: str) -> bool:
    """Whether they take one of the list in so many words, whatever else they say: "the second one, thank you"."""
    if talk.step not in (Step.CHOOSE, Step.CONFIRM) or not ONE_OF_THEM.search(text):
        return False
    return picked(text) is not None and chosen(talk, text) is not None


def names_place(talk: BookingTalk, text: str) -> bool:
    """Whether the words are for a place in the list: "the middle one", "no, the 2nd"."""
    number = numbered(text)
    return picked(text) is not None or (number is not None and number[1] and _numbered_place(talk, text) is not None)


def _numbered_place(talk: BookingTalk, text: str) -> int | None:
    """ "Ok 1"; "the 2nd" is the only one on that day of the month, or the second."""
    number, nth = numbered(text) or (0, False)
    by_date = nth and not ONE_OF_THEM.search(text)
    on_that_day = [place for place, one in enumerate(slots(talk)) if by_date and local(one.start).day == number]
    if len(on_that_day) == 1:
        return on_that_day[0]
    return number - 1 if 1 <= number <= len(talk.offered) else None


def picks_none(talk: BookingTalk, text: str) -> bool:
    """Whether they name the fourth of three."""
    return picked(text) is not None and chosen(talk, text) is None and not busy_in(LEADING_NO.sub("", text))


def without_no(text: str, shown: Sequence[Span]) -> str:
    """ "No Thursday", said of a Tuesday, is a wish for Thursday: the words without the no."""
    rest = LEADING_NO.sub("", text)
    ruled_out = busy_in(text)
    if rest == text or not ruled_out or any(_overlap(one, span) for one in ruled_out for span in shown):
        return text
    return rest if wish_in(rest) else text


def _overlap(one: Span, other: Span) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def would_rather_meet(talk: BookingTalk, text: str) -> bool:
    """Whether it may be a wish for another of us; whether we have one of that name is seen when it is taken."""
    return talk.step in (Step.WHEN, Step.CHOOSE, Step.CONFIRM) and somebody_in(text) and wish_in(text) is None


def _understands_times(talk: BookingTalk, text: str) -> bool:
    if other_format(talk, text) or shift_in(text) or would_rather_meet(talk, text):
        return True
    if talk.step == Step.CONFIRM and nearer(text):
        return True
    otherwise = bool(talk.why) and (would_wait(text) or would_be_rung(text))
    match talk.step:
        case Step.FORMAT:
            return format_of(text) is not None or whichever(text)
        case Step.WHEN:
            return again(text) is not None or otherwise or whichever(text)
        case Step.CHOOSE:
            return chosen(talk, text) is not None or again(text) is not None or otherwise
        case Step.CONFIRM if chosen(talk, text) is not None and names_place(talk, text):
            return True
    return read_answer("yes_no", text)["value"] in ("yes", "no")


def would_leave(talk: BookingTalk, text: str) -> bool:
    """Whether they let it be, while how and when to meet is asked."""
    return talk.step in (Step.FORMAT, Step.WHEN, Step.CHOOSE, Step.CONFIRM) and had_enough(text) and wish_in(text) is None


def at_other_times(talk: BookingTalk, busy: Sequence[Span]) -> Wish:
    """What they wished for before, or any time, but not then; later, where nothing of it is left."""
    last = now() + limits().horizon
    wish = Wish.read(talk.wish) if talk.wish else Wish(now(), last)
    if any(wish.lies_in(one) for one in busy):
        wish = Wish(wish.first, last, hours=wish.hours, busy=wish.busy)
    return wish.but_not(busy)


def chosen(talk: BookingTalk, text: str) -> int | None:
    """Which of the times shown: by number, by "the second", or by the only one that the words fit.

    Where any will do it is the first; a yes is to the only one there is.
    """
    said = text.strip().rstrip(".").casefold()
    if said.isdecimal():
        return int(said) - 1 if 1 <= int(said) <= len(talk.offered) else None
    if only_again(text):
        return None
    if talk.offered and (whichever(text) or (len(talk.offered) == 1 and read_answer("yes_no", text)["value"] == "yes")):
        return 0
    if (place := _numbered_place(talk, text)) is not None:
        return place
    rest = LEADING_NO.sub("", text)
    place = None if busy_in(rest) or not talk.offered else picked(rest)
    if place is not None:
        return place % len(talk.offered) if place < len(talk.offered) else None
    titles = [one["title"].casefold() for one in talk.offered]
    if said in titles:
        return titles.index(said)
    named = [place for place, one in enumerate(talk.offered) if one.get("group") and is_named(_name_of(one), text)]
    if len(named) == 1:
        return named[0]
    wish = wish_in(text)
    fits = [place for place, slot in enumerate(slots(talk)) if wish and wish.suits(slot)]
    return fits[0] if len(fits) == 1 else None


def _name_of(offered: Mapping[str, Any]) -> str:
    """Of a group, without its time."""
    return str(offered["title"]).rpartition(": ")[0]


def name_in(text: str) -> str | None:
    """The name they give; another wish for when is none."""
    return None if speaks_of_time(text) else read_name(text)


def speaks_of_time(text: str) -> bool:
    """Whether it is about when to meet, where a name is asked; May and June alone are people."""
    if is_first_name(text) or is_introduced(text):
        return False
    return wish_in(text) is not None or shift_in(text) is not None or bool(busy_in(text)) or only_again(text)


def is_about_number(talk: BookingTalk, text: str) -> bool:
    """Whether they give a number, have none, or would meet in another way instead."""
    return number_in(text) is not None or has_no_number(text) or other_format(talk, text) is not None


def has_no_number(text: str) -> bool:
    """Whether they have none to give, or give none."""
    return read_answer("uk_mobile", text).get("status") == "none"


def number_in(text: str) -> str | None:
    """A number that a person can ring: a mobile as E.164, a home phone as it was written."""
    read = read_answer("uk_mobile", text)
    if "e164" in read:
        return str(read["e164"])
    return re.sub(r"[^\d+]", "", text) if read.get("status") == "landline" else None


def beside_number(text: str) -> str:
    """What they say of a number they give, where it tells when to ring; "" where it tells nothing."""
    rest = NUMBER.sub(" ", text)
    return " ".join(text.split()) if wish_in(rest) or busy_in(rest) else ""


def is_bare_yes(text: str) -> bool:
    """Whether they say yes, please, and not to what."""
    return len(text.split()) < BARE and read_answer("yes_no", text)["value"] == "yes"


def declines(text: str) -> bool:
    return read_answer("yes_no", text)["value"] in ("no", "prefer_not_to_say")


def keeps(text: str) -> bool | None:
    """Whether a meeting that was to be cancelled is kept after all; None for neither."""
    if wants_to_keep(text):
        return True
    return {"yes": False, "no": True}.get(read_answer("yes_no", text)["value"])


def slots(talk: BookingTalk) -> list[Slot]:
    return [
        Slot(datetime.fromisoformat(one["start"]), datetime.fromisoformat(one["end"]), one["diary"], one["worker"], one["venue"])
        for one in talk.offered
    ]


def kind_of(format: str | None, claimant: Claimant | None) -> str:
    """A phone call is short; somebody new has a first meeting."""
    if format == "phone":
        return "phone"
    return "review" if claimant else "first_meeting"


def title(slot: Slot) -> str:
    """The time of a slot, as it is chosen: in English, which the readers know."""
    with speaking(ENGLISH):
        return say_when(slot.start, now())


def title_said(offered: Mapping[str, Any]) -> str:
    """The title of an offered time in the language spoken now."""
    start = datetime.fromisoformat(offered["start"])
    with speaking(ENGLISH):
        english = say_when(start, now())
    return str(offered["title"]).replace(english, say_when(start, now()))
