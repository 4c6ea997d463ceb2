"""A hold for a meeting that is moved may lie over the time that the meeting itself has."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import TSTZRANGE

revision = "0035"
down_revision = "0034"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("appointments", sa.Column("spared", TSTZRANGE(), server_default="empty", nullable=False))
    for column in ("diary_id", "room_id"):
        op.execute(f"ALTER TABLE appointments DROP CONSTRAINT ex_appointments_{column}")
        op.execute(
            f"ALTER TABLE appointments ADD CONSTRAINT ex_appointments_{column} EXCLUDE USING gist"
            f" (int8range({column}, {column}, '[]') WITH &&,"
            " (tstzmultirange(tstzrange(starts_at, blocked_until)) - tstzmultirange(spared)) WITH &&)"
            f" WHERE (state IN ('held', 'booked') AND {column} IS NOT NULL AND group_id IS NULL)"
        )
