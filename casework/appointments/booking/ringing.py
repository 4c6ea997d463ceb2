"""On which of their numbers we ring for a meeting that they have: told by its last digits, and changed where it was made."""

from sqlalchemy.ext.asyncio import AsyncSession

from casework import claimants
from casework.appointments.models import Appointment
from casework.appointments.words.having import MOST_WORDS, having
from casework.appointments.words.needing import with_more
from casework.appointments.words.noting import KEPT
from casework.appointments.words.told_early import number_told
from casework.appointments.words.wording import has, wording

RUNG = ("call", "sms")
LAST = 3


def number_to_ring(text: str) -> str | None:
    """The number on which we are to ring them for it. That a number has changed, or is for texts, is more than that."""
    told, rest = number_told(text)
    if told is None or len(rest.split()) > MOST_WORDS or has(rest, having().rings_not):
        return None
    return told if has(rest, having().rings_on) else None


async def rung_ends(session: AsyncSession, meeting: Appointment) -> str:
    """The last digits of the number; "" where we have none. What was told for the worker goes before how they are written to."""
    return (_told(meeting.note) or _reached(meeting) or await _on_record(session, meeting))[-LAST:]


async def ring_on(session: AsyncSession, meeting: Appointment, number: str) -> None:
    """For this meeting alone: how they are written to stays, and so does their record."""
    kind = (meeting.reach or {}).get("kind")
    kept = [one for one in KEPT.split(meeting.note) if one and not one.startswith(_lead())]
    if meeting.claimant_id is None and kind in (None, "call"):
        meeting.reach, meeting.note = {"kind": "call", "address": number}, "; ".join(kept)
    else:
        meeting.note = with_more(_lead() + number, "; ".join(kept))
    await session.flush()


def _lead() -> str:
    return wording().number_note.partition("{")[0]


def _told(note: str) -> str:
    return next((one.removeprefix(_lead()).strip() for one in KEPT.split(note) if one.startswith(_lead())), "")


def _reached(meeting: Appointment) -> str:
    reach = meeting.reach or {}
    return str(reach["address"]) if reach.get("kind") in RUNG else ""


async def _on_record(session: AsyncSession, meeting: Appointment) -> str:
    theirs = await claimants.get(session, meeting.claimant_id) if meeting.claimant_id else None
    return next((one.address for one in theirs.channels if one.kind in RUNG and not one.closed_at), "") if theirs else ""
