"""Group sessions, the waiting list, and what a room must have."""

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None

MOMENT = sa.DateTime(timezone=True)
EMPTY = sa.text("'[]'")


def upgrade() -> None:
    _groups()
    op.add_column("appointments", sa.Column("features", sa.JSON(), nullable=False, server_default=EMPTY))
    op.add_column("appointments", sa.Column("service", sa.String(), nullable=True))
    op.add_column("appointments", sa.Column("partner", sa.String(), nullable=False, server_default=""))
    _waiting_list()
    op.add_column("booking_talks", sa.Column("features", sa.JSON(), nullable=False, server_default=EMPTY))
    op.add_column("booking_talks", sa.Column("service", sa.String(), nullable=True))
    op.add_column(
        "booking_talks",
        sa.Column("waiting_id", sa.Uuid(), sa.ForeignKey("waiting_list.id", ondelete="SET NULL"), nullable=True),
    )
    for table, columns in {"appointments": ("features", "partner"), "booking_talks": ("features",)}.items():
        for column in columns:
            op.alter_column(table, column, server_default=None)
    op.add_column("claimants", sa.Column("adjustments_asked_at", MOMENT, nullable=True))


def _groups() -> None:
    op.create_table(
        "group_sessions",
        sa.Column("id", sa.Uuid(), primary_key=True),
        sa.Column("area", sa.String(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("places", sa.Integer(), nullable=False),
        sa.Column("anchor_id", sa.Uuid(), sa.ForeignKey("appointments.id"), nullable=False, unique=True),
        sa.Column("made_at", MOMENT, nullable=False),
        sa.CheckConstraint("places > 0", name="ck_group_sessions_places_some"),
    )
    op.create_index("ix_group_sessions_area", "group_sessions", ["area"])
    op.add_column(
        "appointments",
        sa.Column("group_id", sa.Uuid(), sa.ForeignKey("group_sessions.id", ondelete="CASCADE"), nullable=True),
    )
    op.create_index("ix_appointments_group_id", "appointments", ["group_id"])
    for column in ("diary_id", "room_id"):
        op.execute(f"ALTER TABLE appointments DROP CONSTRAINT ex_appointments_{column}")
        op.execute(
            f"ALTER TABLE appointments ADD CONSTRAINT ex_appointments_{column} EXCLUDE USING gist"
            f" (int8range({column}, {column}, '[]') WITH &&, tstzrange(starts_at, blocked_until) WITH &&)"
            f" WHERE (state IN ('held', 'booked') AND {column} IS NOT NULL AND group_id IS NULL)"
        )


def _waiting_list() -> None:
    op.create_table(
        "waiting_list",
        sa.Column("id", sa.Uuid(), primary_key=True),
        sa.Column("area", sa.String(), nullable=False),
        sa.Column("conversation_id", sa.Uuid(), sa.ForeignKey("conversations.id", ondelete="CASCADE"), nullable=False),
        sa.Column("claimant_id", sa.Uuid(), sa.ForeignKey("claimants.id", ondelete="CASCADE"), nullable=True),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("reach", sa.JSON(), nullable=True),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("format", sa.String(), nullable=False),
        sa.Column("wish", sa.JSON(), nullable=False),
        sa.Column("features", sa.JSON(), nullable=False),
        sa.Column("service", sa.String(), nullable=True),
        sa.Column("group_id", sa.Uuid(), sa.ForeignKey("group_sessions.id", ondelete="CASCADE"), nullable=True),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("passed", sa.JSON(), nullable=False),
        sa.Column("offered_id", sa.Uuid(), sa.ForeignKey("appointments.id", ondelete="SET NULL"), nullable=True),
        sa.Column("made_at", MOMENT, nullable=False),
        sa.CheckConstraint(
            "state IN ('joining', 'waiting', 'offered', 'booked', 'left')", name="ck_waiting_list_state_known"
        ),
    )
    op.create_index("ix_waiting_list_conversation_id", "waiting_list", ["conversation_id"])
    op.create_index("ix_waiting_list_claimant_id", "waiting_list", ["claimant_id"])
    op.create_index(
        "ix_waiting_list_area",
        "waiting_list",
        ["area", "made_at"],
        postgresql_where=sa.text("state IN ('waiting', 'offered')"),
    )
