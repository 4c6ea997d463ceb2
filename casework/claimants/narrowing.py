"""What is said by text makes safe times fewer, never more: whoever holds the phone may have written it. Pure."""

from collections.abc import Mapping
from typing import Any

from casework.claimants.safe import ANY, Settled, noted, settle
from casework.claimants.safe_hours import WHEN, say_window
from casework.council.hours import WEEKDAYS
from casework.council.models import Texting

FIRST, LAST = "00:00", "23:59"


def narrow(text: str, before: Mapping[str, Any] | None, hours: Texting) -> Settled:
    """The words of somebody with `before` on record, as far as they leave fewer times; `more` where they wish for others.

    Where none are left nothing goes out by itself until a person has asked; what stood is in the note.
    """
    stood = dict(before or {})
    wished = settle(text, stood, hours)
    if wished.kind in ANY:
        times = {name: value for name, value in stood.items() if name in WHEN}
        return Settled("more" if times else wished.kind, wished.contact | times)
    kind = "more" if _is_more(stood, wished.contact) else wished.kind
    both = wished.contact | _both(stood, wished.contact)
    if _is_none(both):
        kept = {name: value for name, value in both.items() if name not in WHEN}
        was = noted(stood.get("note"), say_window(stood, hours))
        return Settled("more", kept | {"from": LAST, "note": noted(was, text)})
    return Settled(kind, both)


def _both(one: Mapping[str, Any], other: Mapping[str, Any]) -> dict[str, Any]:
    days = [day for day in WEEKDAYS if day in one.get("days", WEEKDAYS) and day in other.get("days", WEEKDAYS)]
    start = max(one.get("from", FIRST), other.get("from", FIRST))
    end = min(one.get("until", LAST), other.get("until", LAST))
    return (
        ({"days": days} if len(days) < len(WEEKDAYS) else {})
        | ({"from": start} if start > FIRST else {})
        | ({"until": end} if end < LAST else {})
    )


def _is_more(stood: Mapping[str, Any], wished: Mapping[str, Any]) -> bool:
    return (
        not set(wished.get("days", WEEKDAYS)) <= set(stood.get("days", WEEKDAYS))
        or wished.get("from", FIRST) < stood.get("from", FIRST)
        or wished.get("until", LAST) > stood.get("until", LAST)
    )


def _is_none(contact: Mapping[str, Any]) -> bool:
    return not contact.get("days", WEEKDAYS) or contact.get("from", FIRST) >= contact.get("until", LAST)
