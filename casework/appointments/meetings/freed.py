"""A time that came free goes to who has waited longest, is kept for a while, and goes on to the next."""

from dataclasses import dataclass, replace
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from casework import claimants, messaging
from casework.appointments.booking.offering import GROUP
from casework.appointments.meetings import by_email, groups, service, waiting
from casework.appointments.meetings.place import briefly
from casework.appointments.meetings.telling import in_danger, may_be_told, reach_of, thread_with
from casework.appointments.meetings.twice import theirs_to_come
from casework.appointments.models import Appointment, BookingTalk, Waiting
from casework.appointments.steps import Step
from casework.appointments.times.diaries import limits, worker_of
from casework.appointments.times.finding import find
from casework.base.clock import local, now
from casework.base.db import transaction
from casework.base.errors import Conflict
from casework.base.settings import settings
from casework.base.speaking import discreetly, speaking
from casework.base.words import Words, words
from casework.claimants import Claimant
from casework.claimants.rules import neutral
from casework.council import council, say_time, say_when_in_full
from casework.messaging import Conversation

OFFERED = {"event": "booking_offered"}


@dataclass(frozen=True)
class Way:
    """How somebody who waits is told: in their thread of texts, or by e-mail; `language` None is English.

    `guarded`: somebody else may read it.
    """

    language: str | None
    guarded: bool = False
    thread: Conversation | None = None
    email: str | None = None


async def offer_freed_times() -> None:
    """See to everybody who waits, each in a transaction of their own."""
    async with transaction() as session:
        ids = [one.id for one in await waiting.in_order(session, [area.id for area in council().areas])]
    for id_ in ids:
        await _see_to(id_)


async def _see_to(id_: UUID) -> None:
    """Their thread is locked before their place on the list, as it is where they write: else each would wait for the other."""
    async with transaction() as session:
        entry = await session.get(Waiting, id_)
        if entry is None:
            return
        claimant = await claimants.get(session, entry.claimant_id) if entry.claimant_id else None
        if not may_be_told(claimant) or await in_danger(session, entry.conversation_id, claimant):
            return
        way = await _way(session, entry, claimant)
        if way is None or not await waiting.still_waits(session, entry):
            return
        with speaking(way.language):
            await _say_what_is_due(session, entry, claimant, way)


async def _way(session: AsyncSession, entry: Waiting, claimant: Claimant | None) -> Way | None:
    """As they asked to be written to; by text not while a person or something graver has the thread."""
    reach = await reach_of(session, claimant, entry.reach)
    guarded = claimant is not None and neutral(claimant.safe_contact)
    if reach.get("kind") == "email":
        return Way(await _language(session, entry, claimant), guarded, email=reach["address"])
    thread = await thread_with(session, entry.area, claimant, entry.reach)
    if thread is None or thread.holder == "person" or thread.safety:
        return None
    return Way(thread.language, guarded or await messaging.is_discreet(session, thread), thread)


async def _language(session: AsyncSession, entry: Waiting, claimant: Claimant | None) -> str | None:
    """The person's own; of somebody we do not know, the one they asked in."""
    if claimant:
        return council().language(claimant.language)
    return (await messaging.get(session, entry.conversation_id)).language


async def _say_what_is_due(session: AsyncSession, entry: Waiting, claimant: Claimant | None, way: Way) -> None:
    if entry.state == "offered":
        await _offered(session, entry, way)
    elif waiting.is_past(entry, limits().notice):
        entry.state = "left"
        await _say(session, entry, way, "utter_waiting_ended")
    else:
        await _offer(session, entry, claimant, way)


async def _offered(session: AsyncSession, entry: Waiting, way: Way) -> None:
    held = await session.get(Appointment, entry.offered_id) if entry.offered_id else None
    if held and held.state == "held" and held.held_until and held.held_until > now():
        return
    await waiting.let_pass(session, entry, held)
    talk = await session.get(BookingTalk, way.thread.id) if way.thread else None
    if talk and held and talk.holding_id == held.id:
        await session.delete(talk)
    await _say(session, entry, way, "utter_waiting_passed" if entry.state == "waiting" else "utter_waiting_gone")


