"""Everything else that a person was asked for while one was awaited, beside the gravest."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import ARRAY, TEXT

revision = "0040"
down_revision = "0039"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("handoffs", sa.Column("also", ARRAY(TEXT), server_default="{}", nullable=False))
    op.execute("UPDATE handoffs SET also = ARRAY[asked_again] WHERE asked_again <> reason")
