"""Diaries in step with calendars outside: their busy time in, our meetings out, and what was changed there proposed here.

Nothing is open in the database while another server is waited for.
"""

import logging
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from sqlalchemy import delete, select
from sqlalchemy.ext.asyncio import AsyncSession

from casework.appointments.calendars.calendar import Entry
from casework.appointments.calendars.entries import id_of, uid_of, workers_entry_of
from casework.appointments.calendars.outside import Event, OutsideCalendar, Unreachable
from casework.appointments.calendars.over_caldav import OverCalDav, caldav_settings
from casework.appointments.models import Appointment, CalendarCopy, CalendarLink, OutsideBusy
from casework.appointments.times.clashes import clashing
from casework.appointments.times.diaries import limits
from casework.base.clock import now
from casework.base.db import transaction
from casework.base.live import notify

log = logging.getLogger(__name__)
Span = tuple[datetime, datetime]


@dataclass(frozen=True)
class Plan:
    """What to do with one calendar: `put` in, take `out`, and see whether what is `there` is as we left it."""

    diary: int
    path: str
    put: Sequence[Entry]
    out: Sequence[UUID]
    there: dict[UUID, Span]


@dataclass
class Seen:
    busy: list[Span] = field(default_factory=list)
    as_left: list[UUID] = field(default_factory=list)
    moved: dict[UUID, Span] = field(default_factory=dict)
    removed: list[UUID] = field(default_factory=list)


async def sync_calendars() -> None:
    """Each calendar that a worker linked, one after another."""
    async with transaction() as session:
        diaries = (await session.execute(select(CalendarLink.diary_id).order_by(CalendarLink.diary_id))).scalars().all()
    for diary in diaries:
        await sync(diary)


async def sync(diary: int) -> None:
    """One calendar; where it cannot be read or written the desk says since when, and what we know stays.

    Whatever is wrong with it, the others are seen to.
    """
    try:
        await _sync(diary)
    except Unreachable:
        await _fails(diary)
    except Exception:
        log.exception("the calendar of diary %s", diary)
        await _fails(diary)


async def _sync(diary: int) -> None:
    async with transaction() as session:
        plan = await _plan(session, diary)
    if plan is None:
        return
    seen = await _carry_out(plan, calendar_at(plan.path))
    async with transaction() as session:
        await _record(session, plan, seen)


async def _fails(diary: int) -> None:
    async with transaction() as session:
        link = await session.get(CalendarLink, diary)
        if link:
            link.failing_since = link.failing_since or now()


def calendar_at(path: str) -> OutsideCalendar:
    """Another provider is another class with the verbs of `OutsideCalendar`, chosen here."""
    return OverCalDav(caldav_settings(), path)


async def _plan(session: AsyncSession, diary: int) -> Plan | None:
    link = await session.get(CalendarLink, diary)
    if link is None:
        return None
    copied = select(CalendarCopy).where(CalendarCopy.diary_id == diary)
    copies = {one.appointment_id: one for one in (await session.execute(copied)).scalars()}
    row = Appointment
    coming = select(row).where(
        row.diary_id == diary, row.state == "booked", row.starts_at > now(), row.group_id.is_(None)
    )
    ours = {one.id: one for one in (await session.execute(coming)).scalars()}
    put = [one for id_, one in ours.items() if id_ not in copies or copies[id_].sequence != one.sequence]
    again = {one.id for one in put}
    there = {id_: (one.starts_at, one.ends_at) for id_, one in ours.items() if id_ not in again}
    return Plan(diary, link.path, [workers_entry_of(one) for one in put], await _stale(session, copies, ours), there)


async def _stale(session: AsyncSession, copies: dict[UUID, CalendarCopy], ours: dict[UUID, Appointment]) -> list[UUID]:
    """Copies of what was called off or given to a colleague; those of meetings gone by stay where they are."""
    left = [id_ for id_ in copies if id_ not in ours]
    over = select(Appointment.id).where(
        Appointment.id.in_(left), Appointment.starts_at <= now(), Appointment.state != "cancelled"
    )
    gone_by = set((await session.execute(over)).scalars())
    return [id_ for id_ in left if id_ not in gone_by]


async def _carry_out(plan: Plan, calendar: OutsideCalendar) -> Seen:
    found = await calendar.events(now(), now() + limits().horizon)
    ours = {id_: one for one in found if (id_ := id_of(one.uid))}
    seen = Seen(busy=[(one.start, one.end) for one in found if one.busy and id_of(one.uid) is None and one.start < one.end])
    for id_, left in plan.there.items():
        _compare(seen, id_, left, ours.get(id_) or await calendar.find(uid_of(id_)))
    for entry in plan.put:
        await calendar.put(entry)
    known = {*plan.there, *plan.out, *(id_of(entry.uid) for entry in plan.put)}
    for id_ in [*plan.out, *await _erased([one for one in ours if one not in known])]:
        await calendar.remove(uid_of(id_))
    return seen


async def _erased(ids: Sequence[UUID]) -> list[UUID]:
    """Those of which nothing is held any more, since their person was deleted."""
    if not ids:
        return []
    async with transaction() as session:
        held = set((await session.execute(select(Appointment.id).where(Appointment.id.in_(ids)))).scalars())
    return [one for one in ids if one not in held]


def _compare(seen: Seen, id_: UUID, left: Span, there: Event | None) -> None:
    if there is None or not there.busy:
        seen.removed.append(id_)
    elif (there.start, there.end) == left:
        seen.as_left.append(id_)
    else:
        seen.moved[id_] = there.start, there.end


async def _record(session: AsyncSession, plan: Plan, seen: Seen) -> None:
    link = await session.get(CalendarLink, plan.diary)
    if link is None:
        return
    link.seen_at, link.failing_since = now(), None
    before = await clashing(session, [plan.diary])
    await session.execute(delete(OutsideBusy).where(OutsideBusy.diary_id == plan.diary))
    session.add_all(OutsideBusy(diary_id=plan.diary, starts_at=start, ends_at=end) for start, end in seen.busy)
    gone = delete(CalendarCopy).where(CalendarCopy.diary_id == plan.diary, CalendarCopy.appointment_id.in_(plan.out))
    await session.execute(gone)
    for entry in plan.put:
        id_ = id_of(entry.uid)
        await session.merge(CalendarCopy(appointment_id=id_, diary_id=plan.diary, sequence=entry.sequence, proposal=None))
    await _propose(session, plan, seen)
    await _show(session, await clashing(session, [plan.diary]) - before)


async def _show(session: AsyncSession, ids: set[UUID]) -> None:
    """Something else lies across these meetings by now: the desk lists them, and tells nobody by itself."""
    areas = (await session.execute(select(Appointment.area).where(Appointment.id.in_(ids)).distinct())).scalars()
    for area in areas.all():
        await notify(session, f"desk:{area}")


async def _propose(session: AsyncSession, plan: Plan, seen: Seen) -> None:
    """What was changed there waits for a worker; what was changed back waits no more."""
    changed = [*seen.as_left, *seen.moved, *seen.removed]
    query = select(CalendarCopy).where(CalendarCopy.diary_id == plan.diary, CalendarCopy.appointment_id.in_(changed))
    for copy in (await session.execute(query)).scalars().all():
        before, (start, end) = copy.proposal, seen.moved.get(copy.appointment_id, (None, None))
        copy.proposal = "removed" if copy.appointment_id in seen.removed else "moved" if start else None
        copy.proposed_start, copy.proposed_end = start, end
        if copy.proposal and copy.proposal != before:
            meeting = await session.get_one(Appointment, copy.appointment_id)
            await notify(session, f"desk:{meeting.area}")
