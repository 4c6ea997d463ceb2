"""Jobs that people started, and each time they were asked how it goes."""

from datetime import date, datetime
from uuid import UUID, uuid4

from sqlalchemy import CheckConstraint, ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from casework.base.clock import now
from casework.base.db import Base

STATES = ("due", "sent", "answered", "missed", "left_out")
UNASKED = "unasked"


class Job(Base):
    """A job that somebody started, and how often they are asked about it; of two open ones the later start counts.

    `shifts` are known ones: {"days": "mon fri", "from": "22:00", "until": "06:00"}.
    `seldom_since`: they answered nothing for a while; any word of theirs ends that.
    `own_question` is their worker's, asked once, next. `spoken_at`: when one of us said that they had spoken.
    """

    __tablename__ = "jobs"
    __table_args__ = (
        CheckConstraint("reported_by IN ('person', 'worker', 'partner')", name="reported_by_known"),
        CheckConstraint("ended_on IS NULL OR ended_on >= starts_on", name="in_order"),
        CheckConstraint("cadence IN ('light', 'usual', 'more')", name="cadence_known"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True, default=uuid4)
    claimant_id: Mapped[UUID] = mapped_column(ForeignKey("claimants.id", ondelete="CASCADE"), index=True)
    starts_on: Mapped[date]
    first_payday: Mapped[date | None]
    ended_on: Mapped[date | None]
    shifts: Mapped[list[dict[str, str]]] = mapped_column(default=list)
    cadence: Mapped[str] = mapped_column(default="usual")
    paused_until: Mapped[date | None]
    seldom_since: Mapped[date | None]
    own_question: Mapped[str | None]
    spoken_at: Mapped[datetime | None]
    reported_by: Mapped[str]
    staff_id: Mapped[UUID | None] = mapped_column(ForeignKey("staff.id"))
    made_at: Mapped[datetime] = mapped_column(default=now)


class Checkin(Base):
    """One question to one person, or work news they sent unasked. `words` is what was really asked.

    `look_at` is when its turn to go comes or is weighed again; `why` is what holds it back, or why it was left out.
    `outcome` names an entry of outcomes.yml, `score` is its score and `trend` how that moved since the one before.
    `following` is the follow-up question that waits for its answer; `misses` counts answers that could not be read.
    `level` and `promised_by`: a person has it to do.
    """

    __tablename__ = "checkins"
    __table_args__ = (
        CheckConstraint(f"state IN ({', '.join(repr(one) for one in STATES)})", name="state_known"),
        CheckConstraint("trend IN ('better', 'same', 'worse')", name="trend_known"),
        Index("uq_checkins_step", "job_id", "step", unique=True, postgresql_where=f"step <> '{UNASKED}'"),
        Index("ix_checkins_due", "look_at", postgresql_where="state = 'due'"),
        Index("ix_checkins_sent", "sent_at", postgresql_where="state = 'sent'"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True, default=uuid4)
    claimant_id: Mapped[UUID] = mapped_column(ForeignKey("claimants.id", ondelete="CASCADE"), index=True)
    job_id: Mapped[UUID | None] = mapped_column(ForeignKey("jobs.id", ondelete="CASCADE"))
    step: Mapped[str]
    version: Mapped[str]
    question: Mapped[str]
    words: Mapped[str | None]
    due_at: Mapped[datetime]
    look_at: Mapped[datetime]
    too_late_at: Mapped[datetime]
    state: Mapped[str] = mapped_column(default="due")
    why: Mapped[str | None]
    message_id: Mapped[UUID | None] = mapped_column(index=True)
    conversation_id: Mapped[UUID | None] = mapped_column(ForeignKey("conversations.id", ondelete="SET NULL"))
    sent_at: Mapped[datetime | None]
    answered_at: Mapped[datetime | None]
    outcome: Mapped[str | None]
    following: Mapped[str | None]
    misses: Mapped[int] = mapped_column(default=0, server_default="0")
    score: Mapped[int | None]
    trend: Mapped[str | None]
    level: Mapped[str | None]
    promised_by: Mapped[datetime | None]


class JobReport(Base):
    """The questions about a new job under way in a conversation, as far as they have come.

    `misses` counts answers in a row that could not be read; `asked_again_at`: after they had fallen silent.
    """

    __tablename__ = "job_reports"

    conversation_id: Mapped[UUID] = mapped_column(ForeignKey("conversations.id", ondelete="CASCADE"), primary_key=True)
    claimant_id: Mapped[UUID] = mapped_column(ForeignKey("claimants.id", ondelete="CASCADE"))
    step: Mapped[str] = mapped_column(default="starts_on")
    starts_on: Mapped[date | None]
    first_payday: Mapped[date | None]
    cadence: Mapped[str | None]
    misses: Mapped[int] = mapped_column(default=0, server_default="0")
    asked_again_at: Mapped[datetime | None]
    began_at: Mapped[datetime] = mapped_column(default=now)
