"""Words about an appointment to the person it is with, wherever they can be reached."""

from datetime import datetime, timedelta
from typing import Any
from uuid import UUID, uuid5

from sqlalchemy.ext.asyncio import AsyncSession

from casework import claimants, messaging, outbox, safeguarding
from casework.appointments.calendars.calendar import alone
from casework.appointments.calendars.entries import entry_of
from casework.appointments.meetings import by_email
from casework.appointments.meetings.place import briefly, where, with_partner
from casework.appointments.meetings.reminders import reminders_at
from casework.appointments.models import Appointment
from casework.appointments.times.diaries import worker_of
from casework.base.clock import local, now
from casework.base.speaking import discreetly, speaking
from casework.base.words import Words, capital, words
from casework.claimants import Claimant
from casework.claimants.rules import may_contact, neutral
from casework.council import council, say_when_in_full
from casework.messaging import Conversation

A_DAY = timedelta(hours=24)
NAMES_WHO_COMES = ("utter_booking_made", "utter_booking_moved_by_us", "utter_booking_stands", "utter_reminder")
IN_CALENDARS = ("booked", "cancelled")


async def tell(
    session: AsyncSession, appointment: Appointment, name: str, ref: UUID, *, about: str = "appointment"
) -> bool:
    """Say the response `name` once for each `ref`; False where a person must ring them instead: no way, or texts stopped.

    `about`: "reminder" for what goes by the clock and keeps to the hours of texting.
    """
    claimant = await claimants.get(session, appointment.claimant_id) if appointment.claimant_id else None
    with speaking(await _language(session, appointment, claimant)):
        return await _tell(session, appointment, claimant, name, ref, about)


async def _language(session: AsyncSession, appointment: Appointment, claimant: Claimant | None) -> str | None:
    """The person's own; of somebody we do not know, the one they booked in."""
    if claimant:
        return council().language(claimant.language)
    booked_in = appointment.conversation_id
    return (await messaging.get(session, booked_in)).language if booked_in else None


async def _tell(
    session: AsyncSession, appointment: Appointment, claimant: Claimant | None, name: str, ref: UUID, about: str
) -> bool:
    when, area = say_when_in_full(appointment.starts_at, now()), council().area(appointment.area)
    said = {
        "when": when,
        "When": capital(when),
        "council": area.name,
        "worker": await worker_of(session, appointment),
        "where": where(appointment),
        "at": briefly(appointment),
    }
    if name in NAMES_WHO_COMES:
        said |= {one: with_partner(said[one], appointment) for one in ("where", "at")}
    reach = await reach_of(session, claimant, appointment.reach)
    guarded = claimant is not None and neutral(claimant.safe_contact)
    if reach.get("kind") == "email":
        entry = alone(entry_of(appointment)) if appointment.state in IN_CALENDARS and not guarded else None
        await by_email.write(session, area, reach["address"], name, said, guarded=guarded, ref=ref, about=about, calendar=entry)
        return True
    if reach.get("kind") == "sms":
        thread = await thread_with(session, appointment.area, claimant, reach)
        if thread:
            with discreetly(guarded or await messaging.is_discreet(session, thread)):
                await _record(session, thread.id, ref, words(name, "sms", **said), about)
        return outbox.kept_back(await outbox.quietness(session, reach["address"]), about) is None
    return await _in_chat(session, appointment, ref, name, said)


async def is_texted_before(session: AsyncSession, meeting: Appointment, claimant: Claimant | None) -> bool:
    """Whether a reminder goes to them by text the day before: that day is still to come, and it is there that we reach them."""
    reach = await reach_of(session, claimant, meeting.reach)
    return reach.get("kind") == "sms" and meeting.starts_at - now() > A_DAY


async def is_texted(session: AsyncSession, meeting: Appointment, claimant: Claimant | None) -> bool:
    """Whether what we write of it goes to them by text."""
    return (await reach_of(session, claimant, meeting.reach)).get("kind") == "sms"


async def next_reminder(session: AsyncSession, meeting: Appointment, claimant: Claimant | None) -> datetime | None:
    """When the next text reminds them of it; None where none is to come."""
    if not await is_texted(session, meeting, claimant):
        return None
    texting, safe = council().texting, claimant.safe_contact if claimant else None
    planned = reminders_at(meeting.starts_at, council().reminders.hours_before, texting.latest, texting.earliest, safe)
    return min((at for at in planned.values() if at > now()), default=None)


