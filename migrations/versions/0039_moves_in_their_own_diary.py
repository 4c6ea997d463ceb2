"""A hold for a meeting that is moved is spared its time in that meeting's own diary and room, and in no other."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import TSTZRANGE

revision = "0039"
down_revision = "0038"
branch_labels = None
depends_on = None

SPARED = {"diary_id": "spared_in_diary", "room_id": "spared_in_room"}


def upgrade() -> None:
    op.alter_column("appointments", "spared", new_column_name=SPARED["diary_id"])
    op.add_column("appointments", sa.Column(SPARED["room_id"], TSTZRANGE(), server_default="empty", nullable=False))
    # Holds made before run out in minutes: until then they stand as they were.
    op.execute("UPDATE appointments SET spared_in_room = spared_in_diary WHERE NOT isempty(spared_in_diary)")
    for column, spared in SPARED.items():
        op.execute(f"ALTER TABLE appointments DROP CONSTRAINT ex_appointments_{column}")
        op.execute(
            f"ALTER TABLE appointments ADD CONSTRAINT ex_appointments_{column} EXCLUDE USING gist"
            f" (int8range({column}, {column}, '[]') WITH &&,"
            f" (tstzmultirange(tstzrange(starts_at, blocked_until)) - tstzmultirange({spared})) WITH &&)"
            f" WHERE (state IN ('held', 'booked') AND {column} IS NOT NULL AND group_id IS NULL)"
        )
