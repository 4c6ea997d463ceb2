"""Two records that are one person: found, joined by a worker, and taken apart again if that was wrong."""

from collections.abc import Iterator, Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import Table, func, or_, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from casework import audit
from casework.base.clock import now
from casework.base.db import Base
from casework.base.errors import Conflict, NotFound
from casework.claimants.models import Claimant, ContactChannel, Merge
from casework.staff import Staff

NOT_MOVED = frozenset({"merges", "claimants"})
UNLINKED = (("data_requests", "claimant_id"),)


async def duplicates(session: AsyncSession, claimant: Claimant) -> Sequence[Claimant]:
    """Others of the area with the same open number or address, or the same name."""
    addresses = [one.address for one in claimant.channels if not one.closed_at]
    same = select(ContactChannel.claimant_id).where(
        ContactChannel.address.in_(addresses), ContactChannel.closed_at.is_(None)
    )
    query = select(Claimant).where(
        Claimant.id != claimant.id,
        Claimant.area == claimant.area,
        Claimant.merged_into.is_(None),
        or_(Claimant.id.in_(same), func.lower(Claimant.preferred_name) == claimant.preferred_name.lower()),
    )
    return (await session.execute(query.order_by(Claimant.created_at))).scalars().all()


async def merge(session: AsyncSession, kept: Claimant, merged: Claimant, staff: Staff) -> Merge:
    """All that hangs on `merged` hangs on `kept` from now on. Raises Conflict."""
    if kept.id == merged.id or merged.merged_into or kept.merged_into:
        raise Conflict("these records are one already")
    if kept.area != merged.area:
        raise Conflict("these records are of two areas")
    moved: dict[str, Any] = {}
    for table, column in _links():
        if ids := await _move(session, table, column, merged.id, kept):
            moved[f"{table.name}.{column}"] = ids
    merged.merged_into = kept.id
    made = Merge(kept_id=kept.id, merged_id=merged.id, moved=moved, made_by=staff.id)
    session.add(made)
    await session.flush()
    await audit.note(session, "staff", "claimant.merge", staff_id=staff.id, claimant_id=kept.id, subject=str(merged.id))
    await session.refresh(kept, ["channels"])
    return made


async def undo_merge(session: AsyncSession, merge_id: UUID, staff: Staff) -> None:
    """What moved moves back; what came since stays. Raises NotFound, Conflict (undone already)."""
    made = await session.get(Merge, merge_id, with_for_update=True)
    if made is None:
        raise NotFound("no such merge")
    if made.undone_at:
        raise Conflict("this merge was undone already")
    tables = {f"{table.name}.{column}": (table, column) for table, column in _links()}
    for name, ids in made.moved.items():
        table, column = tables[name]
        key = _key(table)
        await session.execute(
            update(table).where(key.in_([_typed(key, one) for one in ids])).values({column: made.merged_id})
        )
    (await session.get_one(Claimant, made.merged_id)).merged_into = None
    made.undone_at = now()
    await audit.note(session, "staff", "claimant.undo_merge", staff_id=staff.id, claimant_id=made.kept_id)
    await session.flush()
    session.expire_all()


async def merges_of(session: AsyncSession, claimant_id: UUID) -> Sequence[Merge]:
    query = select(Merge).where(Merge.kept_id == claimant_id)
    return (await session.execute(query.order_by(Merge.made_at))).scalars().all()


def _links() -> Iterator[tuple[Table, str]]:
    """Every column of every table that says whose a row is."""
    for table in Base.metadata.sorted_tables:
        if table.name in NOT_MOVED:
            continue
        for column in table.columns:
            points = any(one.column.table.name == "claimants" for one in column.foreign_keys)
            if points or (table.name, column.name) in UNLINKED:
                yield table, column.name


async def _move(session: AsyncSession, table: Table, column: str, from_id: UUID, to: Claimant) -> list[str]:
    """The keys of the rows that moved. A number that both have stays where it is."""
    key = _key(table)
    rows = update(table).where(table.c[column] == from_id).values({column: to.id})
    if table.name == "contact_channels":
        both = select(table.c.address).where(table.c.claimant_id == to.id)
        rows = rows.where(table.c.address.not_in(both))
    found = await session.execute(rows.returning(key))
    return [one.hex() if isinstance(one, bytes) else str(one) for one in found.scalars()]


def _key(table: Table) -> Any:
    (key,) = table.primary_key.columns
    return key


def _typed(key: Any, written: str) -> Any:
    return bytes.fromhex(written) if key.type.python_type is bytes else UUID(written)
