"""The first name that a number must go with while nobody has proved the number: a new owner could guess it."""

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
    said = read_name(text)
    if said and rules.same_name(said, claimant.preferred_name) and not await _guessed(session, claimant.id):
        return True
    await audit.refused("visitor", WRONG, conversation_id=conversation_id, subject=str(claimant.id))
    return False


async def _guessed(session: AsyncSession, claimant_id: UUID) -> bool:
    query = select(func.count()).select_from(AuditRow).where(
        AuditRow.subject == str(claimant_id),
        AuditRow.act == WRONG,
        AuditRow.allowed.is_(False),
        AuditRow.at > now() - WRONG_WINDOW,
    )
    return (await session.execute(query)).scalar_one() >= MOST_WRONG
