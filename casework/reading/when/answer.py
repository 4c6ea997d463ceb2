"""The answer's own form: wall-clock times without an offset, days without a time."""

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from casework.reading.when.values import Hours

When = dict[str, Any]
Bound = date | datetime
CODES = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")


def nothing() -> When:
    return {"kind": "none", "start": None, "end": None}


def one_day(on: date) -> When:
    return {"kind": "date", "start": on.isoformat(), "end": on.isoformat()}


def moment(at: datetime) -> When:
    return {"kind": "datetime", "start": written(at), "end": written(at)}


def window(start: Bound, end: Bound | None, ask: bool = False) -> When:
    """Nothing where it would end on a day before it starts: "tomorrow, after Monday"."""
    if end and _day(end) < _day(start):
        return nothing()
    read = {"kind": "window", "start": written(start), "end": written(end) if end else None}
    return read | ({"ask": True} if ask else {})


def _day(bound: Bound) -> date:
    return bound.date() if isinstance(bound, datetime) else bound


def written(bound: Bound) -> str:
    return bound.isoformat(timespec="minutes") if isinstance(bound, datetime) else bound.isoformat()


def recurring(days: Iterable[int], hours: Hours | None) -> When:
    found: When = {"days": [CODES[one] for one in sorted(days)]}
    if hours:
        found |= {"from": hours.start.isoformat("minutes"), "to": hours.end.isoformat("minutes")}
    return {"recurs": found}
