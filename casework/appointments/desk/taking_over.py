"""Which colleagues could take a meeting over at its own time, and why others cannot."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from casework.appointments.models import Appointment, WorkerDiary
from casework.appointments.times.diaries import diaries, limits, place_of
from casework.appointments.times.diary import Busy, Diary, blocked, instant, working_spans
from casework.base.clock import local
from casework.council import council
from casework.staff import Staff

NOT_WORKING, AWAY, ELSEWHERE, BUSY = "does not work then", "is away then", "is somewhere else then", "has something on then"


@dataclass(frozen=True)
class Colleague:
    """`why` they cannot take it; None where they can. `has_hours`: whether they work in the area at all."""

    worker: Staff
    why: str | None
    has_hours: bool


async def who_could(
    session: AsyncSession, meetings: Sequence[Appointment], workers: Sequence[Staff]
) -> dict[UUID, list[Colleague]]:
    """By meeting; whoever has left is in no list, nor is whose it is."""
    known = dict((await session.execute(select(WorkerDiary.staff_id, WorkerDiary.id))).tuples().all())
    found: dict[UUID, list[Colleague]] = {}
    for area in {one.area for one in meetings}:
        theirs = [one for one in meetings if one.area == area]
        there = [one for one in workers if area in one.areas and not _has_left(one)]
        days = [local(one.starts_at).date() for one in theirs]
        full = {one.id: one for one in await diaries(session, council().area(area), there, min(days), max(days))}
        for one in theirs:
            others = [worker for worker in there if known.get(worker.id) != one.diary_id]
            found[one.id] = [_colleague(worker, full.get(known.get(worker.id, 0)), one) for worker in others]
    return found


def why_not(diary: Diary | None, meeting: Appointment) -> str | None:
    """Pure. A meeting in a venue needs somebody who is there."""
    start, end = meeting.starts_at, meeting.ends_at
    venue = meeting.venue if meeting.format == "in_person" else None
    if diary is None or not any(_within(one, start, end) for one in _pattern(diary, start)):
        return NOT_WORKING
    there = [one for one in working_spans(diary, local(start).date()) if one[0] <= start and end <= one[1]]
    if not there:
        return AWAY
    if venue and venue not in [one[2] for one in there]:
        return ELSEWHERE
    place = place_of(meeting.format, meeting.venue)
    return BUSY if any(_touches(one, place, start, end) for one in diary.busy) else None


def _colleague(worker: Staff, diary: Diary | None, meeting: Appointment) -> Colleague:
    return Colleague(worker, why_not(diary, meeting), diary is not None)


def _pattern(diary: Diary, start: datetime) -> list[tuple[datetime, datetime]]:
    day = local(start).date()
    return [
        (instant(day, one.starts), instant(day, one.ends))
        for one in diary.working
        if one.weekday == day.weekday() and one.since <= day <= one.until
    ]


def _within(span: tuple[datetime, datetime], start: datetime, end: datetime) -> bool:
    return span[0] <= start and end <= span[1]


def _touches(busy: Busy, place: str | None, start: datetime, end: datetime) -> bool:
    first, last = blocked(busy, place, limits())
    return first < end and last > start


def _has_left(worker: Staff) -> bool:
    """Away with no day of coming back is what a worker who goes is."""
    return worker.closed_at is not None or (worker.away_from is not None and worker.away_until is None)
