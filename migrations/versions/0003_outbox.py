"""The way out: texts and e-mails."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "outgoing",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("to", sa.String(), nullable=False),
        sa.Column("subject", sa.String(), nullable=True),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("ref", sa.Uuid(), nullable=True),
        sa.Column("status", sa.String(), nullable=False),
        sa.Column("provider", sa.String(), nullable=True),
        sa.Column("provider_ref", sa.String(), nullable=True),
        sa.Column("tries", sa.Integer(), nullable=False),
        sa.Column("error", sa.String(), nullable=True),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("sent_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("status_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("(kind = 'email') = (subject IS NOT NULL)", name=op.f("ck_outgoing_subject_of_email")),
        sa.CheckConstraint("kind IN ('sms', 'email')", name=op.f("ck_outgoing_kind_known")),
        sa.CheckConstraint("provider IN ('twilio', 'smtp', 'demonstration')", name=op.f("ck_outgoing_provider_known")),
        sa.CheckConstraint(
            "status IN ('queued', 'sending', 'sent', 'delivered', 'failed', 'held')",
            name=op.f("ck_outgoing_status_known"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_outgoing")),
        sa.UniqueConstraint("provider_ref", name=op.f("uq_outgoing_provider_ref")),
        sa.UniqueConstraint("ref", name=op.f("uq_outgoing_ref")),
    )
    op.create_index(op.f("ix_outgoing_made_at"), "outgoing", ["made_at"], unique=False)
    op.create_index("ix_outgoing_to", "outgoing", ["to", "made_at"], unique=False)
