"""Reminders: queued with the booking, looked at again when they are due."""

from collections.abc import Sequence
from datetime import datetime
from math import ceil
from typing import Any
from uuid import UUID, uuid5

from sqlalchemy.ext.asyncio import AsyncSession

from casework import claimants, messaging, outbox
from casework.appointments.calendars.syncing import sync_calendars
from casework.appointments.desk.week import meetings_of
from casework.appointments.meetings import reminding
from casework.appointments.meetings.freed import offer_freed_times
from casework.appointments.meetings.reminders import reminders_at
from casework.appointments.meetings.reminding_anew import due_soon
from casework.appointments.meetings.telling import in_danger, may_be_told, tell
from casework.appointments.models import Appointment
from casework.appointments.times.clashes import ASKED
from casework.base.clock import now
from casework.base.db import transaction
from casework.base.queue import defer, queue
from casework.council import council


async def remind(session: AsyncSession, appointment: Appointment) -> None:
    """Queue each reminder that is still ahead, in the booking's own transaction."""
    hours_before, texting = council().reminders.hours_before, council().texting
    claimant = await claimants.get(session, appointment.claimant_id) if appointment.claimant_id else None
    safe = claimant.safe_contact if claimant else None
    times = reminders_at(appointment.starts_at, hours_before, texting.latest, texting.earliest, safe)
    for hours, at in times.items():
        if at > now():
            await _queue(session, at, {"appointment": str(appointment.id), "sequence": appointment.sequence, "hours": hours})


async def _queue(session: AsyncSession, at: datetime, arguments: dict[str, Any]) -> None:
    """Never a moment early: their safe hours may begin just then."""
    await defer(session, send_reminder, in_seconds=max(0, ceil((at - now()).total_seconds())), **arguments)


@queue.task(name="send_reminder")
async def send_reminder(appointment: str, sequence: int, hours: int) -> None:
    """Says it once, if the meeting still stands as it did, the person still wants it and nothing graver is open."""
    async with transaction() as session:
        found = await session.get(Appointment, UUID(appointment), with_for_update=True)
        if found is None or found.state != "booked" or found.sequence != sequence or found.starts_at <= now():
            return
        claimant = await claimants.get(session, found.claimant_id) if found.claimant_id else None
        if await in_danger(session, found.conversation_id, claimant) or await _is_off(session, found):
            return
        if not may_be_told(claimant):
            return
        await tell(session, found, "utter_reminder", uuid5(found.id, f"{sequence} {hours}"), about="reminder")


async def told_of(session: AsyncSession, conversation_id: UUID, meetings: Sequence[Appointment]) -> Appointment | None:
    """Which of the meetings the last words to them were about, where we wrote by ourselves."""
    last = await messaging.last_said(session, conversation_id)
    if last is None or last.sender_ref is None:
        return None
    return next((one for one in meetings if last.sender_ref in _refs(one)), None)


def _refs(meeting: Appointment) -> set[str]:
    """By which references it is written of."""
    about = [f"{meeting.sequence} {hours}" for hours in council().reminders.hours_before]
    about += [f"{word} {meeting.sequence}" for word in ("moved", "to", "clash")]
    return {str(uuid5(meeting.id, one)) for one in about}


outbox.weighs("reminder", reminding.weigh)


async def _is_off(session: AsyncSession, appointment: Appointment) -> bool:
    """The worker will not be there: they hear of another time instead."""
    (meeting,) = await meetings_of(session, [appointment])
    return meeting.away or appointment.clash == ASKED


@queue.periodic(cron="*/5 * * * *")
@queue.task(name="remind_in_safe_hours", pass_context=False)
async def remind_in_safe_hours(timestamp: int) -> None:
    """Beside the reminders that were queued with the booking: each goes once."""
    async with transaction() as session:
        for due, arguments in await due_soon(session):
            await _queue(session, due, arguments)


@queue.periodic(cron="* * * * *")
@queue.task(name="offer_freed_times", pass_context=False)
async def pass_on_freed_times(timestamp: int) -> None:
    await offer_freed_times()


@queue.periodic(cron="*/5 * * * *")
@queue.task(name="sync_calendars", pass_context=False)
async def keep_calendars_in_step(timestamp: int) -> None:
    await sync_calendars()
