"""Adding rows to the audit."""

from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from casework.audit.models import AuditRow
from casework.base.db import transaction


async def note(
    session: AsyncSession,
    actor: str,
    act: str,
    *,
    staff_id: UUID | None = None,
    conversation_id: UUID | None = None,
    claimant_id: UUID | None = None,
    subject: str | None = None,
) -> None:
    """Something was done; the row stands exactly if the caller's transaction does."""
    session.add(
        AuditRow(
            actor=actor,
            act=act,
            staff_id=staff_id,
            conversation_id=conversation_id,
            claimant_id=claimant_id,
            subject=subject,
        )
    )
    await session.flush()


async def refused(
    actor: str, act: str, *, staff_id: UUID | None = None, conversation_id: UUID | None = None, subject: str | None = None
) -> None:
    """Something was refused: kept in a transaction of its own, since the caller's is undone."""
    async with transaction() as session:
        session.add(
            AuditRow(
                actor=actor,
                act=act,
                allowed=False,
                staff_id=staff_id,
                conversation_id=conversation_id,
                subject=subject,
            )
        )
