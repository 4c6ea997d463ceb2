"""What a worker writes of a time, and why it is not taken as it stands."""

from datetime import UTC, datetime

from api.desk.forms import FIRST_YEAR, LAST_YEAR
from casework import appointments
from casework.appointments import Wish
from casework.base.clock import local, now
from casework.base.errors import Unreadable
from casework.council import say_full_date

NOTHING = "write a time, for example: next Tuesday morning"
NO_SUCH = {"day": "there is no such day; write another", "time": "there is no such hour; write one such as 2pm or 14:30"}
WHYS = {
    "past": "That time has gone by.", "too_soon": "That is too soon.", "closed": "We are closed then.",
    "outside": "Nobody works then.", "taken": "Nothing is free just then.",
}


def read_start(written: str) -> datetime:
    """The start that a button carries. Raises Unreadable."""
    try:
        start = datetime.fromisoformat(written)
    except ValueError as error:
        raise Unreadable("choose one of the times shown") from error
    if not FIRST_YEAR <= start.year <= LAST_YEAR or start.tzinfo is None:
        raise Unreadable("choose one of the times shown")
    return start.astimezone(UTC)


def check_words(when: str) -> None:
    """Words that do not agree with themselves are asked about, not settled. Raises Unreadable."""
    if two := appointments.two_dates(when):
        first, second = two
        raise Unreadable(f"that is two days, {say_full_date(first)} or {say_full_date(second)}; write one")
    if impossible := appointments.impossible_in(when):
        raise Unreadable(NO_SUCH[impossible[0]])


def wish_of(when: str, last: datetime | None) -> Wish:
    """`last`: when they met, or are to meet. Raises Unreadable."""
    check_words(when)
    if last is None and appointments.as_before(when):
        raise Unreadable("they have no meeting to count from; write a day and a time")
    wish = appointments.wish_in(when, last)
    if wish is None:
        raise Unreadable(NOTHING)
    return wish


def moved_wish_of(when: str, meeting: datetime) -> Wish:
    """Another time for a meeting, counted from it. Raises Unreadable."""
    check_words(when)
    wish = appointments.wish_from(when, meeting) or appointments.not_then(when, meeting)
    if wish is None:
        raise Unreadable(NOTHING)
    return wish


def say_why(why: str | None) -> str:
    """Why the times shown are others than were wished for."""
    if why == "too_far":
        last = local(now() + appointments.limits().horizon).date()
        return f"That is beyond the diary, which goes to {say_full_date(last)}."
    return WHYS.get(why or "", "")


def at(start: datetime) -> Wish:
    """For the nearest to a time that is taken."""
    return Wish(start, start, exact=True)
