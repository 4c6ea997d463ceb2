"""Passing a conversation from the assistant to a person and back."""

from collections.abc import Collection, Sequence
from datetime import datetime
from uuid import UUID

from sqlalchemy import Select, func, select, tuple_
from sqlalchemy.ext.asyncio import AsyncSession

from casework import claimants, safeguarding
from casework.base.clock import local, now
from casework.base.errors import Conflict, NotFound
from casework.base.live import notify
from casework.base.speaking import speaking
from casework.base.words import words
from casework.council import Area
from casework.handoff import rules
from casework.handoff.models import Handoff
from casework.messaging import Conversation, Message, locked, of_claimant, record, start_desk
from casework.staff import Staff

WELFARE_LEVEL = "P1"
TEXT = "text_instead"
"""That whoever sees to it is to text, and not to ring."""
ASKS_FOR_A_CALL = frozenset({"call", "checkin_wants_call"})
TOLD = "told: "
"""Before what they said of how to reach them, among what a person is to know."""


async def request(
    session: AsyncSession,
    conversation_id: UUID,
    area: Area,
    reason: str,
    *,
    level: str | None = None,
    promised_by: datetime | None = None,
) -> Handoff:
    """Ask for a person; asking again while one is awaited keeps the place in the queue, or moves it forward."""
    conversation = await locked(session, conversation_id)
    promise = promised_by or rules.promise(area, now())
    handoff = await _open_locked(session, conversation.id)
    if handoff is None:
        handoff = Handoff(
            conversation_id=conversation.id,
            area=area.id,
            reason=reason,
            level=level,
            for_staff_id=await _own_worker(session, conversation),
            promised_by=promise,
        )
        session.add(handoff)
    else:
        other = reason
        if rules.graver(level, promise, handoff.level, handoff.promised_by):
            other, handoff.reason, handoff.level = handoff.reason, reason, level
        if other != handoff.reason or handoff.asked_again is None:
            handoff.asked_again = other
        handoff.also = rules.also(handoff.also, other, handoff.reason)
        handoff.promised_by = min(handoff.promised_by, promise)
    if reason not in ASKS_FOR_A_CALL and await _wants_no_calls(session, conversation):
        handoff.also = rules.also(handoff.also or (), TEXT, handoff.reason)
    await session.flush()
    await notify(session, f"desk:{area.id}")
    return handoff


async def _wants_no_calls(session: AsyncSession, conversation: Conversation) -> bool:
    return conversation.claimant_id is not None and claimants.wants_no_calls(await claimants.get(session, conversation.claimant_id))


async def text_instead(session: AsyncSession, conversation_id: UUID) -> None:
    """Whoever sees to what waits is to text them."""
    if (handoff := await _open_locked(session, conversation_id)) is not None:
        await add_note(session, conversation_id, TEXT, [handoff.reason])


async def add_note(session: AsyncSession, conversation_id: UUID, note: str, reasons: Collection[str]) -> bool:
    """What whoever sees to it is to know; it is for the same as before, and as urgent. False where none is open for such reasons."""
    handoff = await _open_locked(session, conversation_id)
    if handoff is None or not {handoff.reason, *handoff.also} & set(reasons):
        return False
    handoff.also = rules.also(handoff.also, note, handoff.reason)
    await session.flush()
    await notify(session, f"desk:{handoff.area}")
    return True


async def note_told(session: AsyncSession, conversation_id: UUID, said: str) -> bool:
    """How to reach them, in their own words. False where nobody is awaited."""
    handoff = await _open_locked(session, conversation_id)
    return handoff is not None and await add_note(session, conversation_id, f"{TOLD}{said}", [handoff.reason])


async def not_needed(session: AsyncSession, conversation_id: UUID, reason: str) -> bool:
    """What a person was to do is done without one: it leaves the queue. False where it is in hand, or none waits.

    It stays where one was asked for again, for whatever reason. Holds the case alone: its conversation may be held by
    somebody who waits for what the caller holds.
    """
    handoff = await _open_locked(session, conversation_id)
    if handoff is None or handoff.reason != reason or handoff.taken_at:
        return False
    if handoff.asked_again is None:
        handoff.returned_at = now()
    else:
        handoff.reason = handoff.asked_again
        handoff.also = rules.also(handoff.also, handoff.reason, handoff.reason)
    await session.flush()
    await notify(session, f"desk:{handoff.area}")
    return handoff.returned_at is not None


async def missed_meeting(session: AsyncSession, area: Area, conversation_id: UUID | None, claimant_id: UUID | None) -> bool:
    """Somebody did not come while a safety alert about them is open: a person looks how they are. False: no alert."""
    talks = [one.id for one in await of_claimant(session, claimant_id)] if claimant_id else []
    if not await safeguarding.any_open(session, [*talks, *([conversation_id] if conversation_id else [])]):
        return False
    talk = conversation_id or talks[-1]
    await request(session, talk, area, "missed_meeting", level=WELFARE_LEVEL)
    return True


async def untold(session: AsyncSession, area: Area, conversation_id: UUID | None, claimant_id: UUID | None, to: Staff) -> bool:
    """Somebody could not be told that they meet another worker now: that one rings them. False: nobody knows who they are."""
    talk = conversation_id
    if claimant_id:
        talks = await of_claimant(session, claimant_id)
        talk = talks[-1].id if talks else (await start_desk(session, await claimants.get(session, claimant_id))).id
    if talk is None:
        return False
    (await request(session, talk, area, "untold")).for_staff_id = to.id
    return True


