"""Diaries out of the database: who could meet this person, when they work, what they have on."""

from collections import defaultdict
from collections.abc import Callable, Collection, Sequence
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import Row, or_, select, true
from sqlalchemy.ext.asyncio import AsyncSession

from casework import claimants
from casework.appointments.diary import Busy, Diary, Limits, Off, Working, instant
from casework.appointments.models import Appointment, Room, TimeOff, WorkerDiary, WorkingHours
from casework.base.clock import local, now
from casework.claimants import Claimant
from casework.council import Area, council, is_bank_holiday
from casework.staff import Staff


def limits() -> Limits:
    set_ = council().appointments
    return Limits(
        notice=timedelta(hours=set_.notice_hours),
        horizon=timedelta(days=set_.horizon_days),
        buffer=timedelta(minutes=set_.buffer_minutes),
        travel=timedelta(minutes=set_.travel_minutes),
    )


def closed_in(area: Area) -> Callable[[date], bool]:
    return lambda day: day in area.closed_days or is_bank_holiday(area.nation, day)


async def diary_of(session: AsyncSession, staff_id: UUID) -> WorkerDiary:
    """The worker's diary, made when it is first needed."""
    found = (await session.execute(select(WorkerDiary).where(WorkerDiary.staff_id == staff_id))).scalar_one_or_none()
    if found is None:
        found = WorkerDiary(staff_id=staff_id)
        session.add(found)
        await session.flush()
    return found


async def own_and_others(
    session: AsyncSession, area: Area, claimant: Claimant | None
) -> tuple[Sequence[Staff], Sequence[Staff]]:
    """The person's own key worker (or who stands in), then the rest; with none of their own all are alike."""
    today = local(now()).date()
    everyone = await claimants.at_work(session, area.id, today)
    if claimant is None:
        return everyone, ()
    acting = (await claimants.key_worker(session, claimant, today)).acting
    if acting is None:
        return everyone, ()
    return [acting], [one for one in everyone if one.id != acting.id]


async def diaries(
    session: AsyncSession, area: Area, workers: Collection[Staff], first: date, last: date, besides: UUID | None = None
) -> list[Diary]:
    """Their diaries in the area over some days, both included, without the appointment `besides`."""
    names = {one.id: one.name for one in workers}
    rows = (await session.execute(select(WorkerDiary).where(WorkerDiary.staff_id.in_(names)))).scalars().all()
    ids = [one.id for one in rows]
    working = await _by_diary(
        session,
        select(WorkingHours).where(WorkingHours.diary_id.in_(ids), WorkingHours.area == area.id, WorkingHours.since <= last),
    )
    off = await _by_diary(
        session, select(TimeOff).where(TimeOff.diary_id.in_(ids), TimeOff.first <= last, TimeOff.last >= first)
    )
    busy = await _by_diary(session, _on_between(ids, first, last, besides))
    return [
        Diary(
            one.id,
            names[one.staff_id],
            [Working(w.weekday, w.starts, w.ends, w.venue, w.since, w.until or date.max) for w in working[one.id]],
            [Off(o.first, o.last, o.starts, o.ends) for o in off[one.id]],
            [Busy(a.starts_at, a.ends_at, a.venue) for a in busy[one.id]],
        )
        for one in rows
    ]


async def rooms_of(session: AsyncSession, area: Area, venue: str) -> Sequence[Room]:
    """The rooms of a venue in the order of their numbers, made from the council's settings when first needed."""
    query = select(Room).where(Room.area == area.id, Room.venue == venue).order_by(Room.number)
    found = (await session.execute(query)).scalars().all()
    wanted = next((one.rooms for one in area.venues if one.id == venue), 0)
    if len(found) < wanted:
        have = {one.number for one in found}
        session.add_all(Room(area=area.id, venue=venue, number=n) for n in range(1, wanted + 1) if n not in have)
        await session.flush()
        found = (await session.execute(query)).scalars().all()
    return found


def _on_between(ids: Collection[int], first: date, last: date, besides: UUID | None) -> Any:
    start, end = instant(first, datetime.min.time()), instant(last + timedelta(days=1), datetime.min.time())
    return select(Appointment).where(
        Appointment.diary_id.in_(ids),
        Appointment.starts_at < end,
        Appointment.ends_at > start,
        or_(Appointment.state == "booked", (Appointment.state == "held") & (Appointment.held_until > now())),
        Appointment.id != besides if besides else true(),
    )


async def _by_diary(session: AsyncSession, query: Any) -> dict[int, list[Any]]:
    found: dict[int, list[Any]] = defaultdict(list)
    row: Row[Any]
    for row in await session.execute(query):
        found[row[0].diary_id].append(row[0])
    return found
