"""Which of several meetings somebody speaks of. No database."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol
from uuid import UUID

from casework.appointments.models import BookingTalk
from casework.appointments.words.picking import chosen
from casework.appointments.words.placing import without_place
from casework.appointments.words.saying import all_of_them
from casework.appointments.words.wishing import wish_in
from casework.appointments.words.wording import wording
from casework.base.clock import local

NUMBER = re.compile(r"\d")
# "The one on 8 December" is no number.
ONE = re.compile(r"\b(?:the )?one\b", re.IGNORECASE)


class Meeting(Protocol):
    @property
    def starts_at(self) -> datetime: ...


@dataclass(frozen=True)
class Listed:
    """A meeting that was listed to be chosen."""

    id: UUID
    starts_at: datetime


def spoken_of[M: Meeting](meetings: Sequence[M], text: str) -> list[M]:
    """Those on the day they name, at the hour too where they name one; "Tuesday" alone is every Tuesday. None named: all."""
    wish = wish_in(ONE.sub("", text))
    if wish is None:
        return list(meetings)
    day = local(wish.first).date()
    if wish.last_day == day and not NUMBER.search(text):
        return [one for one in meetings if local(one.starts_at).weekday() == day.weekday()] or list(meetings)
    at = [one for one in meetings if one.starts_at == wish.first]
    on = [one for one in meetings if day <= local(one.starts_at).date() <= wish.last_day]
    return (at if wish.exact else []) or on or list(meetings)


def moved_from[M: Meeting](meetings: Sequence[M], text: str) -> list[M]:
    """Of the words of a move, those it is moved from: "move my Tuesday one to Friday". None named: all."""
    found = _source(text)
    return spoken_of(meetings, found[1] or found[2]) if found else list(meetings)


def moved_to(text: str) -> str:
    """The rest of them: when to."""
    text = without_place(text)
    found = _source(text)
    return f"{text[: found.start()]} {text[found.end() :]}" if found else text


def _source(text: str) -> re.Match[str] | None:
    """The words that name the meeting by its day."""
    for one in wording().moved_from:
        found = re.search(one, text.casefold())
        if found and wish_in(found[1] or found[2] or ""):
            return found
    return None


def listed(talk: BookingTalk) -> list[Listed]:
    return [Listed(UUID(one["id"]), datetime.fromisoformat(one["start"])) for one in talk.offered]


def meant_of(talk: BookingTalk, text: str) -> list[Listed]:
    """Which of those listed: by number, by place, by day, "both". Several where the words fit several, none where none."""
    every = listed(talk)
    if all_of_them(text):
        return every
    place = chosen(talk, text)
    if place is not None:
        return [every[place]]
    named = spoken_of(every, text)
    return named if wish_in(ONE.sub("", text)) and len(named) < len(every) else []
