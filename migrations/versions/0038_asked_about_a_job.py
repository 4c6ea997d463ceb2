"""When somebody who fell silent over a new job was asked once more."""

import sqlalchemy as sa
from alembic import op

revision = "0038"
down_revision = "0037"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("job_reports", sa.Column("asked_again_at", sa.DateTime(timezone=True)))
