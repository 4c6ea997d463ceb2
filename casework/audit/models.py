"""The audit's one table."""

from datetime import datetime
from uuid import UUID, uuid4

from sqlalchemy import CheckConstraint
from sqlalchemy.orm import Mapped, mapped_column

from casework.base.clock import now
from casework.base.db import Base


class AuditRow(Base):
    """`act` is what was done or tried, `subject` whose record it was; neither holds anybody's words."""

    __tablename__ = "audit"
    __table_args__ = (CheckConstraint("actor IN ('visitor', 'staff', 'system', 'partner')", name="actor_known"),)

    id: Mapped[UUID] = mapped_column(primary_key=True, default=uuid4)
    at: Mapped[datetime] = mapped_column(default=now, index=True)
    actor: Mapped[str]
    staff_id: Mapped[UUID | None]
    conversation_id: Mapped[UUID | None] = mapped_column(index=True)
    claimant_id: Mapped[UUID | None] = mapped_column(index=True)
    act: Mapped[str]
    subject: Mapped[str | None]
    allowed: Mapped[bool] = mapped_column(default=True)
