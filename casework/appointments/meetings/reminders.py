"""When reminders go. Pure."""

from collections.abc import Mapping, Sequence
from datetime import datetime, time, timedelta
from typing import Any

from casework.appointments.times.diary import instant
from casework.base.clock import local
from casework.claimants.rules import QUARTER, may_contact

FURTHEST_BACK, CLOSE = timedelta(days=7), timedelta(hours=1)
JUST_BEFORE = timedelta(minutes=5)


def reminders_at(
    starts_at: datetime, hours_before: Sequence[int], quiet_from: time, quiet_until: time, safe: Mapping[str, Any] | None
) -> dict[int, datetime]:
    """By hours before, the earliest first; of two that would go within an hour only one goes."""
    found: dict[int, datetime] = {}
    for hours in sorted(hours_before, reverse=True):
        at = _when_safe(reminder_at(starts_at, hours, quiet_from, quiet_until), quiet_from, quiet_until, safe)
        if at is not None and all(abs(at - other) > CLOSE for other in found.values()):
            found[hours] = at
    return found


def _when_safe(at: datetime, quiet_from: time, quiet_until: time, safe: Mapping[str, Any] | None) -> datetime | None:
    """Then, or the last quarter of an hour before at which it is safe for the person; None within a week."""
    earliest = at - FURTHEST_BACK
    while at > earliest:
        if may_contact(safe, quiet_from, quiet_until, local(at)):
            return at
        at -= QUARTER
    return None


def reminder_at(starts_at: datetime, hours: int, quiet_from: time, quiet_until: time) -> datetime:
    """So many hours before; one that falls in quiet hours goes at the close of the evening before them."""
    at = starts_at - timedelta(hours=hours)
    clock, day = local(at).time(), local(at).date()
    if quiet_until <= clock < quiet_from:
        return at
    evening = day if clock >= quiet_from else day - timedelta(days=1)
    return instant(evening, quiet_from) - JUST_BEFORE
