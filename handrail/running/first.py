"""The first accounts: a lead whose password is shown once and, for the made-up council, some key workers."""

import secrets
from datetime import time

from sqlalchemy.ext.asyncio import AsyncSession

from casework import appointments, staff
from casework.appointments import WorkingHours
from casework.base.clock import local, now
from casework.base.db import engine, transaction
from casework.council import council
from casework.staff import Staff

MORNING, AFTERNOON = (time(9), time(12, 30)), (time(13, 30), time(16, 30))
# Name, areas, specialities. Nobody knows their passwords: `handrail staff password` gives one.
MADE_UP = (
    ("Amina Rahman", ["northbridge"], ["debt", "housing"]),
    ("Joe Whitfield", ["northbridge"], ["mental-health", "disability"]),
    ("Priya Nair", ["vale"], ["skills", "cv-jobsearch"]),
    ("Tom Garrity", ["vale"], ["debt", "childcare"]),
)


async def first_sign_in() -> str | None:
    """Create the first account if there is none; its address and password, or None."""
    try:
        async with transaction() as session:
            if await staff.anyone(session):
                return None
            areas = [area.id for area in council().areas]
            password = secrets.token_urlsafe(12)
            first = await staff.add(session, "sam@example.org", "Sam Okoro", "lead", areas, password)
            if council().fictional:
                await _made_up_workers(session)
            return f"{first.email}  {password}"
    finally:
        await engine().dispose()


async def _made_up_workers(session: AsyncSession) -> None:
    for name, areas, specialities in MADE_UP:
        email = f"{name.split()[0].lower()}@example.org"
        made = await staff.add(session, email, name, "key_worker", areas, secrets.token_urlsafe(24))
        made.specialities = specialities
        await _open_diary(session, made)


async def _open_diary(session: AsyncSession, worker: Staff) -> None:
    """Monday to Friday at the first venue of their area, with a break at midday."""
    area = council().area(worker.areas[0])
    diary = await appointments.diary_of(session, worker.id)
    session.add_all(
        WorkingHours(
            diary_id=diary.id, area=area.id, venue=area.venues[0].id, weekday=day, starts=starts, ends=ends,
            since=local(now()).date(),
        )
        for day in range(5)
        for starts, ends in (MORNING, AFTERNOON)
    )
