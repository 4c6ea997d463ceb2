"""Screenings: what a person answered, and what came of it."""

from datetime import datetime
from typing import Any
from uuid import UUID, uuid4

from sqlalchemy import JSON, ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from casework.base.clock import now
from casework.base.db import Base


class Screening(Base):
    """`answers` holds {question id: stored value} in the order they were given; `asking` the open question.

    `private` names the questions whose answers the key worker does not see.
    """

    __tablename__ = "screenings"
    __table_args__ = (
        Index("uq_screenings_open", "conversation_id", unique=True, postgresql_where="finished_at IS NULL"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True, default=uuid4)
    conversation_id: Mapped[UUID] = mapped_column(ForeignKey("conversations.id", ondelete="CASCADE"), index=True)
    packs: Mapped[list[str]]
    answers: Mapped[dict[str, Any]] = mapped_column(JSON, default=dict)
    asking: Mapped[str | None]
    private: Mapped[list[str]] = mapped_column(default=list)
    misses: Mapped[int] = mapped_column(default=0)
    started_at: Mapped[datetime] = mapped_column(default=now)
    finished_at: Mapped[datetime | None]
