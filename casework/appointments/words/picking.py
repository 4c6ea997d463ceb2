"""Which of the times shown somebody means: by number, by place, by its day or hour. No database."""

import re
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from casework.appointments.models import BookingTalk
from casework.appointments.steps import WHICH, Step
from casework.appointments.times.diary import Slot, Span
from casework.appointments.words.counting import nearer, nearer_on
from casework.appointments.words.placing import place_named
from casework.appointments.words.saying import (
    all_but,
    asks_for_more,
    numbered,
    only_again,
    picked,
    whichever,
    without_refused_place,
)
from casework.appointments.words.shown_day import CLOCK, of_day_shown
from casework.appointments.words.too_early import names_part_of_day
from casework.appointments.words.wishing import busy_in, wish_in
from casework.appointments.words.wording import has, wording
from casework.base.clock import local, now
from casework.base.plain import folded, plain
from casework.base.speaking import ENGLISH, speaking
from casework.base.words import capital
from casework.council import say_when, say_when_listed
from casework.reading import read_answer

LEADING_NO = re.compile(r"^\W*(?:no|nah|nope)\b(?! (?:good|way|idea|chance))\W*", re.IGNORECASE)
NOON = 12
ONE_OF_THEM = re.compile(r"\b(?:one|option|time|slot)\b", re.IGNORECASE)


def picks(talk: BookingTalk, text: str) -> bool:
    """Whether they take one of the list in so many words, would not have its hour, or ask for more of them: "the second one, thank you"."""
    if talk.step not in (Step.CHOOSE, Step.CONFIRM):
        return False
    if refuses_hour(text) or (talk.step == Step.CHOOSE and asks_for_more(text)):
        return True
    if not ONE_OF_THEM.search(text):
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
    if 1 <= number <= len(talk.offered):
        return number - 1
    return None if nth else _at_hour(talk, number)


def _at_hour(talk: BookingTalk, hour: int) -> int | None:
    """ "11", where there is no eleventh and one of them is at eleven: on the hour, where others are not."""
    at = [(place, local(one.start)) for place, one in enumerate(slots(talk)) if 0 < hour <= NOON and local(one.start).hour % NOON == hour % NOON]
    for some in ([place for place, start in at if start.minute == 0], [place for place, _ in at]):
        if len(some) == 1:
            return some[0]
    return None


def picks_none(talk: BookingTalk, text: str) -> bool:
    """Whether they name the fourth of three."""
    return picked(text) is not None and chosen(talk, text) is None and not busy_in(LEADING_NO.sub("", text)) and not refused_place(talk, text)


def chosen(talk: BookingTalk, text: str) -> int | None:
    """Which of the times shown: by number, by "the second", or by the only one that the words fit.

    Where any will do it is the first; a yes is to the only one there is.
    """
    said = text.strip().rstrip(".").casefold()
    if talk.step not in WHICH and place_named(text) is not None:
        return None
    if said.isdecimal():
        return _numbered_place(talk, said)
    if only_again(text) or has(text, wording().any_but):
        return None
    if (left := without_refused_place(text)) != folded(text):
        place = picked(left)
        return place % len(talk.offered) if place is not None and place < len(talk.offered) else None
    if talk.offered and (whichever(text) or (len(talk.offered) == 1 and read_answer("yes_no", text)["value"] == "yes")):
        return 0
    if refuses_hour(text):
        return None
    if (place := _at_edge_of_day(talk, text)) is not None or (place := _numbered_place(talk, text)) is not None:
        return place
    rest = LEADING_NO.sub("", text)
    place = None if busy_in(rest) or not talk.offered else picked(rest)
    if place is not None:
        return place % len(talk.offered) if place < len(talk.offered) else None
    titles = [one["title"].casefold() for one in talk.offered]
    if said in titles:
        return titles.index(said)
    named = [place for place, one in enumerate(talk.offered) if one.get("group") and names_session(_name_of(one), text)]
    if len(named) == 1:
        return named[0]
    fits = _fitting(talk, text)
    return fits[0] if len(fits) == 1 else None


