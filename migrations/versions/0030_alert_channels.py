"""The channel a danger was read on."""

import sqlalchemy as sa
from alembic import op

revision = "0030"
down_revision = "0026"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("alerts", sa.Column("channel", sa.String(), nullable=False, server_default="web"))
    op.execute("UPDATE alerts SET channel = c.channel FROM conversations c WHERE c.id = alerts.conversation_id")
    op.alter_column("alerts", "channel", server_default=None)
