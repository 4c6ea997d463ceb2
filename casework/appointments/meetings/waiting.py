"""The waiting list: who wants a time that is not free hears of one that came free, in the order they came."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from uuid import UUID

from sqlalchemy import ColumnElement, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from casework import claimants, messaging
from casework.appointments.models import Appointment, BookingTalk, Waiting
from casework.appointments.times.finding import Sought
from casework.appointments.times.wishes import Wish
from casework.base.clock import now
from casework.claimants import Claimant
from casework.council import Area

OPEN = ("waiting", "offered")
MOST_PASSED = 3


async def join(
    session: AsyncSession, talk: BookingTalk, sought: Sought, area: Area, claimant: Claimant | None,
    reach: dict[str, str] | None,
) -> Waiting:
    """Somebody we do not know waits only once their name is known. Who waits already waits for the new wish only."""
    for old in await _theirs(session, talk.conversation_id, claimant, claimant.preferred_name if claimant else ""):
        await _leaves(session, old)
    entry = Waiting(
        area=area.id, conversation_id=talk.conversation_id, claimant_id=claimant.id if claimant else None, reach=reach,
        name=claimant.preferred_name if claimant else "", kind=sought.kind, format=sought.format, wish=talk.wish,
        features=sorted(sought.features), services=list(sought.services), moving_id=talk.moving_id, passed=[],
        state="waiting" if claimant else "joining",
    )
    session.add(entry)
    await session.flush()
    return entry


def can_be_told(claimant: Claimant) -> bool:
    """An offer is made and answered in writing."""
    return bool(claimants.ways(claimant))


async def named(session: AsyncSession, entry: Waiting, name: str) -> None:
    """Somebody we do not know waits under this name from now on, and for the new wish only; others on their phone stay."""
    for old in await _theirs(session, entry.conversation_id, None, name, entry.reach):
        await _leaves(session, old)
    entry.name, entry.state = name, "waiting"


async def of_conversation(session: AsyncSession, conversation_id: UUID, claimant: Claimant | None) -> Sequence[Waiting]:
    """What somebody waits for: the person's own, begun here in the web chat, or told of by texts to this phone.

    On one phone several may wait: of those we do not know, the ones of their name; where we have no name of theirs, the
    one who was offered something and has not answered, else all.
    """
    found = await _theirs(session, conversation_id, claimant, claimant.preferred_name if claimant else None)
    offered = [one for one in found if one.state == "offered"]
    return offered if claimant is None and offered and len({_same(one.name) for one in found}) > 1 else found


async def _theirs(
    session: AsyncSession, conversation_id: UUID, claimant: Claimant | None, name: str | None, reach: dict[str, str] | None = None
) -> Sequence[Waiting]:
    """Theirs by their record; of nobody's record, by the web chat or else the phone, with the name where one is given."""
    here = await messaging.get(session, conversation_id)
    phone, web = here.phone or (reach or {}).get("address"), here.phone is None
    begun, nobodys = Waiting.conversation_id == conversation_id, Waiting.claimant_id.is_(None)
    may_be: list[ColumnElement[bool]] = [nobodys & begun]
    if phone:
        may_be.append(nobodys & (Waiting.reach["address"].as_string() == phone))
    if web:
        may_be.append(begun)
    if claimant:
        may_be.append(Waiting.claimant_id == claimant.id)
    query = select(Waiting).where(or_(*may_be), Waiting.state.in_(OPEN)).order_by(Waiting.made_at)
    found = (await session.execute(query)).scalars().all()
    return [one for one in found if _is_same(one, claimant, name, begun_here=web and one.conversation_id == conversation_id)]


def _is_same(one: Waiting, claimant: Claimant | None, name: str | None, *, begun_here: bool) -> bool:
    """A web chat is one person's; a phone may be several people's."""
    if claimant and one.claimant_id == claimant.id:
        return True
    return begun_here or name is None or _same(one.name) == _same(name)


def _same(name: str) -> str:
    return name.strip().casefold()


