"""The meetings of a room by when they begin, which every booking face to face looks through."""

from alembic import op

revision = "0045"
down_revision = "0044"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_index("ix_appointments_room_id_starts_at", "appointments", ["room_id", "starts_at"], postgresql_where="room_id IS NOT NULL")
