"""Reminders by e-mail for who is new to us: the address is given, proved by a code, and then used for that meeting."""

from sqlalchemy.ext.asyncio import AsyncSession

from casework.appointments.booking.changing import change, differs
from casework.appointments.booking.offering import Who
from casework.appointments.booking.settling import next_asked
from casework.appointments.meetings.telling import send_entry
from casework.appointments.models import Appointment, BookingTalk
from casework.appointments.steps import Step
from casework.appointments.words.having import plainly_changes_way
from casework.appointments.words.hearing import says_how

NO_LINK = "no_link"
"""Why they were asked for a number once more, or for another way: nothing could be sent."""


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


def lacks_link(meeting: Appointment) -> bool:
    """Whether the link of a meeting by video has no way to them until the address is proved."""
    return meeting.format == "video" and (meeting.reach or {}).get("kind") is None


def send_link_to(meeting: Appointment, number: str) -> None:
    """The link goes to a number, in place of the address."""
    meeting.reach = {"kind": "call", "address": number}


async def meet_otherwise(session: AsyncSession, talk: BookingTalk, meeting: Appointment, text: str, who: Who) -> bool:
    """What has just been booked is to be in another way: its own time first. False where no other way is named."""
    if not (says_how(talk, text) or plainly_changes_way(text)) or not differs(meeting, text, who.area):
        return False
    talk.moving_id, talk.holding_id, talk.offered, talk.why, talk.misses = meeting.id, None, [], None, 0
    talk.step = Step.WHEN
    return await change(session, talk, text, who)


def leave_email(talk: BookingTalk, who: Who) -> None:
    """The rest of the booking goes on; an address that is not proved stays for the worker to read. What was moved was said to be."""
    talk.why = None if talk.why == NO_LINK else talk.why
    talk.step, talk.misses = Step.NOTED if talk.moving_id else next_asked(talk, who), 0
