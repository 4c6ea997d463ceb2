"""A worker's diary for the calendar program of their own, by an address that nobody else knows."""

import secrets
from datetime import timedelta
from hashlib import sha256

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from casework import audit
from casework.appointments.calendars.calendar import alone, calendar
from casework.appointments.calendars.entries import entry_of, workers_entry_of
from casework.appointments.models import Appointment, WorkerDiary
from casework.appointments.times.diaries import diary_of, limits
from casework.base.clock import now
from casework.base.errors import NotFound
from casework.base.settings import settings
from casework.staff import Staff

BACK = timedelta(days=30)


def entry(appointment: Appointment) -> bytes:
    """One appointment as an .ics file for the person it is with."""
    return alone(entry_of(appointment))


async def new_feed(session: AsyncSession, worker: Staff) -> str:
    """The address of the worker's feed, told this once; the one before ends."""
    secret = secrets.token_urlsafe(32)
    diary = await diary_of(session, worker.id)
    diary.feed_hash = _hash(secret)
    await audit.note(session, "staff", "diary.feed_made", staff_id=worker.id, subject=str(worker.id))
    return f"{settings().public_address}/calendar/feed/{secret}.ics"


async def end_feed(session: AsyncSession, worker: Staff) -> None:
    (await diary_of(session, worker.id)).feed_hash = None
    await audit.note(session, "staff", "diary.feed_ended", staff_id=worker.id, subject=str(worker.id))


async def has_feed(session: AsyncSession, worker: Staff) -> bool:
    return (await diary_of(session, worker.id)).feed_hash is not None


async def feed(session: AsyncSession, secret: str) -> bytes:
    """What is booked, from a month back on, as an .ics file without names. Raises NotFound."""
    of_secret = select(WorkerDiary).join(Staff, Staff.id == WorkerDiary.staff_id)
    query = of_secret.where(WorkerDiary.feed_hash == _hash(secret), Staff.closed_at.is_(None))
    diary = (await session.execute(query)).scalar_one_or_none()
    if diary is None:
        raise NotFound("no such calendar")
    meetings = select(Appointment).where(
        Appointment.diary_id == diary.id, Appointment.group_id.is_(None), Appointment.starts_at >= now() - BACK,
        Appointment.starts_at <= now() + limits().horizon, Appointment.state.not_in(("held", "let_go", "cancelled")),
    )
    found = (await session.execute(meetings.order_by(Appointment.starts_at))).scalars()
    return calendar(workers_entry_of(one) for one in found)


def _hash(secret: str) -> bytes:
    return sha256(secret.encode()).digest()
