"""Whether somebody asked for a person again, for something else, while one was awaited."""

import sqlalchemy as sa
from alembic import op

revision = "0031"
down_revision = "0030"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("handoffs", sa.Column("asked_again", sa.String(), nullable=True))
