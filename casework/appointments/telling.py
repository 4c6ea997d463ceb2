"""Words about an appointment to the person it is with, wherever they can be reached."""

from typing import Any
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from casework import claimants, messaging, outbox
from casework.appointments.diaries import worker_of
from casework.appointments.models import Appointment
from casework.base.clock import now
from casework.base.words import words
from casework.claimants import Claimant
from casework.council import council, say_when


async def tell(session: AsyncSession, appointment: Appointment, name: str, ref: UUID) -> bool:
    """Say the response `name` once for each `ref`; False where a person must ring them instead."""
    claimant = await claimants.get(session, appointment.claimant_id) if appointment.claimant_id else None
    said = {
        "when": say_when(appointment.starts_at, now()),
        "council": council().area(appointment.area).name,
        "worker": await worker_of(session, appointment),
    }
    reach = _proved(claimant) or appointment.reach or {}
    if reach.get("kind") == "email":
        text, subject = words(name, **said).text, words(f"{name}_subject").text
        await outbox.post(session, "email", reach["address"], text, subject=subject, ref=ref, about="appointment")
        return True
    if reach.get("kind") == "sms":
        await _text(session, appointment, claimant, reach["address"], ref, name, said)
        return True
    return await _in_chat(session, appointment, ref, name, said)


def _proved(claimant: Claimant | None) -> dict[str, str] | None:
    """A text before an e-mail."""
    proved = [one for one in claimant.channels if one.proved_at and not one.closed_at] if claimant else []
    best = max(proved, key=lambda one: one.kind == "sms", default=None)
    return {"kind": best.kind, "address": best.address} if best else None


async def _text(
    session: AsyncSession, appointment: Appointment, claimant: Claimant | None, number: str, ref: UUID, name: str,
    said: dict[str, Any],
) -> None:
    talk = await messaging.of_phone(session, number)
    if talk is None:
        talk = await messaging.start_texts(session, appointment.area, number, claimant.id if claimant else None)
    await _record(session, talk.id, ref, words(name, "sms", **said))


async def _in_chat(session: AsyncSession, appointment: Appointment, ref: UUID, name: str, said: dict[str, Any]) -> bool:
    """It waits in the chat where they booked; whether they come back there nobody knows."""
    if appointment.conversation_id:
        await _record(session, appointment.conversation_id, ref, words(name, **said))
    return False


async def _record(session: AsyncSession, conversation: UUID, ref: UUID, said: Any) -> None:
    locked = await messaging.locked(session, conversation)
    if not await messaging.known(session, locked, str(ref)):
        await messaging.record(
            session, locked, "assistant", said.text, choices=said.choices, sender_ref=str(ref), about="appointment"
        )
