"""Reminders by e-mail for who is new to us: the address is given, proved by a code, and then used for that meeting."""

from sqlalchemy.ext.asyncio import AsyncSession

from casework.appointments.models import Appointment, BookingTalk
from casework.appointments.offering import Who
from casework.appointments.settling import next_asked
from casework.appointments.steps import Step
from casework.appointments.telling import send_entry


def to_prove(meeting: Appointment) -> str | None:
    """The address that was given and is not proved yet."""
    address: str | None = (meeting.reach or {}).get("to_prove")
    return address


def give_email(meeting: Appointment, address: str) -> None:
    """How they were reached before stands until the address is proved."""
    meeting.reach = {**(meeting.reach or {}), "to_prove": address}


async def prove_email(session: AsyncSession, talk: BookingTalk, meeting: Appointment, who: Who) -> None:
    """It is theirs: what we write of this meeting goes there."""
    meeting.reach = {"kind": "email", "address": to_prove(meeting)}
    await send_entry(session, meeting, None, "utter_booking_entry")
    leave_email(talk, who)


def leave_email(talk: BookingTalk, who: Who) -> None:
    """The rest of the booking goes on; an address that is not proved stays for the worker to read. What was moved was said to be."""
    talk.step, talk.misses = Step.NOTED if talk.moving_id else next_asked(talk, who), 0
