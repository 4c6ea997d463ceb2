"""Finding a time, holding it, booking it, moving it, and all that follows."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import Select, func, or_, select, update
from sqlalchemy.dialects.postgresql import Range
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncSession

from casework.appointments.meetings import groups
from casework.appointments.models import NOTHING, Appointment, Room
from casework.appointments.times import diaries as diary_rows
from casework.appointments.times.diary import Busy, Slot, blocked
from casework.appointments.times.finding import Sought, venue_of
from casework.appointments.times.off import is_off
from casework.appointments.times.within_hours import is_outside_their_hours
from casework.base.clock import now
from casework.base.errors import Conflict, NotFound
from casework.base.live import notify
from casework.claimants import ContactChannel
from casework.council import Area, council
from casework.messaging import Conversation
from casework.staff import Staff

MOVED = ("kind", "diary_id", "room_id", "venue", "format", "starts_at", "ends_at", "blocked_until", "services", "features", "group_id")


async def hold(
    session: AsyncSession, area: Area, slot: Slot, sought: Sought, conversation_id: UUID | None,
    claimant_id: UUID | None = None, minutes: int | None = None,
) -> Appointment:
    """Keep the time for some minutes, the configured ones unless given. Raises Conflict where somebody was quicker."""
    set_ = council().appointments
    after = set_.travel_minutes if sought.format == "home_visit" else set_.buffer_minutes
    held = Appointment(
        area=area.id, diary_id=slot.diary, venue=slot.venue if sought.format == "in_person" else None, kind=sought.kind,
        format=sought.format, starts_at=slot.start, ends_at=slot.end,
        blocked_until=slot.end + timedelta(minutes=after), state="held",
        held_until=now() + timedelta(minutes=minutes or set_.hold_minutes), conversation_id=conversation_id,
        claimant_id=claimant_id, features=sorted(sought.features), services=list(sought.services),
    )
    moving = await session.get(Appointment, sought.instead_of) if sought.instead_of else None
    await _is_there(session, held, held.diary_id)
    await _take(session, area, held, moving)
    if moving and moving.state == "booked":
        _spare(held, moving)
    session.add(held)
    await _written(session)
    return held


def _spare(held: Appointment, moving: Appointment) -> None:
    """The meeting's own time is free for it, in its own diary and its own room and in no other."""
    own = Range(moving.starts_at, moving.blocked_until)
    held.spared_in_diary = own if held.diary_id == moving.diary_id else NOTHING
    held.spared_in_room = own if held.room_id == moving.room_id else NOTHING


async def book(session: AsyncSession, appointment: Appointment, area: Area) -> Appointment:
    """A hold becomes an appointment, also one that ran out while nobody else came.

    Raises Conflict, also where the worker has said since that they are not there.
    """
    await _is_there(session, appointment, appointment.diary_id)
    await _works(session, appointment)
    if _ran_out(appointment):
        await _take_again(session, area, appointment)
    appointment.state, appointment.held_until = "booked", None
    appointment.spared_in_diary = appointment.spared_in_room = NOTHING
    await _written(session)
    await notify(session, f"desk:{area.id}")
    return appointment


async def to_move(session: AsyncSession, appointment_id: UUID) -> tuple[Appointment, bool]:
    """The meeting, which nobody else can change meanwhile, and whether it still stands: it may have been called off."""
    found = await session.get_one(Appointment, appointment_id, with_for_update=True, populate_existing=True)
    return found, found.state == "booked"


async def move(session: AsyncSession, appointment: Appointment, to: Appointment) -> Appointment:
    """The appointment goes to the time that `to` holds; its old time is free, its calendar entry changes.

    A hold that ran out will do while nobody else came. Raises Conflict, also where the worker is not there then by now.
    """
    await _is_there(session, to, to.diary_id)
    await _works(session, to)
    return await _move(session, appointment, to)


async def _move(session: AsyncSession, appointment: Appointment, to: Appointment) -> Appointment:
    if _ran_out(to):
        await _take_again(session, council().area(to.area), to, appointment)
    to.state = "let_go"
    await session.flush()
    for name in MOVED:
        setattr(appointment, name, getattr(to, name))
    appointment.sequence += 1
    appointment.late_minutes = appointment.told_late_at = appointment.clash = None
    await _written(session)
    await notify(session, f"desk:{appointment.area}")
    return appointment


async def shift(session: AsyncSession, area: Area, appointment: Appointment, to: Slot, sought: Sought) -> None:
    """Another time that may touch its old one; a worker may come outside their hours. Raises Conflict, leaving it as it was."""
    async with session.begin_nested():
        appointment.state = "let_go"
        await session.flush()
        held = await hold(session, area, to, sought, None)
        held.state = "let_go"
        await session.flush()
        appointment.state = "booked"
        await _move(session, appointment, held)


async def cancel(session: AsyncSession, appointment: Appointment) -> None:
    appointment.state = "cancelled"
    appointment.sequence += 1
    await session.flush()
    await notify(session, f"desk:{appointment.area}")


