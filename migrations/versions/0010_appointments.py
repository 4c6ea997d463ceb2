"""Diaries, rooms and appointments."""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None

MOMENT = sa.DateTime(timezone=True)
STATES = "'held', 'booked', 'cancelled', 'let_go', 'attended', 'came_late', 'could_not_come', 'did_not_come'"


def upgrade() -> None:
    op.create_table(
        "diaries",
        sa.Column("id", sa.BigInteger(), sa.Identity(), primary_key=True),
        sa.Column("staff_id", sa.Uuid(), sa.ForeignKey("staff.id", ondelete="CASCADE"), nullable=False, unique=True),
    )
    op.create_table(
        "working_hours",
        sa.Column("id", sa.Uuid(), primary_key=True),
        sa.Column("diary_id", sa.BigInteger(), sa.ForeignKey("diaries.id", ondelete="CASCADE"), nullable=False),
        sa.Column("area", sa.String(), nullable=False),
        sa.Column("venue", sa.String(), nullable=True),
        sa.Column("weekday", sa.Integer(), nullable=False),
        sa.Column("starts", sa.Time(), nullable=False),
        sa.Column("ends", sa.Time(), nullable=False),
        sa.Column("since", sa.Date(), nullable=False),
        sa.Column("until", sa.Date(), nullable=True),
    )
    op.create_index("ix_working_hours_diary_id", "working_hours", ["diary_id"])
    op.create_table(
        "time_off",
        sa.Column("id", sa.Uuid(), primary_key=True),
        sa.Column("diary_id", sa.BigInteger(), sa.ForeignKey("diaries.id", ondelete="CASCADE"), nullable=False),
        sa.Column("first", sa.Date(), nullable=False),
        sa.Column("last", sa.Date(), nullable=False),
        sa.Column("starts", sa.Time(), nullable=True),
        sa.Column("ends", sa.Time(), nullable=True),
        sa.Column("reason", sa.String(), nullable=False),
    )
    op.create_index("ix_time_off_diary_id", "time_off", ["diary_id"])
    op.create_table(
        "rooms",
        sa.Column("id", sa.BigInteger(), sa.Identity(), primary_key=True),
        sa.Column("area", sa.String(), nullable=False),
        sa.Column("venue", sa.String(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.UniqueConstraint("area", "venue", "number"),
    )
    _appointments()
    op.create_table(
        "booking_talks",
        sa.Column(
            "conversation_id", sa.Uuid(), sa.ForeignKey("conversations.id", ondelete="CASCADE"), primary_key=True
        ),
        sa.Column("step", sa.String(), nullable=False),
        sa.Column("format", sa.String(), nullable=True),
        sa.Column("moving_id", sa.Uuid(), sa.ForeignKey("appointments.id", ondelete="CASCADE"), nullable=True),
        sa.Column("wish", sa.JSON(), nullable=True),
        sa.Column("offered", sa.JSON(), nullable=False),
        sa.Column("why", sa.String(), nullable=True),
        sa.Column("holding_id", sa.Uuid(), sa.ForeignKey("appointments.id", ondelete="SET NULL"), nullable=True),
        sa.Column("misses", sa.Integer(), nullable=False),
        sa.Column("began_at", MOMENT, nullable=False),
    )


def _appointments() -> None:
    op.create_table(
        "appointments",
        sa.Column("id", sa.Uuid(), primary_key=True),
        sa.Column("area", sa.String(), nullable=False),
        sa.Column("diary_id", sa.BigInteger(), sa.ForeignKey("diaries.id"), nullable=False),
        sa.Column("room_id", sa.BigInteger(), sa.ForeignKey("rooms.id"), nullable=True),
        sa.Column("venue", sa.String(), nullable=True),
        sa.Column("claimant_id", sa.Uuid(), sa.ForeignKey("claimants.id", ondelete="CASCADE"), nullable=True),
        sa.Column("conversation_id", sa.Uuid(), sa.ForeignKey("conversations.id", ondelete="SET NULL"), nullable=True),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("reach", sa.JSON(), nullable=True),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("format", sa.String(), nullable=False),
        sa.Column("starts_at", MOMENT, nullable=False),
        sa.Column("ends_at", MOMENT, nullable=False),
        sa.Column("blocked_until", MOMENT, nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("held_until", MOMENT, nullable=True),
        sa.Column("sequence", sa.Integer(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("late_minutes", sa.Integer(), nullable=True),
        sa.Column("told_late_at", MOMENT, nullable=True),
        sa.Column("made_at", MOMENT, nullable=False),
        sa.CheckConstraint(f"state IN ({STATES})", name="ck_appointments_state_known"),
        sa.CheckConstraint(
            "format IN ('in_person', 'phone', 'video', 'home_visit')", name="ck_appointments_format_known"
        ),
        sa.CheckConstraint("starts_at < ends_at AND ends_at <= blocked_until", name="ck_appointments_in_order"),
    )
    for column in ("area", "diary_id", "claimant_id", "conversation_id", "starts_at"):
        op.create_index(f"ix_appointments_{column}", "appointments", [column])
    for column in ("diary_id", "room_id"):
        op.execute(
            f"ALTER TABLE appointments ADD CONSTRAINT ex_appointments_{column} EXCLUDE USING gist"
            f" (int8range({column}, {column}, '[]') WITH &&, tstzrange(starts_at, blocked_until) WITH &&)"
            f" WHERE (state IN ('held', 'booked') AND {column} IS NOT NULL)"
        )
