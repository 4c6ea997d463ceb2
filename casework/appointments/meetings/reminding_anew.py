"""Who said since the booking when it is safe to write is reminded by what is safe now, whichever door they said it at."""

from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from casework.appointments.meetings.reminders import FURTHEST_BACK, reminders_at
from casework.appointments.models import Appointment
from casework.base.clock import now
from casework.claimants import Claimant
from casework.council import council

# Looked at twice before it is due, as one look may be missed; it is said once all the same.
AHEAD = timedelta(minutes=10)


async def due_soon(session: AsyncSession) -> list[tuple[datetime, dict[str, Any]]]:
    """When, and the arguments of its job: each reminder that is due next for somebody with safe hours, planned before or not."""
    at = now()
    return [
        (due, {"appointment": str(meeting.id), "sequence": meeting.sequence, "hours": hours})
        for meeting, person in await _to_come(session, at)
        for hours, due in _planned(meeting, person).items()
        if at < due <= at + AHEAD
    ]


def _planned(meeting: Appointment, person: Claimant) -> dict[int, datetime]:
    texting = council().texting
    return reminders_at(meeting.starts_at, council().reminders.hours_before, texting.latest, texting.earliest, person.safe_contact)


async def _to_come(session: AsyncSession, at: datetime) -> list[tuple[Appointment, Claimant]]:
    furthest = timedelta(hours=max(council().reminders.hours_before, default=0)) + FURTHEST_BACK + timedelta(days=1)
    query = (
        select(Appointment, Claimant)
        .join(Claimant, Claimant.id == Appointment.claimant_id)
        .where(Appointment.state == "booked", Appointment.starts_at > at, Appointment.starts_at <= at + furthest)
        .where(Claimant.safe_contact.is_not(None))
    )
    return [(meeting, person) for meeting, person in (await session.execute(query)).tuples()]
