"""What a worker says of something else in their calendar where a meeting is booked."""

import sqlalchemy as sa
from alembic import op

revision = "0025"
down_revision = "0021"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("appointments", sa.Column("clash", sa.String(), nullable=True))
    op.create_check_constraint(op.f("ck_appointments_clash_known"), "appointments", "clash IN ('kept', 'asked')")
