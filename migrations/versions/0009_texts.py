"""Texts both ways: threads by number, quiet numbers, what was chosen, what was seen."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None

ABOUT = "about IN ('notice', 'reply', 'safety', 'neutral', 'control', 'code', 'appointment', 'checkin')"


def upgrade() -> None:
    op.add_column("conversations", sa.Column("phone", sa.String(), nullable=True))
    op.create_check_constraint(
        op.f("ck_conversations_phone_of_texts"), "conversations", "(channel = 'sms') = (phone IS NOT NULL)"
    )
    op.create_index(
        "uq_conversations_phone",
        "conversations",
        ["phone"],
        unique=True,
        postgresql_where=sa.text("finished_at IS NULL"),
    )
    op.add_column("messages", sa.Column("meant", sa.String(), nullable=True))
    op.add_column("outgoing", sa.Column("about", sa.String(), nullable=False, server_default="notice"))
    op.add_column("outgoing", sa.Column("parts", sa.Integer(), nullable=True))
    op.add_column("outgoing", sa.Column("past_refs", postgresql.ARRAY(sa.TEXT()), nullable=False, server_default="{}"))
    op.create_check_constraint(op.f("ck_outgoing_about_known"), "outgoing", ABOUT)
    op.create_table(
        "quiet_numbers",
        sa.Column("number", sa.String(), nullable=False),
        sa.Column("why", sa.String(), nullable=False),
        sa.Column("until", sa.DateTime(timezone=True), nullable=True),
        sa.Column("appointments", sa.Boolean(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("why IN ('paused', 'stopped', 'wrong', 'watched')", name=op.f("ck_quiet_numbers_why_known")),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_quiet_numbers")),
    )
    op.create_table(
        "texts_seen",
        sa.Column("ref", sa.String(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("ref", name=op.f("pk_texts_seen")),
    )
    op.create_index(op.f("ix_texts_seen_at"), "texts_seen", ["at"], unique=False)
