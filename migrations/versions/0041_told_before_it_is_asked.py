"""A name and a number that somebody told before a booking asked for them."""

import sqlalchemy as sa
from alembic import op

revision = "0041"
down_revision = "0040"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("booking_talks", sa.Column("name", sa.Text(), server_default="", nullable=False))
    op.add_column("booking_talks", sa.Column("number", sa.Text(), server_default="", nullable=False))
