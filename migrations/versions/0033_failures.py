"""How often the assistant failed over a message, so that it is given up some time."""

import sqlalchemy as sa
from alembic import op

revision = "0033"
down_revision = "0032"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("messages", sa.Column("failures", sa.Integer(), server_default="0", nullable=False))
