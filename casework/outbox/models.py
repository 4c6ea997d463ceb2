"""Texts and e-mails on their way out."""

from datetime import datetime
from uuid import UUID, uuid4

from sqlalchemy import CheckConstraint, Index
from sqlalchemy.orm import Mapped, mapped_column

from casework.base.clock import now
from casework.base.db import Base

UNFINISHED = ("queued", "sending")


class Outgoing(Base):
    """One text or e-mail. `ref` is the caller's own id for it, `provider_ref` the provider's; `past_refs` were tries
    that the provider gave up.

    `about` is its sort, by which quiet numbers get it or not; `parts` is what a text costs. `calendar` goes with an
    e-mail: an entry for calendars (.ics).

    `sender` is the number of ours that they write to, as far as one is known: it is sent from there while it is ours.

    `sending` from the moment before the provider is called; `sent` once the provider has it; `held` when nobody
    can say whether it has, so that a person must decide. `error` never holds words or numbers of anyone's.
    """

    __tablename__ = "outgoing"
    __table_args__ = (
        CheckConstraint("kind IN ('sms', 'email')", name="kind_known"),
        CheckConstraint(
            "about IN ('notice', 'reply', 'safety', 'neutral', 'control', 'code', 'appointment', 'reminder', 'checkin', 'promotion')",
            name="about_known",
        ),
        CheckConstraint("status IN ('queued', 'sending', 'sent', 'delivered', 'failed', 'held')", name="status_known"),
        CheckConstraint("provider IN ('twilio', 'notify', 'smtp', 'demonstration')", name="provider_known"),
        CheckConstraint("(kind = 'email') = (subject IS NOT NULL)", name="subject_of_email"),
        Index("ix_outgoing_to", "to", "made_at"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True, default=uuid4)
    kind: Mapped[str]
    to: Mapped[str]
    subject: Mapped[str | None]
    text: Mapped[str]
    calendar: Mapped[str | None]
    about: Mapped[str] = mapped_column(default="notice", server_default="notice")
    parts: Mapped[int | None]
    sender: Mapped[str | None]
    ref: Mapped[UUID | None] = mapped_column(unique=True)
    status: Mapped[str] = mapped_column(default="queued")
    provider: Mapped[str | None]
    provider_ref: Mapped[str | None] = mapped_column(unique=True)
    past_refs: Mapped[list[str]] = mapped_column(default=list, server_default="{}")
    tries: Mapped[int] = mapped_column(default=0)
    error: Mapped[str | None]
    made_at: Mapped[datetime] = mapped_column(default=now, index=True)
    sent_at: Mapped[datetime | None]
    status_at: Mapped[datetime] = mapped_column(default=now)
