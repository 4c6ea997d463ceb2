"""References: a worker gives one by hand to somebody they know; it opens the record once."""

from datetime import timedelta
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from casework import audit
from casework.audit import AuditRow
from casework.base.clock import now
from casework.identity import rules
from casework.identity.models import Reference
from casework.staff import Staff

MOST_WRONG = 5
WRONG_WINDOW = timedelta(hours=1)
WRONG = "identity.reference"


async def issue(session: AsyncSession, claimant_id: UUID, staff: Staff) -> str:
    """A new reference, to be shown once: "K7QM-2WXP"."""
    letters = rules.new_reference()
    session.add(
        Reference(
            code_hash=rules.reference_hash(letters),
            claimant_id=claimant_id,
            issued_by=staff.id,
            expires_at=now() + timedelta(days=rules.REFERENCE_DAYS),
        )
    )
    await session.flush()
    await audit.note(session, "staff", "identity.issue_reference", staff_id=staff.id, claimant_id=claimant_id)
    return f"{letters[:4]}-{letters[4:]}"


async def use(session: AsyncSession, conversation_id: UUID, letters: str) -> UUID | None:
    """Whose it is; None where it is unknown, used, out of date, or too many were tried here."""
    if await _guessed(session, conversation_id):
        return None
    query = select(Reference).where(Reference.code_hash == rules.reference_hash(letters)).with_for_update()
    found = (await session.execute(query)).scalar_one_or_none()
    if found is None or found.used_at or found.expires_at < now():
        return None
    found.used_at = now()
    return found.claimant_id


async def _guessed(session: AsyncSession, conversation_id: UUID) -> bool:
    query = select(func.count()).select_from(AuditRow).where(
        AuditRow.conversation_id == conversation_id,
        AuditRow.act == WRONG,
        AuditRow.allowed.is_(False),
        AuditRow.at > now() - WRONG_WINDOW,
    )
    return (await session.execute(query)).scalar_one() >= MOST_WRONG
