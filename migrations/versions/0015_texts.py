"""A second provider of texts; which text a check-in went out as."""

import sqlalchemy as sa
from alembic import op

revision = "0015"
down_revision = "0013"
branch_labels = None
depends_on = None

BEFORE, NOW = "('twilio', 'smtp', 'demonstration')", "('twilio', 'notify', 'smtp', 'demonstration')"


def upgrade() -> None:
    _providers(NOW)
    op.add_column("checkins", sa.Column("message_id", sa.Uuid(), nullable=True))
    op.create_index("ix_checkins_message_id", "checkins", ["message_id"])


def downgrade() -> None:
    op.drop_column("checkins", "message_id")
    _providers(BEFORE)


def _providers(known: str) -> None:
    op.drop_constraint(op.f("ck_outgoing_provider_known"), "outgoing")
    op.create_check_constraint(op.f("ck_outgoing_provider_known"), "outgoing", f"provider IN {known}")
