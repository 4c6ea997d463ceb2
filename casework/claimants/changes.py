"""A person's key worker changes: they are told before, and it happens on its day."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from casework import audit
from casework.base.clock import local, now
from casework.base.errors import HandrailError
from casework.claimants.models import Claimant, KeyWorkerChange
from casework.claimants.workers import is_away
from casework.staff import Staff


class NoChange(HandrailError):
    """The key worker cannot be changed so; the words say why."""

    status = 422


async def change_key_worker(
    session: AsyncSession, claimant: Claimant, to: Staff, reason: str, starts_on: date, staff: Staff | None
) -> KeyWorkerChange:
    """Another key worker from a day on; a change not yet carried out is replaced. Raises NoChange."""
    today = local(now()).date()
    if claimant.area not in to.areas or to.closed_at:
        raise NoChange("choose a key worker of the person's own area")
    if to.id == claimant.key_worker_id:
        raise NoChange("this is their key worker already")
    if starts_on <= today and not await _without_one(session, claimant, today):
        raise NoChange("the first day must be tomorrow or later, so that the person can be told before")
    for waiting in await changes_of(session, claimant.id):
        if waiting.done_at is None:
            await session.delete(waiting)
    change = KeyWorkerChange(
        claimant_id=claimant.id,
        from_id=claimant.key_worker_id,
        to_id=to.id,
        reason=reason,
        starts_on=starts_on,
        made_by=staff.id if staff else None,
    )
    session.add(change)
    await session.flush()
    made_by = staff.id if staff else None
    await audit.note(session, "staff", "claimant.change_key_worker", staff_id=made_by, claimant_id=claimant.id)
    if starts_on <= today:
        await carry_out(session, change)
    return change


async def changes_of(session: AsyncSession, claimant_id: UUID) -> Sequence[KeyWorkerChange]:
    query = select(KeyWorkerChange).where(KeyWorkerChange.claimant_id == claimant_id)
    return (await session.execute(query.order_by(KeyWorkerChange.at))).scalars().all()


async def untold_changes(session: AsyncSession) -> Sequence[KeyWorkerChange]:
    """Those the person has yet to hear of."""
    query = select(KeyWorkerChange).where(KeyWorkerChange.told_at.is_(None), KeyWorkerChange.done_at.is_(None))
    return (await session.execute(query.with_for_update(skip_locked=True))).scalars().all()


async def due_changes(session: AsyncSession, today: date) -> Sequence[KeyWorkerChange]:
    query = select(KeyWorkerChange).where(KeyWorkerChange.starts_on <= today, KeyWorkerChange.done_at.is_(None))
    return (await session.execute(query.with_for_update(skip_locked=True))).scalars().all()


async def carry_out(session: AsyncSession, change: KeyWorkerChange) -> None:
    claimant = await session.get_one(Claimant, change.claimant_id)
    claimant.key_worker_id, change.done_at = change.to_id, now()


async def _without_one(session: AsyncSession, claimant: Claimant, today: date) -> bool:
    """Nobody looks after the person now, so that a change cannot wait."""
    own = await session.get(Staff, claimant.key_worker_id) if claimant.key_worker_id else None
    return own is None or own.closed_at is not None or is_away(own, today)
