"""Somebody may wait for another time for a meeting they have."""

import sqlalchemy as sa
from alembic import op

revision = "0044"
down_revision = "0043"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("waiting_list", sa.Column("moving_id", sa.Uuid(), nullable=True))
    op.create_foreign_key(
        "fk_waiting_list_moving_id_appointments", "waiting_list", "appointments", ["moving_id"], ["id"], ondelete="SET NULL"
    )
