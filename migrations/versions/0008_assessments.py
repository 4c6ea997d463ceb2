"""Initial assessments, and the list that a person ticks alone."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    moment = sa.DateTime(timezone=True)
    op.create_table(
        "assessments",
        sa.Column("id", sa.Uuid(), primary_key=True),
        sa.Column("claimant_id", sa.Uuid(), sa.ForeignKey("claimants.id", ondelete="CASCADE"), nullable=False),
        sa.Column("area", sa.String(), nullable=False),
        sa.Column("bank", sa.String(), nullable=False),
        sa.Column("answers", sa.JSON(), nullable=False),
        sa.Column("results", sa.JSON(), nullable=False),
        sa.Column("staff_id", sa.Uuid(), sa.ForeignKey("staff.id", ondelete="SET NULL"), nullable=True),
        sa.Column("started_at", moment, nullable=False),
        sa.Column("completed_at", moment, nullable=True),
    )
    op.create_index("ix_assessments_claimant_id", "assessments", ["claimant_id"])
    op.create_index("ix_assessments_area", "assessments", ["area"])
    op.create_table(
        "secure_lists",
        sa.Column("id", sa.Uuid(), primary_key=True),
        sa.Column("claimant_id", sa.Uuid(), sa.ForeignKey("claimants.id", ondelete="CASCADE"), nullable=False),
        sa.Column("token_hash", sa.LargeBinary(), nullable=False, unique=True),
        sa.Column("made_by", sa.Uuid(), sa.ForeignKey("staff.id", ondelete="SET NULL"), nullable=True),
        sa.Column("made_at", moment, nullable=False),
        sa.Column("expires_at", moment, nullable=False),
        sa.Column("answers", sa.JSON(), nullable=False),
        sa.Column("consent_version", sa.String(), nullable=True),
        sa.Column("answered_at", moment, nullable=True),
    )
    op.create_index("ix_secure_lists_claimant_id", "secure_lists", ["claimant_id"])
