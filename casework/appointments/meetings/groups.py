"""Sessions of several people: made by a worker, with so many places."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from casework.appointments.models import Appointment, GroupSession
from casework.base.clock import now
from casework.base.errors import Conflict
from casework.base.plain import plain
from casework.council import council

TAKES_A_PLACE = ("held", "booked")


@dataclass(frozen=True)
class Group:
    """A session with its time (`anchor`) and how many of its places are free."""

    session: GroupSession
    anchor: Appointment
    left: int


async def make(session: AsyncSession, anchor: Appointment, title: str, places: int) -> GroupSession:
    """`anchor` is booked already: the worker and the room are taken for the group."""
    anchor.name, anchor.kind = title, "group"
    made = GroupSession(area=anchor.area, title=title, places=places, anchor_id=anchor.id)
    session.add(made)
    await session.flush()
    return made


async def to_come(session: AsyncSession, areas: Sequence[str]) -> list[Group]:
    """Soonest first, full ones too."""
    query = (
        select(GroupSession, Appointment)
        .join(Appointment, Appointment.id == GroupSession.anchor_id)
        .where(GroupSession.area.in_(areas), Appointment.state == "booked", Appointment.starts_at > now())
        .order_by(Appointment.starts_at)
    )
    found = (await session.execute(query)).tuples().all()
    return [Group(group, anchor, group.places - await _taken(session, group.id)) for group, anchor in found]


async def find(session: AsyncSession, group_id: UUID) -> Group:
    group = await session.get_one(GroupSession, group_id)
    anchor = await session.get_one(Appointment, group.anchor_id)
    return Group(group, anchor, group.places - await _taken(session, group.id))


async def titles_to_come(session: AsyncSession, area: str) -> Sequence[str]:
    query = (
        select(GroupSession.title)
        .join(Appointment, Appointment.id == GroupSession.anchor_id)
        .where(GroupSession.area == area, Appointment.state == "booked", Appointment.starts_at > now())
    )
    return (await session.execute(query.distinct())).scalars().all()


def is_named(title: str, text: str) -> bool:
    """Whether the words name the session."""
    name = plain(title)
    return bool(name) and f" {name} " in f" {plain(text)} "


async def of_anchor(session: AsyncSession, anchor: Appointment) -> GroupSession | None:
    query = select(GroupSession).where(GroupSession.anchor_id == anchor.id)
    return (await session.execute(query)).scalar_one_or_none()


async def by_anchor(session: AsyncSession, anchors: Sequence[UUID]) -> dict[UUID, GroupSession]:
    found = (await session.execute(select(GroupSession).where(GroupSession.anchor_id.in_(anchors)))).scalars()
    return {one.anchor_id: one for one in found}


async def coming(session: AsyncSession, group: GroupSession) -> list[Appointment]:
    """Whose place is booked."""
    return [one for one in await places(session, group.id) if one.state == "booked"]


async def give_to(session: AsyncSession, group: GroupSession, diary_id: int) -> list[Appointment]:
    """The places go with their session to another worker; those who come, to be told."""
    held = [Appointment.group_id == group.id, Appointment.state.in_(TAKES_A_PLACE)]
    for place in (await session.execute(select(Appointment).where(*held).with_for_update())).scalars():
        place.diary_id = diary_id
        place.sequence += 1
    await session.flush()
    return await coming(session, group)


async def title_of(session: AsyncSession, appointment: Appointment) -> str:
    """The name of the session that this is a place in; empty for other meetings."""
    group = await session.get(GroupSession, appointment.group_id) if appointment.group_id else None
    return group.title if group else ""


async def places(session: AsyncSession, group_id: UUID) -> Sequence[Appointment]:
    """Who comes, in the order they booked."""
    query = select(Appointment).where(Appointment.group_id == group_id, Appointment.state.not_in(("held", "let_go")))
    return (await session.execute(query.order_by(Appointment.made_at))).scalars().all()


async def hold_place(
    session: AsyncSession, group_id: UUID, conversation_id: UUID | None, claimant_id: UUID | None,
    minutes: int | None = None,
) -> Appointment:
    """Keep one of its places for some minutes. Raises Conflict where none is left or the person has one."""
    group = await session.get_one(GroupSession, group_id, with_for_update=True)
    anchor = await session.get_one(Appointment, group.anchor_id)
    if anchor.state != "booked" or anchor.starts_at <= now() or await _taken(session, group_id) >= group.places:
        raise Conflict("every place is taken")
    held = Appointment(
        area=anchor.area, diary_id=anchor.diary_id, venue=anchor.venue, kind="group", format=anchor.format,
        starts_at=anchor.starts_at, ends_at=anchor.ends_at, blocked_until=anchor.blocked_until, state="held",
        held_until=now() + timedelta(minutes=minutes or council().appointments.hold_minutes), group_id=group_id,
        conversation_id=conversation_id, claimant_id=claimant_id,
    )
    session.add(held)
    await session.flush()
    return held


async def still_has_room(session: AsyncSession, place: Appointment) -> bool:
    """Whether a place whose hold ran out can still be had."""
    group = await session.get_one(GroupSession, place.group_id, with_for_update=True)
    anchor = await session.get_one(Appointment, group.anchor_id)
    return anchor.state == "booked" and await _taken(session, group.id) < group.places


async def _taken(session: AsyncSession, group_id: UUID) -> int:
    over = (Appointment.state == "held") & (Appointment.held_until <= now())
    query = select(func.count()).where(Appointment.group_id == group_id, Appointment.state.in_(TAKES_A_PLACE), ~over)
    return (await session.execute(query)).scalar_one()
