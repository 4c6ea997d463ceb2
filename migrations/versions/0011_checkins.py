"""Jobs, check-ins, and how grave what a person has to do is."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None

MOMENT = sa.DateTime(timezone=True)


def _claimant() -> sa.Column[sa.Uuid]:
    return sa.Column("claimant_id", sa.Uuid(), sa.ForeignKey("claimants.id", ondelete="CASCADE"), nullable=False)


def _cadence(nullable: bool) -> sa.Column[str]:
    return sa.Column("cadence", sa.String(), nullable=nullable)


def upgrade() -> None:
    op.add_column("handoffs", sa.Column("level", sa.String(), nullable=True))
    op.create_check_constraint(op.f("ck_handoffs_level_known"), "handoffs", "level IN ('P1', 'P2', 'P3')")
    op.create_table(
        "jobs",
        sa.Column("id", sa.Uuid(), primary_key=True),
        _claimant(),
        sa.Column("starts_on", sa.Date(), nullable=False),
        sa.Column("first_payday", sa.Date(), nullable=True),
        sa.Column("ended_on", sa.Date(), nullable=True),
        sa.Column("shifts", JSONB(), nullable=False),
        _cadence(nullable=False),
        sa.Column("paused_until", sa.Date(), nullable=True),
        sa.Column("seldom_since", sa.Date(), nullable=True),
        sa.Column("own_question", sa.String(), nullable=True),
        sa.Column("reported_by", sa.String(), nullable=False),
        sa.Column("staff_id", sa.Uuid(), sa.ForeignKey("staff.id"), nullable=True),
        sa.Column("made_at", MOMENT, nullable=False),
        sa.CheckConstraint("reported_by IN ('person', 'worker', 'partner')", name=op.f("ck_jobs_reported_by_known")),
        sa.CheckConstraint("ended_on IS NULL OR ended_on >= starts_on", name=op.f("ck_jobs_in_order")),
        sa.CheckConstraint("cadence IN ('light', 'usual', 'more')", name=op.f("ck_jobs_cadence_known")),
    )
    op.create_index("ix_jobs_claimant_id", "jobs", ["claimant_id"])
    _checkins()
    op.create_table(
        "job_reports",
        sa.Column(
            "conversation_id", sa.Uuid(), sa.ForeignKey("conversations.id", ondelete="CASCADE"), primary_key=True
        ),
        _claimant(),
        sa.Column("step", sa.String(), nullable=False),
        sa.Column("starts_on", sa.Date(), nullable=True),
        sa.Column("first_payday", sa.Date(), nullable=True),
        _cadence(nullable=True),
        sa.Column("misses", sa.Integer(), nullable=False, server_default="0"),
        sa.Column("began_at", MOMENT, nullable=False),
    )


def _checkins() -> None:
    op.create_table(
        "checkins",
        sa.Column("id", sa.Uuid(), primary_key=True),
        _claimant(),
        sa.Column("job_id", sa.Uuid(), sa.ForeignKey("jobs.id", ondelete="CASCADE"), nullable=True),
        sa.Column("step", sa.String(), nullable=False),
        sa.Column("version", sa.String(), nullable=False),
        sa.Column("question", sa.String(), nullable=False),
        sa.Column("words", sa.String(), nullable=True),
        sa.Column("due_at", MOMENT, nullable=False),
        sa.Column("look_at", MOMENT, nullable=False),
        sa.Column("too_late_at", MOMENT, nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("why", sa.String(), nullable=True),
        sa.Column(
            "conversation_id", sa.Uuid(), sa.ForeignKey("conversations.id", ondelete="SET NULL"), nullable=True
        ),
        sa.Column("sent_at", MOMENT, nullable=True),
        sa.Column("answered_at", MOMENT, nullable=True),
        sa.Column("outcome", sa.String(), nullable=True),
        sa.Column("following", sa.String(), nullable=True),
        sa.Column("misses", sa.Integer(), nullable=False, server_default="0"),
        sa.Column("score", sa.Integer(), nullable=True),
        sa.Column("trend", sa.String(), nullable=True),
        sa.Column("level", sa.String(), nullable=True),
        sa.Column("promised_by", MOMENT, nullable=True),
        sa.CheckConstraint("state IN ('due', 'sent', 'answered', 'missed', 'left_out')", name=op.f("ck_checkins_state_known")),
        sa.CheckConstraint("trend IN ('better', 'same', 'worse')", name=op.f("ck_checkins_trend_known")),
    )
    op.create_index("ix_checkins_claimant_id", "checkins", ["claimant_id"])
    op.create_index(
        "uq_checkins_step", "checkins", ["job_id", "step"], unique=True, postgresql_where=sa.text("step <> 'unasked'")
    )
    op.create_index("ix_checkins_due", "checkins", ["look_at"], postgresql_where=sa.text("state = 'due'"))
    op.create_index("ix_checkins_sent", "checkins", ["sent_at"], postgresql_where=sa.text("state = 'sent'"))


def downgrade() -> None:
    for table in ("job_reports", "checkins", "jobs"):
        op.drop_table(table)
    op.drop_constraint(op.f("ck_handoffs_level_known"), "handoffs")
    op.drop_column("handoffs", "level")
