"""Who is known, and says beside something else that we must not text them, gets no texts, or none then; those of a meeting too."""

from sqlalchemy.ext.asyncio import AsyncSession

from casework import claimants, outbox
from casework.claimants import Claimant
from casework.texts.control import forbids_texts


async def heed_beside(session: AsyncSession, person: Claimant, text: str) -> None:
    if not forbids_texts(text):
        return
    if claimants.says_when(text):
        await claimants.narrow_safe(session, person, text)
        return
    for one in claimants.ways(person):
        if one.kind == "sms":
            await outbox.quiet(session, one.address, "stopped")
            await outbox.no_appointments(session, one.address)
