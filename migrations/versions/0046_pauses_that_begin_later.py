"""A pause may begin on a day to come."""

import sqlalchemy as sa
from alembic import op

revision = "0046"
down_revision = "0045"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("quiet_numbers", sa.Column("since", sa.DateTime(timezone=True), nullable=True))
