"""Proof of who is speaking: checks under way, one-time codes, and references that workers give out."""

from datetime import datetime
from uuid import UUID, uuid4

from sqlalchemy import CheckConstraint, ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from casework.base.clock import now
from casework.base.db import Base


class IdentityCheck(Base):
    """The questions that prove who is speaking, as far as they have come. `purpose` is what waits for the answer.

    `kind` and `address` are what is being proved; `proved_at` is set once it is.
    """

    __tablename__ = "identity_checks"

    conversation_id: Mapped[UUID] = mapped_column(
        ForeignKey("conversations.id", ondelete="CASCADE"), primary_key=True
    )
    purpose: Mapped[str]
    step: Mapped[str] = mapped_column(default="address")
    misses: Mapped[int] = mapped_column(default=0)
    kind: Mapped[str | None]
    address: Mapped[str | None]
    proved_at: Mapped[datetime | None]
    name: Mapped[str | None]
    safe: Mapped[str | None]
    claimant_id: Mapped[UUID | None] = mapped_column(ForeignKey("claimants.id", ondelete="CASCADE"))
    began_at: Mapped[datetime] = mapped_column(default=now)


class OneTimeCode(Base):
    """A code sent to an address, for one conversation. Only its hash is kept."""

    __tablename__ = "one_time_codes"
    __table_args__ = (
        Index("ix_one_time_codes_address", "kind", "address", "sent_at"),
        CheckConstraint("kind IN ('sms', 'email')", name="kind_known"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True, default=uuid4)
    conversation_id: Mapped[UUID] = mapped_column(ForeignKey("conversations.id", ondelete="CASCADE"), index=True)
    kind: Mapped[str]
    address: Mapped[str]
    code_hash: Mapped[bytes]
    sent_at: Mapped[datetime] = mapped_column(default=now)
    expires_at: Mapped[datetime]
    tries: Mapped[int] = mapped_column(default=0)
    used_at: Mapped[datetime | None]


class Reference(Base):
    """A single-use word of proof that a key worker gave somebody by hand."""

    __tablename__ = "proof_references"

    code_hash: Mapped[bytes] = mapped_column(primary_key=True)
    claimant_id: Mapped[UUID] = mapped_column(ForeignKey("claimants.id", ondelete="CASCADE"), index=True)
    issued_by: Mapped[UUID] = mapped_column(ForeignKey("staff.id"))
    issued_at: Mapped[datetime] = mapped_column(default=now)
    expires_at: Mapped[datetime]
    used_at: Mapped[datetime | None]
