"""What people ask and tell of a meeting, found or being found, in plain words. Pure."""

import re

from casework.appointments.words.wording import first, has, wording
from casework.base.plain import folded

SPAN = re.compile(r"\b(\d{1,3}) ?(?:m|mins?|minutes?)\b")
# No number of a bus, and no hour of the meeting.
MINUTES = re.compile(r"(?<!bus )(?<!number )(?<!no )(?<!at )(?<!my )(?<!the )(?<!for )(?<![.:])\b(\d{1,3})\b(?! ?(?:am|pm|o'? ?clock|bus|train)\b|[.:]\d)")
HOURS = {"half an hour": 30, "half hour": 30, "quarter of an hour": 15, "hour and a half": 90, "an hour": 60, "1 hour": 60, "one hour": 60}
WHO_IS = re.compile(r"(?:\w+ )?who(?: is|'?s) (?!(?:it|this|that|he|she|there)\b)(\w+)(?:,? (?:then|again|anyway|please|pls|tho|though))*\W*")
MOST_LATE = 180
# It is no job of theirs.
JOB_CENTRE = re.compile(r"\bjob cent(?:re|er)\b", re.IGNORECASE)


def asked_about(text: str) -> str | None:
    """What they would know of the times shown: "where", "who", how "long", what to "bring", what if "late"."""
    return first(text, wording().about)


def of_their_meeting(text: str) -> bool:
    """Whether they ask what to bring or tell who comes along, which only a meeting they have can be about."""
    return asked_about(text) == "bring" or has(text, wording().along)


def asks_who_is(text: str) -> str | None:
    """The one name they ask about: "who is joe?"."""
    found = WHO_IS.fullmatch(folded(text))
    return found[1] if found else None


def means_another(text: str) -> bool:
    """Whether they speak of a meeting they have, and not of the one being found."""
    return has(text, wording().another)


def asks_us(text: str) -> bool:
    """Whether it is a question."""
    return text.rstrip().endswith("?") or any(re.search(one, text.strip().casefold()) for one in wording().asks_us)


def asks_something(text: str) -> bool:
    """Whether it is surely a question, and asks for no time: one word alone may be a name."""
    said = folded(text)
    asks = any(re.search(one, said) for one in wording().surely_asks) or (said.endswith("?") and " " in said)
    return asks and not has(said, wording().asks_for_times)


def plainly_asked(text: str) -> str | None:
    """A question of meetings that needs no guess: are there "steps", "must" they come, what if they "miss" it, is it "free", are we the "jobcentre"."""
    said = JOB_CENTRE.sub("jobcentre", text)
    if has(said, wording().plainly["private"]):
        return "private"
    return None if is_of_work(said) else first(said, wording().plainly)


def asks_what_for(text: str) -> bool:
    """Whether they ask what a name or a number is needed for."""
    return has(text, wording().what_for)


def says_late(text: str) -> bool:
    """Whether they say that they will be there after the time, or how late."""
    return has(text, wording().late)


def says_there(text: str) -> bool:
    """Whether they say that they have come."""
    return has(text, wording().there)


def is_of_work(text: str) -> bool:
    """Whether their own work is named, and not only to set it apart: "not work, my meeting"."""
    return has(re.sub(wording().not_of_work, " ", folded(text)), wording().work)


def minutes_named(text: str) -> int | None:
    """How many minutes somebody speaks of as such: "10 mins", "half an hour"."""
    plain = folded(text)
    if said := SPAN.search(plain):
        return min(int(said[1]), MOST_LATE)
    return next((minutes for name, minutes in HOURS.items() if re.search(rf"\b{name}\b", plain)), None)


def minutes_in(text: str) -> int | None:
    """How late somebody says they will be; a bare number counts too."""
    bare = MINUTES.search(text.casefold())
    return minutes_named(text) or (min(int(bare[1]), MOST_LATE) if bare else None)