async def send_entry(session: AsyncSession, appointment: Appointment, claimant: Claimant | None, name: str) -> None:
    """To whoever proved an e-mail address: the calendar entry of what the chat has just told them."""
    address = _proved_email(claimant) if claimant else _given_email(appointment)
    if address is None or (claimant and neutral(claimant.safe_contact)):
        return
    when, worker = say_when_in_full(appointment.starts_at, now()), await worker_of(session, appointment)
    area = council().area(appointment.area)
    said = {"when": when, "worker": worker, "where": where(appointment), "council": area.name}
    await by_email.write(
        session, area, address, name, said, ref=uuid5(appointment.id, f"entry {appointment.sequence}"),
        about="appointment", calendar=alone(entry_of(appointment)),
    )


def _proved_email(claimant: Claimant) -> str | None:
    known = [one.address for one in claimant.channels if one.kind == "email" and one.proved_at and not one.closed_at]
    return known[-1] if known else None


def _given_email(appointment: Appointment) -> str | None:
    """Proved for this meeting by somebody we keep no record of."""
    reach = appointment.reach or {}
    return str(reach["address"]) if reach.get("kind") == "email" else None


async def reach_of(
    session: AsyncSession, claimant: Claimant | None, reach: dict[str, Any] | None
) -> dict[str, Any]:
    """As they proved and asked for, {"kind", "address"}; else what was given with the booking. Empty: in no way."""
    way = await claimants.way_to(session, claimant, "appointment") if claimant else None
    if way:
        return {"kind": way.kind, "address": way.address}
    return {} if reach is None or (claimant and _is_theirs_no_more(claimant, reach)) else reach


def _is_theirs_no_more(claimant: Claimant, reach: dict[str, Any]) -> bool:
    """Whether the number was taken off their record, or is on it unproved: a stranger may have it."""
    known = [one for one in claimant.channels if (one.kind, one.address) == (reach.get("kind"), reach.get("address"))]
    return bool(known) and not any(one.proved_at and not one.closed_at for one in known)


async def reaches(session: AsyncSession, appointment: Appointment, claimant: Claimant | None) -> bool:
    """Whether what we write of a meeting comes to them, as it stands now."""
    reach = await reach_of(session, claimant, appointment.reach)
    if reach.get("kind") == "sms":
        return outbox.kept_back(await outbox.quietness(session, reach["address"]), "appointment") is None
    return reach.get("kind") == "email"


async def untold(session: AsyncSession, appointment: Appointment, claimant: Claimant | None) -> list[Appointment]:
    """Itself, where somebody must ring them about it."""
    return [] if await reaches(session, appointment, claimant) else [appointment]


async def thread_with(
    session: AsyncSession, area: str, claimant: Claimant | None, reach: dict[str, Any] | None
) -> Conversation | None:
    """The thread of texts with somebody, locked; a new one where there is none. None where they cannot be texted."""
    best = await reach_of(session, claimant, reach)
    if best.get("kind") != "sms":
        return None
    await messaging.one_at_a_time(session, best["address"])
    known = await messaging.of_phone(session, best["address"])
    if known is None:
        return await messaging.start_texts(session, area, best["address"], claimant.id if claimant else None)
    return await messaging.locked(session, known.id)


def may_be_told(claimant: Claimant | None) -> bool:
    """Outside quiet hours, inside their own safe hours."""
    hours = council().texting
    return may_contact(claimant.safe_contact if claimant else None, hours.latest, hours.earliest, local(now()))


async def in_danger(session: AsyncSession, conversation_id: UUID | None, claimant: Claimant | None) -> bool:
    """Whether danger was read of late and nobody has closed it; nothing else is said to them meanwhile."""
    talks = [one.id for one in await messaging.of_claimant(session, claimant.id)] if claimant else []
    return await safeguarding.any_open(session, [*talks, *([conversation_id] if conversation_id else [])])


async def _in_chat(session: AsyncSession, appointment: Appointment, ref: UUID, name: str, said: dict[str, Any]) -> bool:
    """It waits in the chat where they booked; whether they come back there nobody knows. A thread of texts that ended stays so."""
    chat = await messaging.get(session, appointment.conversation_id) if appointment.conversation_id else None
    if chat and not (chat.phone and chat.finished_at):
        await _record(session, chat.id, ref, words(name, **said), "appointment")
    return False


async def _record(session: AsyncSession, conversation: UUID, ref: UUID, said: Words, about: str) -> None:
    locked = await messaging.locked(session, conversation)
    if not await messaging.known(session, locked, str(ref)):
        await messaging.record(
            session,
            locked,
            "assistant",
            said.text,
            choices=said.choices,
            sender_ref=str(ref),
            about=about,
            language=said.language,
        )
