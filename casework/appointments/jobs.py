"""Reminders: queued with the booking, looked at again when they are due."""

from datetime import timedelta
from typing import Any
from uuid import UUID, uuid5

from sqlalchemy.ext.asyncio import AsyncSession

from casework import claimants, messaging, outbox, safeguarding
from casework.appointments.models import Appointment
from casework.appointments.reminders import reminder_at
from casework.base.clock import local, now
from casework.base.db import transaction
from casework.base.queue import defer, queue
from casework.base.words import words
from casework.claimants import Claimant
from casework.claimants.rules import may_contact
from casework.council import council, say_when


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
        reach = _proved(claimant) or found.reach
        if reach and reach["kind"] != "call":
            await _say(session, found, claimant, reach, uuid5(found.id, f"{sequence} {hours}"))


def _may(claimant: Claimant) -> bool:
    quiet = council().reminders
    return may_contact(claimant.safe_contact, quiet.quiet_from, quiet.quiet_until, local(now()))


async def _in_danger(session: AsyncSession, appointment: Appointment, claimant: Claimant | None) -> bool:
    """Whether an alert about them waits for somebody; nothing else is said to them meanwhile."""
    alerts = await safeguarding.open_alerts(session, [appointment.area])
    talks = {one.id for one in await messaging.of_claimant(session, claimant.id)} if claimant else set()
    return any(alert.conversation_id in (talks | {appointment.conversation_id}) - {None} for alert in alerts)


def _proved(claimant: Claimant | None) -> dict[str, str] | None:
    """A text before an e-mail."""
    proved = [one for one in claimant.channels if one.proved_at and not one.closed_at] if claimant else []
    best = max(proved, key=lambda one: one.kind == "sms", default=None)
    return {"kind": best.kind, "address": best.address} if best else None


async def _say(
    session: AsyncSession, appointment: Appointment, claimant: Claimant | None, reach: dict[str, Any], ref: UUID
) -> None:
    area = council().area(appointment.area)
    said = {"when": say_when(appointment.starts_at, now()), "council": area.name}
    if reach["kind"] == "email":
        text, subject = words("utter_reminder", **said).text, words("utter_reminder_subject").text
        await outbox.post(session, "email", reach["address"], text, subject=subject, ref=ref, about="appointment")
        return
    talk = await messaging.of_phone(session, reach["address"])
    if talk is None:
        whose = claimant.id if claimant else None
        talk = await messaging.start_texts(session, appointment.area, reach["address"], whose)
    reminder = words("utter_reminder", "sms", **said)
    locked = await messaging.locked(session, talk.id)
    if not await messaging.known(session, locked, str(ref)):
        await messaging.record(
            session, locked, "assistant", reminder.text, choices=reminder.choices, sender_ref=str(ref), about="appointment"
        )
