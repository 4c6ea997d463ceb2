"""Numbers whose texts wait until a worker has asked which times suit, apart from those that were stopped.

Those that wait now cannot be told from a STOP, and stay one.
"""

from alembic import op

revision = "0032"
down_revision = "0031"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.drop_constraint(op.f("ck_quiet_numbers_why_known"), "quiet_numbers", type_="check")
    known = "why IN ('paused', 'held', 'stopped', 'wrong', 'watched')"
    op.create_check_constraint(op.f("ck_quiet_numbers_why_known"), "quiet_numbers", known)
