"""Screenings: what a person answered, and what came of it."""

from datetime import datetime
from enum import StrEnum
from typing import Any
from uuid import UUID, uuid4

from sqlalchemy import JSON, ForeignKey, Index, LargeBinary
from sqlalchemy.orm import Mapped, mapped_column

from casework.base.clock import now
from casework.base.db import Base


class Step(StrEnum):
    """What the person's next words are for."""

    ASKING = "asking"
    CHANGING = "changing"
    CHECKING = "checking"
    TRYING = "trying"
    TRIED = "tried"
    DONE = "done"


class Screening(Base):
    """`answers` holds {question id: stored value} in the order they were given; `asking` the open question.

    `private` names the questions whose answers the key worker does not see. `changed` is the trail of a kept one:
    [{"question", "was", "at"}]. `results` is what it came to, {pack id: {"kind", "version"}}, on `screened_at`.
    `link_hash` and `link_until` open the person's own page of it. It goes with its conversation, unless `kept_until` is ahead (for who has its code) or it is a claimant's.
    """

    __tablename__ = "screenings"
    __table_args__ = (
        Index("uq_screenings_open", "conversation_id", unique=True, postgresql_where="finished_at IS NULL"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True, default=uuid4)
    conversation_id: Mapped[UUID | None] = mapped_column(ForeignKey("conversations.id", ondelete="SET NULL"), index=True)
    claimant_id: Mapped[UUID | None] = mapped_column(ForeignKey("claimants.id", ondelete="CASCADE"), index=True)
    area: Mapped[str]
    packs: Mapped[list[str]]
    answers: Mapped[dict[str, Any]] = mapped_column(JSON, default=dict)
    step: Mapped[str] = mapped_column(default=Step.ASKING)
    asking: Mapped[str | None]
    private: Mapped[list[str]] = mapped_column(default=list)
    misses: Mapped[int] = mapped_column(default=0)
    results: Mapped[dict[str, Any] | None] = mapped_column(JSON(none_as_null=True))
    changed: Mapped[list[dict[str, Any]]] = mapped_column(JSON, default=list)
    code_hash: Mapped[bytes | None] = mapped_column(LargeBinary, unique=True)
    kept_until: Mapped[datetime | None]
    link_hash: Mapped[bytes | None] = mapped_column(LargeBinary, unique=True)
    link_until: Mapped[datetime | None]
    started_at: Mapped[datetime] = mapped_column(default=now)
    screened_at: Mapped[datetime | None]
    finished_at: Mapped[datetime | None]