async def is_waiting(session: AsyncSession, conversation_id: UUID, claimant: Claimant | None) -> bool:
    return bool(await of_conversation(session, conversation_id, claimant))


async def still_waits(session: AsyncSession, entry: Waiting) -> bool:
    """Whether they wait at this moment, and nobody else sees to it; it is locked until the transaction ends."""
    locked = select(Waiting).where(Waiting.id == entry.id, Waiting.state.in_(OPEN)).with_for_update(skip_locked=True)
    found = await session.execute(locked.execution_options(populate_existing=True))
    return found.scalar_one_or_none() is not None


async def leave(session: AsyncSession, conversation_id: UUID, claimant: Claimant | None) -> bool:
    """Off the list; what was kept for them is free, and asked of no more. False where they did not wait."""
    found = await of_conversation(session, conversation_id, claimant)
    talk = await session.get(BookingTalk, conversation_id)
    for entry in found:
        held = await _leaves(session, entry)
        if held and talk and talk.holding_id == held.id:
            await session.delete(talk)
    await session.flush()
    return bool(found)


async def _leaves(session: AsyncSession, entry: Waiting) -> Appointment | None:
    """What was kept for them, which is free now."""
    held = await session.get(Appointment, entry.offered_id) if entry.offered_id else None
    if held and held.state == "held":
        held.state = "let_go"
    entry.state = "left"
    return held


async def in_order(session: AsyncSession, areas: Sequence[str]) -> Sequence[Waiting]:
    """All who wait, the longest first."""
    query = select(Waiting).where(Waiting.area.in_(areas), Waiting.state.in_(OPEN)).order_by(Waiting.made_at)
    return (await session.execute(query)).scalars().all()


def wished(entry: Waiting, moving: Appointment | None = None) -> tuple[Wish, Sought]:
    """What they wait for; the part of the wish that is still ahead. `moving`: what is to go there."""
    wish = Wish.read(entry.wish)
    sought = Sought(entry.kind, entry.format, frozenset(entry.features), tuple(entry.services))
    if moving is None or moving.group_id:
        return wish, sought
    return wish, replace(sought, instead_of=moving.id, but_at=moving.starts_at)


async def to_move(session: AsyncSession, entry: Waiting) -> Appointment | None:
    """The meeting they would give another time; None where there is none, or it was called off or began: what comes free is one more."""
    found = await session.get(Appointment, entry.moving_id, populate_existing=True) if entry.moving_id else None
    return found if found and found.state == "booked" and found.starts_at > now() else None


def is_past(entry: Waiting, notice: timedelta) -> bool:
    return Wish.read(entry.wish).last <= now() + notice


async def offered_with(session: AsyncSession, held: Appointment) -> Waiting | None:
    """Who waits and was offered this."""
    query = select(Waiting).where(Waiting.offered_id == held.id, Waiting.state == "offered")
    return (await session.execute(query)).scalar_one_or_none()


async def booked(session: AsyncSession, held: Appointment) -> None:
    """They took what was kept for them."""
    await _settle(session, held, "booked")


async def declined(session: AsyncSession, held: Appointment) -> None:
    """They were asked when else suits them instead."""
    await _settle(session, held, "left")


async def leave_with(session: AsyncSession, entry: Waiting, held: Appointment) -> None:
    """They want neither what is kept for them nor another."""
    await let_pass(session, entry, held)
    entry.state = "left"
    await session.flush()


async def let_pass(session: AsyncSession, entry: Waiting, held: Appointment | None) -> None:
    """No answer in time: that time is not offered to them again, and after some such, or the only one there is, they are off the list."""
    if held:
        held.state = "let_go" if held.state == "held" else held.state
        entry.passed = [*entry.passed, held.starts_at.isoformat()]
    entry.offered_id = None
    entry.state = "left" if entry.group_id or len(entry.passed) >= MOST_PASSED else "waiting"
    await session.flush()


async def _settle(session: AsyncSession, held: Appointment, state: str) -> None:
    query = select(Waiting).where(Waiting.offered_id == held.id)
    for entry in (await session.execute(query)).scalars():
        entry.state = state
