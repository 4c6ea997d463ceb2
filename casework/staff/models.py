"""Staff accounts and their sessions."""

from datetime import date, datetime
from uuid import UUID, uuid4

from sqlalchemy import CheckConstraint, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column, relationship

from casework.base.clock import now
from casework.base.db import Base


class Staff(Base):
    """A key worker, lead or admin. They see the people of their own areas and nobody else.

    `specialities` are need ids. From `away_from` to `away_until`, both included, `deputy_id` stands in.
    """

    __tablename__ = "staff"
    __table_args__ = (CheckConstraint("role IN ('key_worker', 'lead', 'admin')", name="role_known"),)

    id: Mapped[UUID] = mapped_column(primary_key=True, default=uuid4)
    email: Mapped[str] = mapped_column(unique=True)
    name: Mapped[str]
    role: Mapped[str]
    areas: Mapped[list[str]]
    password_hash: Mapped[str]
    specialities: Mapped[list[str]] = mapped_column(default=list)
    away_from: Mapped[date | None]
    away_until: Mapped[date | None]
    deputy_id: Mapped[UUID | None] = mapped_column(ForeignKey("staff.id"))
    created_at: Mapped[datetime] = mapped_column(default=now)
    closed_at: Mapped[datetime | None]


class StaffSession(Base):
    """A signed-in browser. Only a hash of its cookie is kept; `csrf` guards its forms."""

    __tablename__ = "staff_sessions"

    token_hash: Mapped[bytes] = mapped_column(primary_key=True)
    staff_id: Mapped[UUID] = mapped_column(ForeignKey("staff.id", ondelete="CASCADE"), index=True)
    csrf: Mapped[str]
    expires_at: Mapped[datetime]
    staff: Mapped[Staff] = relationship(lazy="joined", innerjoin=True)


class SignInFailure(Base):
    """One wrong password, so that guessing is slowed down per address."""

    __tablename__ = "sign_in_failures"

    id: Mapped[UUID] = mapped_column(primary_key=True, default=uuid4)
    email: Mapped[str] = mapped_column(index=True)
    at: Mapped[datetime] = mapped_column(default=now)
