"""Writing alerts and acknowledging them. Handoff sends them; nothing here closes one by itself."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from casework.base.clock import now
from casework.base.errors import NotFound
from casework.base.live import notify
from casework.safeguarding.classes import Finding
from casework.safeguarding.models import Alert


async def raise_alert(
    session: AsyncSession,
    finding: Finding,
    *,
    area: str,
    conversation_id: UUID,
    message_id: UUID,
    words: str,
    promised_by: datetime | None,
) -> Alert:
    """Put what was read in front of the area's staff, as soon as the transaction commits."""
    alert = Alert(
        area=area,
        conversation_id=conversation_id,
        message_id=message_id,
        danger=finding.class_,
        priority=finding.priority,
        voice=finding.voice,
        words=words,
        promised_by=promised_by,
    )
    session.add(alert)
    await session.flush()
    await notify(session, f"desk:{area}")
    return alert


async def open_alerts(session: AsyncSession, areas: Sequence[str]) -> Sequence[Alert]:
    """Alerts nobody has acknowledged, gravest and oldest first."""
    query = select(Alert).where(Alert.area.in_(areas), Alert.acknowledged_at.is_(None))
    return (await session.execute(query.order_by(Alert.priority, Alert.raised_at))).scalars().all()


async def acknowledge(session: AsyncSession, alert_id: UUID, staff_id: UUID, areas: Sequence[str]) -> Alert:
    """Say that a named person is looking at it. The first to say so stays. Raises NotFound."""
    query = select(Alert).where(Alert.id == alert_id, Alert.area.in_(areas)).with_for_update()
    alert = (await session.execute(query)).scalar_one_or_none()
    if alert is None:
        raise NotFound("no such alert")
    if alert.acknowledged_at is None:
        alert.acknowledged_at, alert.acknowledged_by = now(), staff_id
        await notify(session, f"desk:{alert.area}")
    return alert


async def of_conversation(session: AsyncSession, conversation_id: UUID) -> Sequence[Alert]:
    query = select(Alert).where(Alert.conversation_id == conversation_id)
    return (await session.execute(query.order_by(Alert.raised_at))).scalars().all()
