"""What somebody said they need while a meeting was being found."""

import sqlalchemy as sa
from alembic import op

revision = "0037"
down_revision = "0036"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("booking_talks", sa.Column("needs", sa.Text(), server_default="", nullable=False))
