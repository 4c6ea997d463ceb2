"""Something else came into a worker's own calendar where a meeting was booked already."""

from collections.abc import Collection
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from casework.appointments.models import Appointment, OutsideBusy
from casework.base.clock import now

KEPT, ASKED = "kept", "asked"


async def clashing(session: AsyncSession, diaries: Collection[int]) -> set[UUID]:
    """Booked meetings to come that another thing lies across; not those that the worker said they come to all the same."""
    row, other = Appointment, OutsideBusy
    across = (other.diary_id == row.diary_id) & (other.starts_at < row.ends_at) & (other.ends_at > row.starts_at)
    query = select(row.id).join(other, across).where(
        row.diary_id.in_(diaries), row.state == "booked", row.starts_at > now(), row.group_id.is_(None),
        row.clash.is_distinct_from(KEPT),
    )
    return set((await session.execute(query)).scalars())
