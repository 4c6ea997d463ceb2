"""Partners and what they sent."""

from datetime import datetime
from uuid import UUID, uuid4

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from casework.base.clock import now
from casework.base.db import Base


class Partner(Base):
    """An organisation that may refer people of some areas. Only a hash of its token is kept."""

    __tablename__ = "partners"

    id: Mapped[UUID] = mapped_column(primary_key=True, default=uuid4)
    name: Mapped[str] = mapped_column(unique=True)
    areas: Mapped[list[str]]
    token_hash: Mapped[bytes] = mapped_column(unique=True)
    created_at: Mapped[datetime] = mapped_column(default=now)
    closed_at: Mapped[datetime | None]


class Referral(Base):
    """One person sent by a partner; `ref` is the partner's own number for it."""

    __tablename__ = "referrals"
    __table_args__ = (UniqueConstraint("partner_id", "ref"),)

    id: Mapped[UUID] = mapped_column(primary_key=True, default=uuid4)
    partner_id: Mapped[UUID] = mapped_column(ForeignKey("partners.id"))
    ref: Mapped[str]
    claimant_id: Mapped[UUID] = mapped_column(ForeignKey("claimants.id", ondelete="CASCADE"), index=True)
    received_at: Mapped[datetime] = mapped_column(default=now)
