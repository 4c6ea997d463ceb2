"""Which full group somebody may wait for a place in."""

import sqlalchemy as sa
from alembic import op

revision = "0036"
down_revision = "0035"
branch_labels = None
depends_on = None


def upgrade() -> None:
    group = sa.ForeignKey("group_sessions.id", ondelete="SET NULL")
    op.add_column("booking_talks", sa.Column("full_group_id", sa.Uuid(), group, nullable=True))
