"""The first sign-in: one demonstration account an area, its password shown once."""

import secrets

from casework import staff
from casework.base.db import engine, transaction
from casework.council import council


async def first_sign_in() -> str | None:
    """Create the first account if there is none; its address and password, or None."""
    password = secrets.token_urlsafe(12)
    try:
        async with transaction() as session:
            if await staff.anyone(session):
                return None
            areas = [area.id for area in council().areas]
            first = await staff.add(session, "sam@example.org", "Sam Okoro", "lead", areas, password)
            return f"{first.email}  {password}"
    finally:
        await engine().dispose()