def _at_edge_of_day(talk: BookingTalk, text: str) -> int | None:
    """ "The later one on Tuesday", of those shown on that day."""
    found = re.search(wording().edge_of_shown, folded(text).strip(" .!?"))
    fits = _fitting(talk, found["day"]) if found else []
    starts = {slots(talk)[one].start: one for one in fits}
    return None if found is None or not starts else starts[(max if found["last"] else min)(starts)]


def names_session(title: str, text: str) -> bool:
    """Whether the words name the session of several people."""
    name = plain(title)
    return bool(name) and f" {name} " in f" {plain(text)} "


def _fitting(talk: BookingTalk, text: str) -> list[int]:
    """Those that the words fit; what is all but something, or past what is shown, is none of them."""
    shown = slots(talk)
    if all_but(text) or nearer(text) or nearer_on(text, [one.start for one in shown]):
        return []
    wishes = [wish_in(text), of_day_shown(text, [one.start for one in shown])]
    fits = ([place for place, slot in enumerate(shown) if wish and not wish.edge and wish.suits(slot)] for wish in wishes)
    return next(filter(None, fits), [])


def refused_place(talk: BookingTalk, text: str) -> Span | None:
    """When the one is that they name and would not have, where they name no other: "anything but the first one"."""
    said, left = folded(text), without_refused_place(text)
    place = None if left == said or picked(left) is not None else picked(said)
    shown = slots(talk)
    return (shown[place].start, shown[place].end) if place is not None and place < len(shown) else None


def refuses_hour(text: str) -> bool:
    """ "Anything but 9.30", "not the half nine", and no other hour."""
    return _hour_refused(text) is not None


def refused_hours(talk: BookingTalk, text: str) -> list[Span]:
    """When those of the times shown start that are at the hour they would not have."""
    hour, shown = _hour_refused(text), slots(talk)
    places = _fitting(talk, hour) if hour else []
    at = _at_hour(talk, int(hour)) if hour and hour.isdecimal() and not places else None
    return [(shown[one].start, shown[one].end) for one in (*places, *([] if at is None else [at]))]


def _hour_refused(text: str) -> str | None:
    found = re.fullmatch(wording().not_hour, folded(text))
    return CLOCK.sub(r"\1:\2", found["hour"]) if found else None


def _name_of(offered: Mapping[str, Any]) -> str:
    """Of a group, without its time."""
    return str(offered["title"]).rpartition(": ")[0]


def without_no(text: str, shown: Sequence[Span]) -> str:
    """ "No Thursday", said of a Tuesday, is a wish for Thursday: the words without the no.

    So is "no Friday morning", where not all of those shown are then.
    """
    rest = LEADING_NO.sub("", text)
    ruled_out = busy_in(text)
    struck = [any(_overlap(one, span) for one in ruled_out) for span in shown]
    if rest == text or not ruled_out or (all(struck) and struck if names_part_of_day(rest) else any(struck)):
        return text
    return rest if wish_in(rest) else text


def _overlap(one: Span, other: Span) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def slots(talk: BookingTalk) -> list[Slot]:
    return [
        Slot(datetime.fromisoformat(one["start"]), datetime.fromisoformat(one["end"]), one["diary"], one["worker"], one["venue"])
        for one in talk.offered
    ]


def title(slot: Slot) -> str:
    """The time of a slot, as it is chosen: in English, which the readers know."""
    with speaking(ENGLISH):
        return say_when(slot.start, now())


def title_said(offered: Mapping[str, Any], channel: str = "web") -> str:
    """The title of an offered time in the language spoken now, as a line begins; by text as short as can be."""
    start = datetime.fromisoformat(offered["start"])
    with speaking(ENGLISH):
        english = say_when(start, now())
    said = (say_when_listed if channel == "sms" else say_when)(start, now())
    return capital(str(offered["title"]).replace(english, said))
