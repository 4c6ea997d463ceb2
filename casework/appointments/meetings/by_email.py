"""E-mails about meetings. Nobody reads an answer to one, so each says how to reach us."""

from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from casework import outbox
from casework.base.settings import settings
from casework.base.speaking import discreetly
from casework.base.words import words
from casework.council import Area


async def write(
    session: AsyncSession, area: Area, address: str, name: str, said: dict[str, str], *, guarded: bool = False, **how: Any
) -> None:
    """Post the response `name`, filled in with what is `said`. `guarded`: it does not tell what it is about. `how` as `outbox.post` has it."""
    with discreetly(guarded):
        text = words(name, **said).text
        ways = words("utter_email_ways", phone=area.phones.office, link=f"{settings().public_address}/chat/page?area={area.id}").text
    subject = words("utter_booking_neutral_subject" if guarded else f"{name}_subject").text
    await outbox.post(session, "email", address, f"{text}\n\n{ways}", subject=subject, **how)
