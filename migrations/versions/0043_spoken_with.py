"""When one of us last spoke with somebody in work, which no message shows."""

import sqlalchemy as sa
from alembic import op

revision = "0043"
down_revision = "0042"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("jobs", sa.Column("spoken_at", sa.DateTime(timezone=True), nullable=True))
