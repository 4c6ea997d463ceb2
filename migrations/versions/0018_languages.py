"""The language a conversation is held in, and the one each message is in."""

import sqlalchemy as sa
from alembic import op

revision = "0018"
down_revision = "0015"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("conversations", sa.Column("language", sa.String(), nullable=True))
    op.add_column("messages", sa.Column("language", sa.String(), nullable=False, server_default="en"))
    op.alter_column("messages", "language", server_default=None)
