"""What people ask about their own data, each with the clock the law gives it."""

import secrets
from collections.abc import Sequence
from datetime import date, timedelta
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from casework import audit
from casework.base.clock import local, now
from casework.base.errors import NotFound
from casework.base.live import notify
from casework.claimants import Claimant
from casework.claimants.rules import plus_months
from casework.council import council
from casework.privacy.models import DataRequest
from casework.staff import Staff

LETTERS = "23456789ABCDEFGHJKMNPQRSTVWXYZ"


def due(kind: str, asked_on: date) -> date:
    """One calendar month to see or delete (UK GDPR, article 12); a complaint is acknowledged in the council's days."""
    if kind == "complaint":
        return asked_on + timedelta(days=council().standards.data_complaint_calendar_days)
    return plus_months(asked_on, 1)


async def request(
    session: AsyncSession, claimant: Claimant, kind: str, conversation_id: UUID | None = None
) -> DataRequest:
    """Ask for it; asking again while it is open is the same request."""
    open_one = select(DataRequest).where(
        DataRequest.claimant_id == claimant.id, DataRequest.kind == kind, DataRequest.done_at.is_(None)
    )
    made = (await session.execute(open_one.limit(1))).scalar_one_or_none()
    if made is None:
        made = DataRequest(
            number="D-" + "".join(secrets.choice(LETTERS) for _ in range(6)),
            claimant_id=claimant.id,
            area=claimant.area,
            kind=kind,
            conversation_id=conversation_id,
            due_on=due(kind, local(now()).date()),
        )
        session.add(made)
        await session.flush()
        await audit.note(
            session, "visitor", f"privacy.{kind}", conversation_id=conversation_id, claimant_id=claimant.id
        )
        await notify(session, f"desk:{claimant.area}")
    return made


async def open_requests(session: AsyncSession, areas: Sequence[str]) -> Sequence[DataRequest]:
    """Those not done, the most urgent first."""
    query = select(DataRequest).where(DataRequest.area.in_(areas), DataRequest.done_at.is_(None))
    return (await session.execute(query.order_by(DataRequest.due_on, DataRequest.asked_at))).scalars().all()


async def acknowledge(session: AsyncSession, request_id: UUID, staff: Staff) -> DataRequest:
    """Somebody is on it. Raises NotFound."""
    found = await _found(session, request_id, staff)
    found.acknowledged_at = found.acknowledged_at or now()
    await audit.note(session, "staff", "privacy.acknowledge", staff_id=staff.id, claimant_id=found.claimant_id)
    return found


async def complete(session: AsyncSession, request_id: UUID, staff: Staff, outcome: str) -> DataRequest:
    """It is done, and how. Raises NotFound."""
    found = await acknowledge(session, request_id, staff)
    found.done_at, found.done_by, found.outcome = now(), staff.id, outcome
    await audit.note(session, "staff", "privacy.complete", staff_id=staff.id, claimant_id=found.claimant_id)
    return found


async def _found(session: AsyncSession, request_id: UUID, staff: Staff) -> DataRequest:
    query = select(DataRequest).where(DataRequest.id == request_id, DataRequest.area.in_(staff.areas))
    found = (await session.execute(query.with_for_update())).scalar_one_or_none()
    if found is None:
        raise NotFound("no such request")
    return found
