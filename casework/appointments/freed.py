"""A time that came free goes to who has waited longest, is kept for a while, and goes on to the next."""

from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from casework import claimants, messaging
from casework.appointments import service, waiting
from casework.appointments.diaries import limits, worker_of
from casework.appointments.finding import find
from casework.appointments.hearing import Step
from casework.appointments.models import Appointment, BookingTalk, Waiting
from casework.appointments.telling import in_danger, may_be_told, thread_with
from casework.base.clock import local, now
from casework.base.db import transaction
from casework.base.errors import Conflict
from casework.base.speaking import speaking
from casework.base.words import words
from casework.claimants import Claimant
from casework.council import council, say_time, say_when
from casework.messaging import Conversation

OFFERED = {"event": "booking_offered"}


async def offer_freed_times() -> None:
    """See to everybody who waits, each in a transaction of their own."""
    async with transaction() as session:
        ids = [one.id for one in await waiting.in_order(session, [area.id for area in council().areas])]
    for id_ in ids:
        await _see_to(id_)


async def _see_to(id_: UUID) -> None:
    async with transaction() as session:
        entry = await session.get(Waiting, id_, with_for_update={"skip_locked": True})
        if entry is None or entry.state not in waiting.OPEN:
            return
        claimant = await claimants.get(session, entry.claimant_id) if entry.claimant_id else None
        if not may_be_told(claimant) or await in_danger(session, entry.conversation_id, claimant):
            return
        thread = await thread_with(session, entry.area, claimant, entry.reach)
        if thread is None or thread.holder == "person" or thread.safety:
            return
        with speaking(thread.language):
            await _say_what_is_due(session, entry, claimant, thread)


async def _say_what_is_due(
    session: AsyncSession, entry: Waiting, claimant: Claimant | None, thread: Conversation
) -> None:
    if entry.state == "offered":
        await _offered(session, entry, thread)
    elif waiting.is_past(entry, limits().notice):
        entry.state = "left"
        await _say(session, entry, thread, "utter_waiting_ended")
    else:
        await _offer(session, entry, claimant, thread)


async def _offered(session: AsyncSession, entry: Waiting, thread: Conversation) -> None:
    held = await session.get(Appointment, entry.offered_id) if entry.offered_id else None
    if held and held.state == "held" and held.held_until and held.held_until > now():
        return
    await waiting.let_pass(session, entry, held)
    talk = await session.get(BookingTalk, thread.id)
    if talk and held and talk.holding_id == held.id:
        await session.delete(talk)
    await _say(session, entry, thread, "utter_waiting_passed" if entry.state == "waiting" else "utter_waiting_ended")


async def _offer(session: AsyncSession, entry: Waiting, claimant: Claimant | None, thread: Conversation) -> None:
    """Nothing is offered in the middle of another booking."""
    if await session.get(BookingTalk, thread.id):
        return
    area = council().area(entry.area)
    wish, sought = waiting.wished(entry)
    found = await find(session, area, wish, sought, claimant)
    slot = next((one for one in found.slots if one.start.isoformat() not in entry.passed), None)
    if found.why or slot is None:
        return
    minutes = council().appointments.offer_minutes
    try:
        async with session.begin_nested():
            held = await service.hold(session, area, slot, sought, thread.id, entry.claimant_id, minutes)
    except Conflict:
        return
    held.name, held.reach = entry.name if claimant is None else "", entry.reach
    entry.state, entry.offered_id = "offered", held.id
    talk = BookingTalk(conversation_id=thread.id, step=Step.CONFIRM, format=held.format, holding_id=held.id)
    talk.offered, talk.features, talk.misses = [], entry.features, 0
    session.add(talk)
    if OFFERED not in thread.pending:
        thread.pending = [*thread.pending, OFFERED]
    until = say_time(local(held.held_until or now()).time())
    said = {"when": say_when(held.starts_at, now()), "worker": await worker_of(session, held), "until": until}
    await _say(session, entry, thread, "utter_waiting_offer", **said)


async def _say(session: AsyncSession, entry: Waiting, thread: Conversation, name: str, **said: str) -> None:
    told = words(name, "sms", council=council().area(entry.area).name, **said)
    await messaging.record(
        session,
        thread,
        "assistant",
        told.text,
        choices=told.choices,
        about="reminder",
        language=told.language,
    )