async def _offer(session: AsyncSession, entry: Waiting, claimant: Claimant | None, way: Way) -> None:
    """Nothing is offered in the middle of another booking."""
    conversation = way.thread.id if way.thread else entry.conversation_id
    if await session.get(BookingTalk, conversation):
        return
    held = await (_hold_place if entry.group_id else _hold)(session, entry, claimant, conversation)
    if held is None:
        return
    moving = await waiting.to_move(session, entry)
    held.name, held.reach = entry.name if claimant is None else "", entry.reach
    entry.state, entry.offered_id = "offered", held.id
    if way.thread:
        _ask_in(session, way.thread, held, moving)
    until = say_time(local(held.held_until or now()).time())
    title = await groups.title_of(session, held)
    when = say_when_in_full(held.starts_at, now())
    said = {"when": f"{title}, {when}" if title and not way.guarded else when, "worker": await worker_of(session, held), "until": until, "at": briefly(held)}
    link = f"{settings().public_address}/offer/{held.id}"
    await _say(session, entry, way, "utter_waiting_offer_move" if moving else "utter_waiting_offer", **said, link=link)


async def _hold(session: AsyncSession, entry: Waiting, claimant: Claimant | None, conversation: UUID) -> Appointment | None:
    """A time as they wish, that they did not let pass before; None where there is none."""
    area = council().area(entry.area)
    moving = await waiting.to_move(session, entry)
    wish, sought = waiting.wished(entry, moving)
    theirs = await theirs_to_come(session, entry.conversation_id, claimant, entry.name, moving.id if moving else None)
    wish = replace(wish, busy=(*wish.busy, *((one.starts_at, one.ends_at) for one in theirs)))
    found = await find(session, area, wish, sought, claimant)
    slot = next((one for one in found.slots if one.start.isoformat() not in entry.passed), None)
    if found.why or slot is None:
        return None
    try:
        async with session.begin_nested():
            return await service.hold(session, area, slot, sought, conversation, entry.claimant_id, _minutes())
    except Conflict:
        return None


async def _hold_place(session: AsyncSession, entry: Waiting, _: Claimant | None, conversation: UUID) -> Appointment | None:
    """A place in the group they wait for; None where none is free."""
    assert entry.group_id
    try:
        async with session.begin_nested():
            return await groups.hold_place(session, entry.group_id, conversation, entry.claimant_id, _minutes())
    except Conflict:
        return None


def _minutes() -> int:
    return council().appointments.offer_minutes


def _ask_in(session: AsyncSession, thread: Conversation, held: Appointment, moving: Appointment | None) -> None:
    """The next words there are a yes or a no to what is held."""
    format = GROUP if held.group_id else held.format
    talk = BookingTalk(conversation_id=thread.id, step=Step.CONFIRM, format=format, holding_id=held.id)
    talk.moving_id = moving.id if moving else None
    talk.offered, talk.features, talk.misses = [], held.features, 0
    session.add(talk)
    if OFFERED not in thread.pending:
        thread.pending = [*thread.pending, OFFERED]


async def _say(session: AsyncSession, entry: Waiting, way: Way, name: str, **said: str) -> None:
    area = council().area(entry.area)
    said = {"council": area.name, **said}
    if way.email:
        await by_email.write(session, area, way.email, name, said, guarded=way.guarded, about="appointment")
    elif way.thread:
        with discreetly(way.guarded):
            await _record(session, way.thread, words(name, "sms", **said))


async def _record(session: AsyncSession, thread: Conversation, told: Words) -> None:
    await messaging.record(
        session,
        thread,
        "assistant",
        told.text,
        choices=told.choices,
        about="reminder",
        language=told.language,
    )
