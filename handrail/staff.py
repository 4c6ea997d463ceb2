"""`handrail staff`: accounts, new passwords, and who takes over from somebody who goes."""

import asyncio
import secrets
import sys
from collections.abc import Coroutine
from datetime import date, timedelta

from sqlalchemy.ext.asyncio import AsyncSession

from casework import appointments, claimants, handoff, outbox, staff
from casework.appointments import Appointment
from casework.base.clock import local, now
from casework.base.db import engine, transaction
from casework.base.errors import HandrailError
from casework.council import council, say_when_in_full
from handrail.running import database
from handrail.running.home import Home


def add(home: Home, email: str, name: str, role: str, areas: list[str]) -> int:
    return _run(home, _add(email, name, role, areas))


def new_password(home: Home, email: str) -> int:
    return _run(home, _new_password(email))


def leave(home: Home, email: str, to: str, on: date | None) -> int:
    """From the day on, tomorrow unless given, people and meetings are the successor's; everybody is told before."""
    return _run(home, _leave(email, to, on or local(now()).date() + timedelta(days=1)))


def close(home: Home, email: str) -> int:
    return _run(home, _close(email))


def _run(home: Home, work: Coroutine[None, None, None]) -> int:
    """With the database of a run under way, or of the run before."""
    database.migrate(database.joined(home.database))
    try:
        asyncio.run(_then_let_go(work))
    except HandrailError as error:
        print(f"handrail: {error}", file=sys.stderr)
        return 1
    return 0


async def _then_let_go(work: Coroutine[None, None, None]) -> None:
    try:
        await work
    finally:
        await engine().dispose()


async def _add(email: str, name: str, role: str, areas: list[str]) -> None:
    password = secrets.token_urlsafe(12)
    async with transaction() as session:
        await staff.add(session, email, name, role, areas, password)
    print(f"{email}  {password}")


async def _new_password(email: str) -> None:
    password = secrets.token_urlsafe(12)
    async with transaction() as session:
        await staff.set_password(session, email, password)
    print(f"{email}  {password}")


async def _leave(email: str, to: str, on: date) -> None:
    async with transaction() as session:
        leaver, successor = await staff.by_email(session, email), await staff.by_email(session, to)
        gone = await appointments.leave_work(session, leaver, successor, on)
        to_ring = [await _to_ring(session, one, successor) for one in gone.to_ring]
    print(f"{gone.people} people and {gone.moved} meetings go to {successor.name} on {on}")
    stay = [f"  {say_when_in_full(one.meeting.starts_at, now())}, {one.meeting.format}: {successor.name} {one.why}" for one in gone.stayed]
    if stay:
        print(f"{len(stay)} meetings stay in the diary to be booked anew:", *stay, sep="\n")
    if to_ring:
        print(f"Could not be told, so {successor.name} is to ring them:", *to_ring, sep="\n")


async def _to_ring(session: AsyncSession, one: Appointment, successor: staff.Staff) -> str:
    """Given to the successor at the desk; who it is, as a line."""
    await handoff.untold(session, council().area(one.area), one.conversation_id, one.claimant_id, successor)
    person = await claimants.get(session, one.claimant_id) if one.claimant_id else None
    numbers = _numbers(one, person)
    name = (person.preferred_name if person else one.name) or "somebody new"
    minded = await _to_mind(session, one, person, numbers)
    return f"  {name}, {', '.join(numbers) or 'no number on record'}: {say_when_in_full(one.starts_at, now())}{minded}"


def _numbers(one: Appointment, person: claimants.Claimant | None) -> list[str]:
    """Those on record, else the one given with the booking."""
    known = [way.address for way in person.channels if way.kind == "sms" and not way.closed_at] if person else []
    given = [one.reach["address"]] if one.reach and one.reach.get("address") else []
    return known or given


async def _to_mind(session: AsyncSession, one: Appointment, person: claimants.Claimant | None, numbers: list[str]) -> str:
    """What to read at the desk before ringing; never its words, for others may see a terminal."""
    if await appointments.alerts_of(session, await appointments.meetings_of(session, [one])):
        return ". OPEN ALERT: read it before you ring"
    if (person and person.safe_contact) or await outbox.quietnesses(session, numbers):
        return ". SAFE CONTACT is on record: read it before you ring"
    return ""


async def _close(email: str) -> None:
    async with transaction() as session:
        await staff.close(session, await staff.by_email(session, email))
    print(f"{email} is closed")
