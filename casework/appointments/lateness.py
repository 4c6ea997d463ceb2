"""Who says that they are late for a meeting, and whether it can be that meeting."""

from datetime import datetime, timedelta

from sqlalchemy.ext.asyncio import AsyncSession

from casework.appointments.asking import minutes_in
from casework.appointments.models import Appointment
from casework.appointments.service import running_late
from casework.base.clock import local, now

CLOSE = timedelta(hours=3)


def is_near(starts_at: datetime, at: datetime) -> bool:
    """On its day, or close to its time."""
    return local(starts_at).date() == local(at).date() or starts_at - at <= CLOSE


async def told_late(session: AsyncSession, meeting: Appointment, text: str) -> bool:
    """Its time is kept and the worker sees it; False, and nothing is noted, where it is on another day."""
    if not is_near(meeting.starts_at, now()):
        return False
    await running_late(session, meeting, minutes_in(text) or meeting.late_minutes)
    return True