async def came_after_all(session: AsyncSession, conversation_id: UUID | None, claimant_id: UUID | None) -> None:
    """They were there: nobody need look for that how they are, unless somebody has begun to."""
    talks = {one.id for one in await of_claimant(session, claimant_id)} if claimant_id else set()
    for talk in sorted({*talks, *([conversation_id] if conversation_id else [])}):
        await not_needed(session, talk, "missed_meeting")


async def _own_worker(session: AsyncSession, conversation: Conversation) -> UUID | None:
    """Who looks after the person, or stands in, where we know who they are."""
    if conversation.claimant_id is None:
        return None
    claimant = await claimants.get(session, conversation.claimant_id)
    who = await claimants.key_worker(session, claimant, local(now()).date())
    return who.acting.id if who.acting else None


async def open_handoff(session: AsyncSession, conversation_id: UUID) -> Handoff | None:
    return (await session.execute(_open(conversation_id))).scalar_one_or_none()


async def done_lately(session: AsyncSession, conversation_id: UUID, since: datetime) -> bool:
    """Whether one that they waited for was closed since then."""
    query = select(Handoff.id).where(Handoff.conversation_id == conversation_id, Handoff.returned_at > since).limit(1)
    return (await session.execute(query)).first() is not None


async def _open_locked(session: AsyncSession, conversation_id: UUID) -> Handoff | None:
    """Held until the transaction ends, after the conversation where both are: whoever changes a case holds it."""
    query = _open(conversation_id).with_for_update().execution_options(populate_existing=True)
    return (await session.execute(query)).scalar_one_or_none()


def _open(conversation_id: UUID) -> Select[Handoff]:
    return select(Handoff).where(Handoff.conversation_id == conversation_id, Handoff.returned_at.is_(None))


async def place(session: AsyncSession, handoff: Handoff) -> int:
    """Where in its area's queue a waiting handoff is; 1 is next."""
    ahead = select(func.count()).where(
        Handoff.area == handoff.area,
        Handoff.taken_at.is_(None),
        Handoff.returned_at.is_(None),
        tuple_(Handoff.promised_by, Handoff.asked_at) < tuple_(handoff.promised_by, handoff.asked_at),
    )
    return (await session.execute(ahead)).scalar_one() + 1


async def waiting(session: AsyncSession, areas: Sequence[str]) -> Sequence[Handoff]:
    query = select(Handoff).where(Handoff.area.in_(areas), Handoff.taken_at.is_(None), Handoff.returned_at.is_(None))
    return (await session.execute(query.order_by(Handoff.promised_by, Handoff.asked_at))).scalars().all()


async def held_by(session: AsyncSession, staff: Staff) -> Sequence[Handoff]:
    query = select(Handoff).where(Handoff.taken_by == staff.id, Handoff.returned_at.is_(None))
    return (await session.execute(query.order_by(Handoff.taken_at))).scalars().all()


async def take(session: AsyncSession, conversation_id: UUID, staff: Staff) -> Handoff:
    """A person takes the conversation; the assistant is silent from here. Raises NotFound, Conflict (taken)."""
    conversation = await seen(session, conversation_id, staff)
    handoff = await _open_locked(session, conversation.id)
    if handoff and handoff.taken_by not in (None, staff.id):
        raise Conflict("somebody else has taken this conversation")
    if handoff is None:
        handoff = Handoff(conversation_id=conversation.id, area=conversation.area, reason="staff", promised_by=now())
        session.add(handoff)
    if conversation.holder == "assistant":
        handoff.taken_by, handoff.taken_at = staff.id, now()
        conversation.holder, conversation.safety = "person", None
        with speaking(conversation.language):
            said = words("utter_person_joined", conversation.channel, name=staff.name)
        await record(session, conversation, "system", said.text, language=said.language)
    return handoff


async def say(session: AsyncSession, conversation_id: UUID, staff: Staff, text: str) -> Message:
    """A person's words to the claimant. Raises Conflict where they do not hold the conversation."""
    conversation = await seen(session, conversation_id, staff)
    await _held(session, conversation, staff)
    return await record(session, conversation, "person", text, name=staff.name)


async def hand_back(session: AsyncSession, conversation_id: UUID, staff: Staff) -> None:
    """The assistant goes on; it hears that a person was here before the next message."""
    conversation = await seen(session, conversation_id, staff)
    handoff = await _held(session, conversation, staff)
    handoff.returned_at = now()
    conversation.holder = "assistant"
    conversation.pending = [*conversation.pending, {"event": "handed_back"}]
    with speaking(conversation.language):
        said = words("utter_handed_back", conversation.channel, name=staff.name)
    await record(session, conversation, "assistant", said.text, choices=said.choices, language=said.language)


async def seen(session: AsyncSession, conversation_id: UUID, staff: Staff) -> Conversation:
    """The conversation, locked, if it belongs to the worker's areas. Raises NotFound alike otherwise."""
    conversation = await locked(session, conversation_id)
    if conversation.area not in staff.areas:
        raise NotFound("no such conversation")
    return conversation


async def _held(session: AsyncSession, conversation: Conversation, staff: Staff) -> Handoff:
    handoff = await _open_locked(session, conversation.id)
    if handoff is None or handoff.taken_by != staff.id or conversation.holder != "person":
        raise Conflict("you do not hold this conversation")
    return handoff
