"""Reminders: queued with the booking, looked at again when they are due."""

from datetime import timedelta
from typing import Any
from uuid import UUID, uuid5

from sqlalchemy.ext.asyncio import AsyncSession

from casework import claimants, messaging, safeguarding
from casework.appointments.models import Appointment
from casework.appointments.reminders import reminder_at
from casework.appointments.telling import tell
from casework.base.clock import local, now
from casework.base.db import transaction
from casework.base.queue import defer, queue
from casework.claimants import Claimant
from casework.claimants.rules import may_contact
from casework.council import council


async def remind(session: AsyncSession, appointment: Appointment) -> None:
    """Queue each reminder that is still ahead, in the booking's own transaction."""
    set_ = council().reminders
    for hours in set_.hours_before:
        wait = reminder_at(appointment.starts_at, hours, set_.quiet_from, set_.quiet_until) - now()
        if wait > timedelta():
            arguments: dict[str, Any] = {"appointment": str(appointment.id), "sequence": appointment.sequence, "hours": hours}
            await defer(session, send_reminder, in_seconds=int(wait.total_seconds()), **arguments)


@queue.task(name="send_reminder")
async def send_reminder(appointment: str, sequence: int, hours: int) -> None:
    """Says it once, if the meeting still stands as it did, the person still wants it and nothing graver is open."""
    async with transaction() as session:
        found = await session.get(Appointment, UUID(appointment), with_for_update=True)
        if found is None or found.state != "booked" or found.sequence != sequence or found.starts_at <= now():
            return
        claimant = await claimants.get(session, found.claimant_id) if found.claimant_id else None
        if await _in_danger(session, found, claimant) or (claimant and not _may(claimant)):
            return
        await tell(session, found, "utter_reminder", uuid5(found.id, f"{sequence} {hours}"))


def _may(claimant: Claimant) -> bool:
    quiet = council().reminders
    return may_contact(claimant.safe_contact, quiet.quiet_from, quiet.quiet_until, local(now()))


async def _in_danger(session: AsyncSession, appointment: Appointment, claimant: Claimant | None) -> bool:
    """Whether an alert about them waits for somebody; nothing else is said to them meanwhile."""
    alerts = await safeguarding.open_alerts(session, [appointment.area])
    talks = {one.id for one in await messaging.of_claimant(session, claimant.id)} if claimant else set()
    return any(alert.conversation_id in (talks | {appointment.conversation_id}) - {None} for alert in alerts)