async def give_to(session: AsyncSession, appointment: Appointment, diary_id: int) -> None:
    """The same time in another worker's diary. Raises Conflict where they are busy then, or not there."""
    await _lock(session, 2 * diary_id)
    await _is_there(session, appointment, diary_id)
    if await _is_busy(session, appointment, diary_id, [appointment.id]):
        raise Conflict("this colleague has something on at that time")
    appointment.diary_id = diary_id
    appointment.clash = None
    appointment.sequence += 1
    await session.flush()
    await notify(session, f"desk:{appointment.area}")


async def running_late(session: AsyncSession, appointment: Appointment, minutes: int | None) -> None:
    """Told in advance: the time stays theirs."""
    appointment.late_minutes, appointment.told_late_at = minutes, now()
    await notify(session, f"desk:{appointment.area}")


async def coming(
    session: AsyncSession, conversation_id: UUID, claimant_id: UUID | None = None, phone: str | None = None
) -> Sequence[Appointment]:
    """Booked and not over, soonest first: of the person, made in this conversation, or reminded of on this phone."""
    whose = [Appointment.conversation_id == conversation_id]
    if claimant_id:
        whose.append(Appointment.claimant_id == claimant_id)
    if phone:
        reach = Appointment.reach
        reminded = (reach["kind"].as_string() == "sms") & (reach["address"].as_string() == phone)
        whose += [Appointment.claimant_id.in_(_proved(phone)), reminded]
    query = select(Appointment).where(or_(*whose), Appointment.state == "booked", Appointment.ends_at > now())
    return (await session.execute(query.order_by(Appointment.starts_at))).scalars().all()


async def coming_in(session: AsyncSession, conversation: Conversation) -> Sequence[Appointment]:
    """The same of whoever the conversation is with."""
    return await coming(session, conversation.id, conversation.claimant_id, conversation.phone)


async def of_claimant(session: AsyncSession, claimant_id: UUID) -> Sequence[Appointment]:
    """All of a person's, the latest first; holds left out."""
    query = select(Appointment).where(
        Appointment.claimant_id == claimant_id, Appointment.state.not_in(("held", "let_go"))
    )
    return (await session.execute(query.order_by(Appointment.starts_at.desc()))).scalars().all()


async def met_last(session: AsyncSession, conversation_id: UUID, claimant_id: UUID | None, phone: str | None) -> Appointment | None:
    """The last meeting of the person, else of this conversation and of whoever proved this phone, whatever became of it.

    A place in a group is none.
    """
    whose = [Appointment.claimant_id == claimant_id] if claimant_id else [Appointment.conversation_id == conversation_id]
    if phone and not claimant_id:
        whose.append(Appointment.claimant_id.in_(_proved(phone)))
    query = select(Appointment).where(or_(*whose), Appointment.state.not_in(("held", "let_go")), Appointment.group_id.is_(None))
    return (await session.execute(query.order_by(Appointment.starts_at.desc()).limit(1))).scalar_one_or_none()


async def named_here(session: AsyncSession, held: Appointment) -> Appointment | None:
    """The last that was made in this conversation under the only name that was given in it."""
    row = Appointment
    query = select(row).where(row.conversation_id == held.conversation_id, row.state.not_in(("held", "let_go")), row.name != "")
    found = (await session.execute(query.order_by(row.made_at.desc()))).scalars().all()
    return found[0] if len({one.name.strip().casefold() for one in found}) == 1 else None


def _proved(phone: str) -> Select[UUID]:
    """The people who proved that the phone is theirs."""
    row = ContactChannel
    theirs = row.kind == "sms", row.address == phone, row.proved_at.is_not(None), row.closed_at.is_(None)
    return select(row.claimant_id).where(*theirs)


async def locked(session: AsyncSession, appointment_id: UUID, by: Staff) -> Appointment:
    """As it stands now, until the transaction ends. Raises NotFound where it is not of the worker's areas."""
    found = await session.get(Appointment, appointment_id, with_for_update=True, populate_existing=True)
    if found is None or found.area not in by.areas:
        raise NotFound("no such appointment")
    return found


async def get(session: AsyncSession, appointment_id: UUID) -> Appointment:
    """Raises NotFound, for a mere hold too."""
    found = await session.get(Appointment, appointment_id)
    if found is None or found.state in ("held", "let_go"):
        raise NotFound("no such appointment")
    return found


async def between(
    session: AsyncSession, areas: Sequence[str], start: datetime, end: datetime, diary_id: int | None = None
) -> Sequence[Appointment]:
    """All that was or is to be in that time, holds and places in groups left out, soonest first; of one worker where given."""
    query = select(Appointment).where(
        Appointment.area.in_(areas),
        Appointment.starts_at < end,
        Appointment.ends_at > start,
        Appointment.state.not_in(("held", "let_go")),
        Appointment.group_id.is_(None),
    )
    mine = query.where(Appointment.diary_id == diary_id) if diary_id else query
    return (await session.execute(mine.order_by(Appointment.starts_at))).scalars().all()


