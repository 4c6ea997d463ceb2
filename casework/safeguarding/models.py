"""Alerts: what a person must look at, until they have."""

from datetime import datetime
from uuid import UUID, uuid4

from sqlalchemy import CheckConstraint, Index
from sqlalchemy.orm import Mapped, mapped_column

from casework.base.clock import now
from casework.base.db import Base


class Alert(Base):
    """One danger read in one message. It outlives its conversation, so that nothing is lost by a purge.

    `words` are the person's own; `promised_by` is what they were told, or None where nobody is on duty.
    `climbed` is the place in the council's list of who was told last, from 0; -1 while nobody was.
    One person writes the outcome, another reviews it: only then is it over.
    """

    __tablename__ = "alerts"
    __table_args__ = (
        CheckConstraint("priority IN ('P0', 'P1', 'P2', 'P3')", name="priority_known"),
        Index("ix_alerts_open", "area", postgresql_where="acknowledged_at IS NULL"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True, default=uuid4)
    conversation_id: Mapped[UUID] = mapped_column(index=True)
    message_id: Mapped[UUID]
    area: Mapped[str]
    channel: Mapped[str]
    danger: Mapped[str]
    priority: Mapped[str]
    voice: Mapped[str]
    words: Mapped[str]
    raised_at: Mapped[datetime] = mapped_column(default=now)
    promised_by: Mapped[datetime | None]
    acknowledged_at: Mapped[datetime | None]
    acknowledged_by: Mapped[UUID | None]
    climbed: Mapped[int] = mapped_column(default=-1)
    outcome: Mapped[str | None]
    closed_at: Mapped[datetime | None]
    closed_by: Mapped[UUID | None]
    reviewed_at: Mapped[datetime | None]
    reviewed_by: Mapped[UUID | None]
