"""Assessments, and the lists that people tick themselves on a page of their own."""

from datetime import datetime
from typing import Any
from uuid import UUID, uuid4

from sqlalchemy import JSON, ForeignKey, LargeBinary
from sqlalchemy.orm import Mapped, mapped_column

from casework.base.clock import now
from casework.base.db import Base


class Assessment(Base):
    """`answers` holds {question or marker id: stored value}; `bank` is the version of the questions it was made with."""

    __tablename__ = "assessments"

    id: Mapped[UUID] = mapped_column(primary_key=True, default=uuid4)
    claimant_id: Mapped[UUID] = mapped_column(ForeignKey("claimants.id", ondelete="CASCADE"), index=True)
    area: Mapped[str] = mapped_column(index=True)
    bank: Mapped[str]
    answers: Mapped[dict[str, Any]] = mapped_column(JSON, default=dict)
    results: Mapped[dict[str, Any]] = mapped_column(JSON, default=dict)
    staff_id: Mapped[UUID | None] = mapped_column(ForeignKey("staff.id", ondelete="SET NULL"))
    started_at: Mapped[datetime] = mapped_column(default=now)
    completed_at: Mapped[datetime | None]


class SecureList(Base):
    """A link to the list of things in the way of work, for one person and a few days; kept only if they agree."""

    __tablename__ = "secure_lists"

    id: Mapped[UUID] = mapped_column(primary_key=True, default=uuid4)
    claimant_id: Mapped[UUID] = mapped_column(ForeignKey("claimants.id", ondelete="CASCADE"), index=True)
    token_hash: Mapped[bytes] = mapped_column(LargeBinary, unique=True)
    made_by: Mapped[UUID | None] = mapped_column(ForeignKey("staff.id", ondelete="SET NULL"))
    made_at: Mapped[datetime] = mapped_column(default=now)
    expires_at: Mapped[datetime]
    answers: Mapped[dict[str, Any]] = mapped_column(JSON, default=dict)
    consent_version: Mapped[str | None]
    answered_at: Mapped[datetime | None]
