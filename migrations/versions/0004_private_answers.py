"""Answers that the key worker does not see."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("screenings", sa.Column("private", postgresql.ARRAY(sa.TEXT()), nullable=False, server_default="{}"))
