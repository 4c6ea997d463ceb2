"""Handoffs: a person was asked for, someone took it, someone gave it back."""

from datetime import datetime
from uuid import UUID, uuid4

from sqlalchemy import CheckConstraint, ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from casework.base.clock import now
from casework.base.db import Base


class Handoff(Base):
    """`promised_by` is when the person was told someone would be there; one open handoff a conversation.

    `level` is how grave it is where something other than a wish for a person asked for one; P1 is the gravest.

    `asked_again` is for what else one was asked for while it waited: the latest that is not `reason`, where it differs.
    `also` is all of that, and what a person is to know of it: everything but `reason`, once each.

    `for_staff_id` is the person's own key worker, where they asked for theirs.
    """

    __tablename__ = "handoffs"
    __table_args__ = (
        CheckConstraint("level IN ('P1', 'P2', 'P3')", name="level_known"),
        Index("uq_handoffs_open", "conversation_id", unique=True, postgresql_where="returned_at IS NULL"),
        Index(
            "ix_handoffs_waiting",
            "area",
            "asked_at",
            postgresql_where="taken_at IS NULL AND returned_at IS NULL",
        ),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True, default=uuid4)
    conversation_id: Mapped[UUID] = mapped_column(ForeignKey("conversations.id", ondelete="CASCADE"))
    area: Mapped[str]
    reason: Mapped[str]
    level: Mapped[str | None]
    asked_again: Mapped[str | None]
    also: Mapped[list[str]] = mapped_column(default=list, server_default="{}")
    for_staff_id: Mapped[UUID | None] = mapped_column(ForeignKey("staff.id"))
    asked_at: Mapped[datetime] = mapped_column(default=now)
    promised_by: Mapped[datetime]
    taken_by: Mapped[UUID | None] = mapped_column(ForeignKey("staff.id"))
    taken_at: Mapped[datetime | None]
    returned_at: Mapped[datetime | None]
