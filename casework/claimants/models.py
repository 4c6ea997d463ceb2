"""The people the programme is for, how they can be reached, and what they agreed to."""

from datetime import date, datetime
from typing import Any
from uuid import UUID, uuid4

from sqlalchemy import CheckConstraint, ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from casework.base.clock import local, now
from casework.base.db import Base


def _today() -> date:
    return local(now()).date()


class Claimant(Base):
    """One person. `safe_contact` is {"days": ["mon", …], "from": "09:00", "until": "17:00", "neutral": bool,
    "shared": bool, "note": str}, each part optional; None: any time outside quiet hours.

    `preferred_channel`: how they asked to be written to, "sms" or "email"; None: a text before an e-mail.
    `referred_on` starts the responsibility clock. `merged_into` names the record that took this one over.
    """

    __tablename__ = "claimants"
    __table_args__ = (
        CheckConstraint("source IN ('self', 'worker', 'partner', 'import')", name="source_known"),
        CheckConstraint("preferred_channel IN ('sms', 'email')", name="preferred_channel_known"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True, default=uuid4)
    area: Mapped[str] = mapped_column(index=True)
    preferred_name: Mapped[str]
    language: Mapped[str] = mapped_column(default="en")
    preferred_channel: Mapped[str | None]
    adjustments: Mapped[str] = mapped_column(default="")
    adjustments_asked_at: Mapped[datetime | None]
    needs: Mapped[list[str]] = mapped_column(default=list)
    safe_contact: Mapped[dict[str, Any] | None]
    source: Mapped[str]
    source_ref: Mapped[str | None] = mapped_column(unique=True)
    key_worker_id: Mapped[UUID | None] = mapped_column(ForeignKey("staff.id"), index=True)
    referred_on: Mapped[date] = mapped_column(default=_today)
    created_at: Mapped[datetime] = mapped_column(default=now)
    merged_into: Mapped[UUID | None] = mapped_column(ForeignKey("claimants.id"), index=True)
    channels: Mapped[list["ContactChannel"]] = relationship(
        lazy="selectin", order_by="ContactChannel.created_at", cascade="all, delete-orphan"
    )


class ContactChannel(Base):
    """A number (+44…) or an e-mail address (lower case). `proved_at`: when this person last proved it is theirs.

    One address may be two people's; each has a row.
    """

    __tablename__ = "contact_channels"
    __table_args__ = (
        UniqueConstraint("claimant_id", "kind", "address"),
        Index("ix_contact_channels_address", "kind", "address"),
        CheckConstraint("kind IN ('sms', 'email')", name="kind_known"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True, default=uuid4)
    claimant_id: Mapped[UUID] = mapped_column(ForeignKey("claimants.id", ondelete="CASCADE"))
    kind: Mapped[str]
    address: Mapped[str]
    proved_at: Mapped[datetime | None]
    closed_at: Mapped[datetime | None]
    created_at: Mapped[datetime] = mapped_column(default=now)


class Consent(Base):
    """One answer to one consent question. The latest row of a purpose is what holds."""

    __tablename__ = "consents"

    id: Mapped[UUID] = mapped_column(primary_key=True, default=uuid4)
    claimant_id: Mapped[UUID] = mapped_column(ForeignKey("claimants.id", ondelete="CASCADE"), index=True)
    purpose: Mapped[str]
    given: Mapped[bool]
    wording_version: Mapped[str]
    at: Mapped[datetime] = mapped_column(default=now)


class KeyWorkerChange(Base):
    """A person's key worker changes on `starts_on`; they are told before."""

    __tablename__ = "key_worker_changes"

    id: Mapped[UUID] = mapped_column(primary_key=True, default=uuid4)
    claimant_id: Mapped[UUID] = mapped_column(ForeignKey("claimants.id", ondelete="CASCADE"), index=True)
    from_id: Mapped[UUID | None] = mapped_column(ForeignKey("staff.id"))
    to_id: Mapped[UUID] = mapped_column(ForeignKey("staff.id"))
    reason: Mapped[str]
    starts_on: Mapped[date]
    made_by: Mapped[UUID | None] = mapped_column(ForeignKey("staff.id"))
    told_at: Mapped[datetime | None]
    done_at: Mapped[datetime | None]
    at: Mapped[datetime] = mapped_column(default=now)


class Merge(Base):
    """Two records were one person. `moved` lists what changed hands, {table: [ids]}, so that it can be undone."""

    __tablename__ = "merges"

    id: Mapped[UUID] = mapped_column(primary_key=True, default=uuid4)
    kept_id: Mapped[UUID] = mapped_column(ForeignKey("claimants.id", ondelete="CASCADE"), index=True)
    merged_id: Mapped[UUID] = mapped_column(ForeignKey("claimants.id", ondelete="CASCADE"), index=True)
    moved: Mapped[dict[str, Any]]
    made_by: Mapped[UUID] = mapped_column(ForeignKey("staff.id"))
    made_at: Mapped[datetime] = mapped_column(default=now)
    undone_at: Mapped[datetime | None]
