"""When a reminder goes. Pure."""

from datetime import datetime, time, timedelta

from casework.appointments.diary import instant
from casework.base.clock import local

JUST_BEFORE = timedelta(minutes=5)


def reminder_at(starts_at: datetime, hours: int, quiet_from: time, quiet_until: time) -> datetime:
    """So many hours before; one that falls in quiet hours goes at the close of the evening before them."""
    at = starts_at - timedelta(hours=hours)
    clock, day = local(at).time(), local(at).date()
    if quiet_until <= clock < quiet_from:
        return at
    evening = day if clock >= quiet_from else day - timedelta(days=1)
    return instant(evening, quiet_from) - JUST_BEFORE
