"""Diaries out of the database: who could meet this person, when they work, what they have on."""

import re
from collections import defaultdict
from collections.abc import Callable, Collection, Sequence
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from itertools import groupby
from operator import itemgetter
from random import SystemRandom
from typing import Any
from uuid import UUID

from sqlalchemy import BigInteger, ColumnElement, Select, any_, literal, null, or_, select
from sqlalchemy.dialects.postgresql import ARRAY, insert
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import InstrumentedAttribute

from casework import claimants
from casework.appointments.models import Appointment, OutsideBusy, Room, TimeOff, WorkerDiary, WorkingHours
from casework.appointments.times.diary import HOME, Busy, Diary, Limits, Off, Working, instant
from casework.base.clock import local, now
from casework.claimants import Claimant
from casework.council import Area, council, is_bank_holiday
from casework.staff import Staff

HANDFUL = 10
WORKER = itemgetter(slice(4))
"""Of a row of working hours: whose they are."""
CHANCE = SystemRandom()


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


async def own_workers(session: AsyncSession, claimant: Claimant | None) -> list[Staff]:
    """The person's own key worker and who stands in."""
    worker = await claimants.key_worker(session, claimant, local(now()).date()) if claimant else None
    found = {one.id: one for one in (worker.own, worker.acting) if one and one.closed_at is None} if worker else {}
    return list(found.values())


async def workers_of(session: AsyncSession, diary_id: int | None) -> list[Staff]:
    """Whose diary it is, while they are with us; nobody's is nobody."""
    if diary_id is None:
        return []
    query = select(Staff).join(WorkerDiary, WorkerDiary.staff_id == Staff.id)
    found = await session.execute(query.where(WorkerDiary.id == diary_id, Staff.closed_at.is_(None)))
    return list(found.scalars())


async def named_in(session: AsyncSession, area: Area, text: str) -> Staff | None:
    """The key worker of the area whose first name the words say."""
    said = set(re.findall(r"\w+", text.casefold()))
    found = await claimants.key_workers(session, area.id)
    return next((one for one in found if one.name.split()[0].casefold() in said), None)


async def diaries(
    session: AsyncSession, area: Area, workers: Collection[Staff], first: date, last: date, but: UUID | None = None
) -> list[Diary]:
    """Their diaries in the area over some days, both included; without the meeting `but`."""
    return await filled(session, await patterns(session, area, among(workers), first, last), first, last, but)


def among(workers: Collection[Staff]) -> ColumnElement[bool]:
    return Staff.id.in_([one.id for one in workers])


def beside(area: Area, own: Collection[Staff]) -> ColumnElement[bool]:
    """The area's key workers but these."""
    return claimants.works_in(area.id) & ~among(own)


async def patterns(
    session: AsyncSession, area: Area, whose: ColumnElement[bool], first: date, last: date, weekdays: Collection[int] = range(7)
) -> list[Diary]:
    """When those staff work in the area on the weekdays, less their leave of those days; nothing of what is in their diaries."""
    row = WorkingHours
    query = (
        select(row.diary_id, Staff.name, Staff.away_from, Staff.away_until,
               row.weekday, row.starts, row.ends, row.venue, row.since, row.until)
        .join(WorkerDiary, row.diary_id == WorkerDiary.id)
        .join(Staff, WorkerDiary.staff_id == Staff.id)
        .where(whose, row.area == area.id, row.since <= last, row.weekday.in_(weekdays))
        .order_by(row.diary_id)
    )
    rows = (await session.execute(query)).all()
    working = [(worker, [_period(one) for one in periods]) for worker, periods in groupby(rows, key=WORKER)]
    off = await _off(session, [id_ for (id_, *_), _ in working], first, last)
    return [Diary(id_, name, periods, [*_absence(away, until), *off[id_]]) for (id_, name, away, until), periods in working]


def _period(row: Sequence[Any]) -> Working:
    *_, weekday, starts, ends, venue, since, until = row
    return Working(weekday, starts, ends, venue, since, until or date.max)


def handfuls(found: Sequence[Diary]) -> list[list[Diary]]:
    """A handful first and then more, in an order of chance so that the work is shared out."""
    shuffled = CHANCE.sample(found, len(found))
    parts = [shuffled[:HANDFUL], shuffled[HANDFUL : 4 * HANDFUL], shuffled[4 * HANDFUL :]]
    return [one for one in parts if one]


