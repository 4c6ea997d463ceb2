"""The days and hours that somebody's words leave, of what stood and of our hours of texting. Pure."""

from collections.abc import Iterable, Mapping
from datetime import time
from typing import Any, Literal

from casework.council.hours import WEEKDAYS
from casework.council.models import Texting
from casework.council.say import say_days, say_from_to, say_time
from casework.reading import Hours, Weekly

DAY_ENDS = 24 * 60
WHEN = frozenset({"days", "from", "until"})
Stretch = tuple[int, int]
# `hours`: a window of which a part lies outside the hours of texting; `never`: all of it does.
# `more`: more than stands, which whoever holds the phone cannot have by text.
Kind = Literal["window", "hours", "never", "shared", "any", "any_shared", "more", "unread"]
WINDOWS: frozenset[Kind] = frozenset({"window", "hours"})
KEPT: frozenset[Kind] = WINDOWS | {"never"}


def window(read: Weekly, before: Mapping[str, Any], hours: Texting) -> tuple[Kind, dict[str, Any]] | None:
    """The days and hours that are left; None where none are."""
    days = _days(read, before)
    wished = _wished(read, before)
    left = _less(wished, [_ruled_out(one, hours) for one in read.no_hours])
    if not days or not left:
        return None
    texted = (_minutes(hours.earliest), _minutes(hours.latest))
    best = max(left, key=lambda one: _shared_minutes(one, texted))
    return _kind(best, texted, read), _written(days, best)


def _kind(kept: Stretch, texted: Stretch, read: Weekly) -> Kind:
    if not _shared_minutes(kept, texted):
        return "never"
    ends = texted[1] if kept[1] == DAY_ENDS else kept[1]
    return "hours" if read.hours and (kept[0] < texted[0] or ends > texted[1]) else "window"


def _days(read: Weekly, before: Mapping[str, Any]) -> list[int]:
    known = frozenset(WEEKDAYS.index(one) for one in before.get("days") or WEEKDAYS)
    given = read.days or (frozenset(range(7)) if read.any_time and not read.hours else known)
    return sorted(given - read.no_days)


def _wished(read: Weekly, before: Mapping[str, Any]) -> list[Stretch]:
    if read.hours:
        return [(_minutes(one.start), DAY_ENDS if one.onwards else _minutes(one.end)) for one in read.hours]
    if read.any_time:
        return [(0, DAY_ENDS)]
    start, end = before.get("from"), before.get("until")
    return [
        (_minutes(time.fromisoformat(start)) if start else 0, _minutes(time.fromisoformat(end)) if end else DAY_ENDS)
    ]


def _ruled_out(one: Hours, hours: Texting) -> Stretch:
    """ "Not before 11" begins with the day; "not at night" and "not after 3" end with it."""
    start, end = _minutes(one.start), _minutes(one.end)
    return 0 if one.start <= hours.earliest else start, DAY_ENDS if one.onwards or one.end >= hours.latest else end


def _less(wished: list[Stretch], gone: Iterable[Stretch]) -> list[Stretch]:
    for first, last in gone:
        parts = [part for start, end in wished for part in ((start, min(end, first)), (max(start, last), end))]
        wished = [(start, end) for start, end in parts if start < end]
    return wished


def _shared_minutes(one: Stretch, other: Stretch) -> int:
    return max(0, min(one[1], other[1]) - max(one[0], other[0]))


def texted_minutes(safe: Mapping[str, Any], hours: Texting) -> int:
    """How long in a week that leaves of the hours of texting."""
    start, end = safe.get("from"), safe.get("until")
    kept = (_minutes(time.fromisoformat(start)) if start else 0, _minutes(time.fromisoformat(end)) if end else DAY_ENDS)
    return len(safe.get("days", WEEKDAYS)) * _shared_minutes(kept, (_minutes(hours.earliest), _minutes(hours.latest)))


def _written(days: list[int], stretch: Stretch) -> dict[str, Any]:
    start, end = stretch
    return (
        ({"days": [WEEKDAYS[day] for day in days]} if len(days) < len(WEEKDAYS) else {})
        | ({"from": _clock(start)} if start else {})
        | ({"until": _clock(end)} if end < DAY_ENDS else {})
    )


def _minutes(at: time) -> int:
    return at.hour * 60 + at.minute


def _clock(minutes: int) -> str:
    return f"{minutes // 60:02d}:{minutes % 60:02d}"


def say_window(safe: Mapping[str, Any] | None, hours: Texting) -> str:
    """ "Monday to Friday, 10am to 5pm": when we text them by ourselves. "" where we never do."""
    safe = safe or {}
    days = safe.get("days", WEEKDAYS)
    start = max(hours.earliest, time.fromisoformat(safe.get("from", "00:00")))
    end = min(hours.latest, time.fromisoformat(safe.get("until", "23:59")))
    if start >= end:
        return ""
    named = say_days(sorted(WEEKDAYS.index(day) for day in days))
    return f"{named}, {say_from_to(say_time(start), say_time(end))}"
