"""What people asked about their own data, each with its clock."""

from datetime import date, datetime
from uuid import UUID, uuid4

from sqlalchemy import CheckConstraint
from sqlalchemy.orm import Mapped, mapped_column

from casework.base.clock import now
from casework.base.db import Base


class DataRequest(Base):
    """See, delete, or complain. It outlives the record it is about, so that it can be shown what was done.

    `due_on` is the last day the law allows; a complaint is acknowledged by then, the others are done.
    """

    __tablename__ = "data_requests"
    __table_args__ = (CheckConstraint("kind IN ('see', 'delete', 'complaint')", name="kind_known"),)

    id: Mapped[UUID] = mapped_column(primary_key=True, default=uuid4)
    number: Mapped[str] = mapped_column(unique=True)
    claimant_id: Mapped[UUID] = mapped_column(index=True)
    area: Mapped[str] = mapped_column(index=True)
    kind: Mapped[str]
    conversation_id: Mapped[UUID | None]
    asked_at: Mapped[datetime] = mapped_column(default=now)
    due_on: Mapped[date]
    acknowledged_at: Mapped[datetime | None]
    done_at: Mapped[datetime | None]
    done_by: Mapped[UUID | None]
    outcome: Mapped[str | None]
