"""How a person asked to be written to, by text or by e-mail."""

import sqlalchemy as sa
from alembic import op

revision = "0026"
down_revision = "0025"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("claimants", sa.Column("preferred_channel", sa.String(), nullable=True))
    op.create_check_constraint(
        op.f("ck_claimants_preferred_channel_known"), "claimants", "preferred_channel IN ('sms', 'email')"
    )
