"""Calendar entries with e-mails, private feeds, and calendars that are kept outside."""

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None

MOMENT = sa.DateTime(timezone=True)


def upgrade() -> None:
    op.add_column("outgoing", sa.Column("calendar", sa.String(), nullable=True))
    op.add_column("diaries", sa.Column("feed_hash", sa.LargeBinary(), nullable=True))
    op.create_unique_constraint("uq_diaries_feed_hash", "diaries", ["feed_hash"])
    op.create_table(
        "calendar_links",
        sa.Column("diary_id", sa.BigInteger(), sa.ForeignKey("diaries.id", ondelete="CASCADE"), primary_key=True),
        sa.Column("path", sa.String(), nullable=False),
        sa.Column("seen_at", MOMENT, nullable=True),
        sa.Column("failing_since", MOMENT, nullable=True),
        sa.Column("made_at", MOMENT, nullable=False),
    )
    op.create_table(
        "outside_busy",
        sa.Column("id", sa.Uuid(), primary_key=True),
        sa.Column("diary_id", sa.BigInteger(), sa.ForeignKey("diaries.id", ondelete="CASCADE"), nullable=False),
        sa.Column("starts_at", MOMENT, nullable=False),
        sa.Column("ends_at", MOMENT, nullable=False),
        sa.CheckConstraint("starts_at < ends_at", name="ck_outside_busy_in_order"),
    )
    op.create_index("ix_outside_busy_diary_id_starts_at", "outside_busy", ["diary_id", "starts_at"])
    op.create_table(
        "calendar_copies",
        sa.Column("appointment_id", sa.Uuid(), sa.ForeignKey("appointments.id", ondelete="CASCADE"), primary_key=True),
        sa.Column("diary_id", sa.BigInteger(), sa.ForeignKey("diaries.id", ondelete="CASCADE"), primary_key=True),
        sa.Column("sequence", sa.Integer(), nullable=False),
        sa.Column("proposal", sa.String(), nullable=True),
        sa.Column("proposed_start", MOMENT, nullable=True),
        sa.Column("proposed_end", MOMENT, nullable=True),
        sa.CheckConstraint("proposal IN ('moved', 'removed')", name="ck_calendar_copies_proposal_known"),
    )
