"""The first name that a number must go with while nobody has proved the number: a new owner could guess it."""

from collections.abc import Mapping
from datetime import timedelta
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from casework import audit
from casework.audit import AuditRow
from casework.base.clock import now
from casework.claimants import Claimant
from casework.identity import rules
from casework.reading import read_name

MOST_WRONG = 3
WRONG_WINDOW = timedelta(days=1)
WRONG = "identity.first_name"


async def is_right(session: AsyncSession, conversation_id: UUID, claimant: Claimant, text: str) -> bool:
    """Whether the words are the claimant's name. After three wrong ones in a day, in whatever chats, nothing is."""
    return await named(session, conversation_id, {claimant.id: claimant.preferred_name}, text) is not None


async def named(session: AsyncSession, conversation_id: UUID, held: Mapping[UUID, str], text: str) -> UUID | None:
    """Which of those that we hold by a name has the one in the words, by the same rule."""
    said = read_name(text)
    found = next((whose for whose, name in held.items() if said and rules.same_name(said, name)), None)
    if found and not await _guessed(session, found):
        return found
    for whose in held:
        await audit.refused("visitor", WRONG, conversation_id=conversation_id, subject=str(whose))
    return None


async def _guessed(session: AsyncSession, whose: UUID) -> bool:
    query = select(func.count()).select_from(AuditRow).where(
        AuditRow.subject == str(whose),
        AuditRow.act == WRONG,
        AuditRow.allowed.is_(False),
        AuditRow.at > now() - WRONG_WINDOW,
    )
    return (await session.execute(query)).scalar_one() >= MOST_WRONG
