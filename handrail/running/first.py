"""The first accounts: a lead whose password is shown once and, for the made-up council, some key workers."""

import secrets

from sqlalchemy.ext.asyncio import AsyncSession

from casework import staff
from casework.base.db import engine, transaction
from casework.council import council

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
