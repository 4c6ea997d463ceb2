"""Each person's own key worker, and who stands in."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import ColumnElement, and_, func, select
from sqlalchemy.ext.asyncio import AsyncSession

from casework.base.clock import local, now
from casework.claimants.models import Claimant
from casework.claimants.rules import Worker, choose
from casework.staff import Staff

LONGEST_CHAIN = 3


@dataclass(frozen=True)
class KeyWorker:
    """`acting` is the deputy while the person's own is away, else the same."""

    own: Staff | None
    acting: Staff | None


async def assign(session: AsyncSession, claimant: Claimant) -> Staff | None:
    """Give a person without one the key worker who suits best. None where nobody of the area is there."""
    if claimant.key_worker_id:
        return await session.get(Staff, claimant.key_worker_id)
    there = {one.id: one for one in await at_work(session, claimant.area, local(now()).date())}
    load = await _load(session)
    workers = [Worker(one.id, one.name, frozenset(one.specialities), load.get(one.id, 0)) for one in there.values()]
    chosen = choose(workers, claimant.needs)
    claimant.key_worker_id = chosen.id if chosen else None
    await session.flush()
    return there[chosen.id] if chosen else None


async def key_worker(session: AsyncSession, claimant: Claimant, on: date) -> KeyWorker:
    own = await session.get(Staff, claimant.key_worker_id) if claimant.key_worker_id else None
    acting = own
    for _ in range(LONGEST_CHAIN):
        if acting is None or not is_away(acting, on):
            break
        acting = await session.get(Staff, acting.deputy_id) if acting.deputy_id else None
    return KeyWorker(own, acting)


async def key_workers(session: AsyncSession, area: str) -> Sequence[Staff]:
    """All of the area, those who are away just now too."""
    return (await session.execute(select(Staff).where(works_in(area)).order_by(Staff.name))).scalars().all()


def works_in(area: str) -> ColumnElement[bool]:
    """Which staff are key workers of the area."""
    return and_(Staff.role == "key_worker", Staff.closed_at.is_(None), Staff.areas.contains([area]))


async def at_work(session: AsyncSession, area: str, on: date) -> Sequence[Staff]:
    """The area's key workers who are not away."""
    return [one for one in await key_workers(session, area) if not is_away(one, on)]


async def colleagues(session: AsyncSession, areas: Sequence[str]) -> Sequence[Staff]:
    """Everybody with an open account in one of the areas."""
    query = select(Staff).where(Staff.closed_at.is_(None), Staff.areas.overlap(list(areas)))
    return (await session.execute(query.order_by(Staff.name))).scalars().all()


async def people_of(session: AsyncSession, worker: UUID) -> Sequence[Claimant]:
    """Whose key worker this is."""
    query = select(Claimant).where(Claimant.key_worker_id == worker, Claimant.merged_into.is_(None))
    return (await session.execute(query.order_by(Claimant.created_at))).scalars().all()


def is_away(staff: Staff, on: date) -> bool:
    if staff.closed_at is not None:
        return True
    return staff.away_from is not None and staff.away_from <= on <= (staff.away_until or on)


async def _load(session: AsyncSession) -> dict[UUID, int]:
    query = select(Claimant.key_worker_id, func.count()).where(Claimant.merged_into.is_(None))
    rows = await session.execute(query.group_by(Claimant.key_worker_id))
    return {id_: count for id_, count in rows if id_ is not None}