def _ran_out(held: Appointment) -> bool:
    return held.state != "held" or (held.held_until is not None and held.held_until <= now())


async def _is_there(session: AsyncSession, meeting: Appointment, diary_id: int) -> None:
    """Raises Conflict."""
    if await is_off(session, meeting, diary_id):
        raise Conflict("the worker is away then")


async def _works(session: AsyncSession, meeting: Appointment) -> None:
    """The hours may have changed while it was kept. Raises Conflict."""
    if await is_outside_their_hours(session, meeting):
        raise Conflict("the worker does not work there then")


async def _take_again(session: AsyncSession, area: Area, late: Appointment, moving: Appointment | None = None) -> None:
    if late.group_id is None:
        await _take(session, area, late, moving)
    elif not await groups.still_has_room(session, late):
        raise Conflict("every place is taken")


async def _take(session: AsyncSession, area: Area, wanted: Appointment, moving: Appointment | None = None) -> None:
    """Locks the worker, then the rooms, in the order of their numbers; gives it a room. Raises Conflict.

    `moving`: the meeting that is to go there, whose own time and room are free for it.
    """
    await _lock(session, 2 * wanted.diary_id)
    own = [one.id for one in (wanted, moving) if one and one.id]
    if await _is_busy(session, wanted, wanted.diary_id, own):
        raise Conflict("somebody was quicker: this time is taken")
    if wanted.format != "in_person" or wanted.venue is None:
        return
    rooms: Sequence[Room] = await diary_rows.rooms_of(session, area, wanted.venue)
    features = venue.room_features() if (venue := venue_of(area, wanted.venue)) else ()
    suitable = [one for one in rooms if one.number <= len(features) and set(wanted.features) <= features[one.number - 1]]
    for room in sorted(suitable, key=lambda one: one.id):
        await _lock(session, 2 * room.id + 1)
        await _let_go(session, Appointment.room_id == room.id)
        if not await _is_taken(session, wanted, Appointment.room_id == room.id, own):
            wanted.room_id = room.id
            return
    raise Conflict("no room is free at this time")


async def _lock(session: AsyncSession, key: int) -> None:
    await session.execute(select(func.pg_advisory_xact_lock(key)))


async def _written(session: AsyncSession) -> None:
    """The database has the last word."""
    try:
        await session.flush()
    except IntegrityError as error:
        if "ex_appointments" not in str(error.orig):
            raise
        raise Conflict("somebody was quicker: this time is taken") from error


async def _let_go(session: AsyncSession, where: Any) -> Sequence[UUID]:
    """Holds that ran out hold nothing; but who says yes to one at this moment has it, and may wait for our locks."""
    over = (Appointment.state == "held") & (Appointment.held_until <= now())
    ids = (await session.execute(select(Appointment.id).where(where, over).with_for_update(skip_locked=True))).scalars().all()
    if ids:
        await session.execute(update(Appointment).where(Appointment.id.in_(ids)).values(state="let_go"))
    return ids


async def _is_busy(session: AsyncSession, wanted: Appointment, diary_id: int, own: Sequence[UUID]) -> bool:
    """Whether the worker has something on then, or is on the way to it or from it. Holds that ran out are let go."""
    limits, place = diary_rows.limits(), diary_rows.place_of(wanted.format, wanted.venue)
    around = max(limits.travel, limits.buffer)
    start, end = wanted.starts_at - around, wanted.blocked_until + around
    row = Appointment
    near = select(row.id, row.starts_at, row.ends_at, row.format, row.venue, row.state, row.held_until).where(
        row.diary_id == diary_id, row.state.in_(("held", "booked")), row.starts_at < end, row.blocked_until > start,
        row.group_id.is_(None), row.id.not_in(own),
    )
    stands, at = (await session.execute(near)).all(), now()
    if any(one.state == "held" and one.held_until <= at for one in stands):
        gone = await _let_go(session, row.diary_id == diary_id)
        stands = [one for one in stands if one.id not in gone]
    found = [Busy(one.starts_at, one.ends_at, diary_rows.place_of(one.format, one.venue)) for one in stands]
    found += [Busy(one, other, None) for _, one, other in await session.execute(diary_rows.outside([diary_id], start, end))]
    spans = [blocked(one, place, limits) for one in found]
    return any(first < wanted.ends_at and last > wanted.starts_at for first, last in spans)


async def _is_taken(session: AsyncSession, wanted: Appointment, where: Any, own: Sequence[UUID]) -> bool:
    """Whether a room is."""
    query = select(Appointment.id).where(
        where,
        Appointment.state.in_(("held", "booked")),
        Appointment.starts_at < wanted.blocked_until,
        Appointment.blocked_until > wanted.starts_at,
        Appointment.group_id.is_(None),
        Appointment.id.not_in(own),
    )
    return (await session.execute(query.limit(1))).first() is not None