async def filled(
    session: AsyncSession, empty: Collection[Diary], first: date, last: date, but: UUID | None = None
) -> list[Diary]:
    """With what is in them over some days."""
    busy = await _busy(session, [one.id for one in empty], first, last, but)
    return [replace(one, busy=busy[one.id]) for one in empty]


async def worker_of(session: AsyncSession, whose: Appointment | int) -> str:
    """Their name; of a meeting, or of a diary by its number."""
    diary = whose if isinstance(whose, int) else whose.diary_id
    query = select(Staff.name).join(WorkerDiary, WorkerDiary.staff_id == Staff.id)
    return (await session.execute(query.where(WorkerDiary.id == diary))).scalar_one()


async def rooms_of(session: AsyncSession, area: Area, venue: str) -> Sequence[Room]:
    """The rooms of a venue in the order of their numbers, made from the council's settings when first needed."""
    query = select(Room).where(Room.area == area.id, Room.venue == venue).order_by(Room.number)
    found = (await session.execute(query)).scalars().all()
    wanted = next((len(one.room_features()) for one in area.venues if one.id == venue), 0)
    if len(found) < wanted:
        # Two who are the first to need them make them at the same moment.
        rows = [{"area": area.id, "venue": venue, "number": n} for n in range(1, wanted + 1)]
        await session.execute(insert(Room).values(rows).on_conflict_do_nothing())
        found = (await session.execute(query)).scalars().all()
    return found


def _absence(first: date | None, last: date | None) -> list[Off]:
    return [Off(first, last or date.max, None, None)] if first else []


def bounds(first: date, last: date) -> tuple[datetime, datetime]:
    """The instants at which the days begin and end."""
    return instant(first, time.min), instant(last + timedelta(days=1), time.min)


def holding(at: datetime) -> ColumnElement[bool]:
    """Booked, or held and not run out."""
    return or_(Appointment.state == "booked", (Appointment.state == "held") & (Appointment.held_until > at))


async def _off(session: AsyncSession, ids: Collection[int], first: date, last: date) -> dict[int, list[Off]]:
    query = select(TimeOff.diary_id, TimeOff.first, TimeOff.last, TimeOff.starts, TimeOff.ends)
    found: dict[int, list[Off]] = defaultdict(list)
    theirs = query.where(_one_of(TimeOff.diary_id, ids), TimeOff.first <= last, TimeOff.last >= first)
    for id_, begins, ends, from_, until in (await session.execute(theirs)).tuples():
        found[id_].append(Off(begins, ends, from_, until))
    return found


async def _busy(
    session: AsyncSession, ids: Collection[int], first: date, last: date, but: UUID | None
) -> dict[int, list[Busy]]:
    """Meetings of the days, and what calendars outside hold; a group's places are in the time of the group itself."""
    start, end = bounds(first, last)
    row = Appointment
    ours = select(row.diary_id, row.starts_at, row.ends_at, row.format, row.venue).where(
        _one_of(row.diary_id, ids), row.starts_at < end, row.ends_at > start, row.group_id.is_(None), holding(now())
    )
    theirs = outside(ids, start, end).add_columns(literal(""), null())
    found: dict[int, list[Busy]] = defaultdict(list)
    for id_, begins, ends, format, venue in await session.execute((ours.where(row.id != but) if but else ours).union_all(theirs)):
        found[id_].append(Busy(begins, ends, place_of(format, venue)))
    return found


def _one_of(column: InstrumentedAttribute[int], ids: Collection[int]) -> ColumnElement[bool]:
    """The ids go as one value, so that the statement is known and prepared for any number of them."""
    return column == any_(literal(list(ids), ARRAY(BigInteger)))


def outside(ids: Collection[int], start: datetime, end: datetime) -> Select[int, datetime, datetime]:
    """What is on in the calendars outside in that time: whose, from when, until when."""
    row = OutsideBusy
    query = select(row.diary_id, row.starts_at, row.ends_at)
    return query.where(_one_of(row.diary_id, ids), row.starts_at < end, row.ends_at > start)


def place_of(format: str, venue: str | None) -> str | None:
    """Where a meeting is; of what is at home, no two are in one place."""
    return HOME if format == "home_visit" else venue
