"""Writing alerts and acknowledging them. Handoff sends them; nothing here closes one by itself."""

from collections.abc import Collection, Sequence
from datetime import datetime
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from casework.base.clock import now
from casework.base.errors import Conflict, NotFound, Unreadable
from casework.base.live import notify
from casework.safeguarding.classes import Finding, raised
from casework.safeguarding.models import Alert
from casework.safeguarding.rules import FRAIL, reader


async def raise_alert(
    session: AsyncSession,
    finding: Finding,
    *,
    area: str,
    channel: str,
    conversation_id: UUID,
    message_id: UUID,
    words: str,
    promised_by: datetime | None,
) -> Alert:
    """Put what was read in front of the area's staff, as soon as the transaction commits."""
    alert = Alert(
        area=area,
        channel=channel,
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


def of_somebody_young(alert: Alert) -> Finding | None:
    """The same danger where the person said later that they are under 18; None where it cannot be graver."""
    if alert.voice != "self" or raised(alert.priority) == alert.priority:
        return None
    pack = reader().classes.pack(alert.danger, alert.voice)
    return Finding(alert.danger, raised(alert.priority), alert.voice, pack, alert.words, under_18=True)


def beside_frailty(alert: Alert, text: str, *, told: bool) -> Finding | None:
    """The same danger where they say that children are there, or that somebody is ill; None where that makes it no graver.

    `told`: they say so without naming them, by a yes.
    """
    marks = {FRAIL} if told else reader().notice(text).marks.keys()
    found = Finding(alert.danger, alert.priority, alert.voice, reader().classes.pack(alert.danger, alert.voice), alert.words)
    weighed = reader().classes.weighed(found, marks)
    return None if weighed.priority == alert.priority else weighed


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


async def is_watched(session: AsyncSession, conversation_id: UUID) -> bool:
    """Whether it was ever read there that somebody else reads along."""
    query = select(Alert.id).where(Alert.conversation_id == conversation_id, Alert.danger == "abuse_monitored")
    return (await session.execute(query.limit(1))).scalar_one_or_none() is not None


async def any_open(session: AsyncSession, conversation_ids: Sequence[UUID]) -> bool:
    """Whether something dangerous was read there, and nobody has said yet what came of it."""
    query = select(Alert.id).where(Alert.conversation_id.in_(conversation_ids), Alert.closed_at.is_(None))
    return (await session.execute(query.limit(1))).scalar_one_or_none() is not None


async def open_in(session: AsyncSession, conversation_ids: Collection[UUID]) -> set[UUID]:
    """The conversations where something dangerous was read, and nobody has said yet what came of it."""
    query = select(Alert.conversation_id).where(Alert.conversation_id.in_(conversation_ids), Alert.closed_at.is_(None))
    return set((await session.execute(query)).scalars())


async def in_hand(session: AsyncSession, areas: Sequence[str]) -> Sequence[Alert]:
    """Alerts that somebody looks at, or that wait for a second person's review."""
    query = select(Alert).where(
        Alert.area.in_(areas), Alert.acknowledged_at.is_not(None), Alert.reviewed_at.is_(None)
    )
    return (await session.execute(query.order_by(Alert.priority, Alert.raised_at))).scalars().all()


async def close(session: AsyncSession, alert_id: UUID, staff_id: UUID, areas: Sequence[str], outcome: str) -> Alert:
    """Say what came of it. Raises NotFound, and Unreadable without an outcome."""
    alert = await acknowledge(session, alert_id, staff_id, areas)
    if not outcome.strip():
        raise Unreadable("write what came of it")
    if alert.closed_at is None:
        alert.outcome, alert.closed_at, alert.closed_by = outcome.strip(), now(), staff_id
        await notify(session, f"desk:{alert.area}")
    return alert


async def review(session: AsyncSession, alert_id: UUID, staff_id: UUID, areas: Sequence[str]) -> Alert:
    """A second person agrees. Raises NotFound, and Conflict for who wrote the outcome or before there is one."""
    query = select(Alert).where(Alert.id == alert_id, Alert.area.in_(areas)).with_for_update()
    alert = (await session.execute(query)).scalar_one_or_none()
    if alert is None:
        raise NotFound("no such alert")
    if alert.closed_at is None or alert.closed_by == staff_id:
        raise Conflict("somebody else than who wrote the outcome must review it")
    if alert.reviewed_at is None:
        alert.reviewed_at, alert.reviewed_by = now(), staff_id
        await notify(session, f"desk:{alert.area}")
    return alert


async def unacknowledged(session: AsyncSession) -> Sequence[Alert]:
    """Every alert nobody looks at yet, each held until the transaction ends."""
    query = select(Alert).where(Alert.acknowledged_at.is_(None)).order_by(Alert.raised_at)
    return (await session.execute(query.with_for_update(skip_locked=True))).scalars().all()
