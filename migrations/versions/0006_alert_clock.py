"""The clock of an alert: who was told, its outcome, and who reviewed it."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("alerts", sa.Column("climbed", sa.Integer(), nullable=False, server_default="-1"))
    op.add_column("alerts", sa.Column("outcome", sa.String(), nullable=True))
    for name in ("closed", "reviewed"):
        op.add_column("alerts", sa.Column(f"{name}_at", sa.DateTime(timezone=True), nullable=True))
        op.add_column("alerts", sa.Column(f"{name}_by", sa.Uuid(), nullable=True))
