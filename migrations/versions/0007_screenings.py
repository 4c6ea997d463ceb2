"""Screenings that outlive their conversation because somebody wants them kept."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    moment = sa.DateTime(timezone=True)
    op.add_column("screenings", sa.Column("claimant_id", sa.Uuid(), nullable=True))
    op.add_column("screenings", sa.Column("area", sa.String(), nullable=True))
    op.add_column("screenings", sa.Column("step", sa.String(), nullable=False, server_default="asking"))
    op.add_column("screenings", sa.Column("results", sa.JSON(), nullable=True))
    op.add_column("screenings", sa.Column("changed", sa.JSON(), nullable=False, server_default="[]"))
    op.add_column("screenings", sa.Column("code_hash", sa.LargeBinary(), nullable=True))
    op.add_column("screenings", sa.Column("kept_until", moment, nullable=True))
    op.add_column("screenings", sa.Column("screened_at", moment, nullable=True))
    op.add_column("screenings", sa.Column("link_hash", sa.LargeBinary(), nullable=True))
    op.add_column("screenings", sa.Column("link_until", moment, nullable=True))
    op.execute("UPDATE screenings SET area = c.area FROM conversations c WHERE c.id = conversation_id")
    op.execute("UPDATE screenings SET step = 'changing', asking = NULL WHERE asking = 'which answer to change'")
    op.execute("UPDATE screenings SET step = 'done', screened_at = finished_at WHERE finished_at IS NOT NULL")
    op.alter_column("screenings", "area", nullable=False)
    op.alter_column("screenings", "conversation_id", nullable=True)
    op.create_unique_constraint("uq_screenings_code_hash", "screenings", ["code_hash"])
    op.create_unique_constraint("uq_screenings_link_hash", "screenings", ["link_hash"])
    op.create_index("ix_screenings_claimant_id", "screenings", ["claimant_id"])
    op.drop_constraint("fk_screenings_conversation_id_conversations", "screenings", type_="foreignkey")
    op.create_foreign_key(
        "fk_screenings_conversation_id_conversations", "screenings", "conversations", ["conversation_id"], ["id"],
        ondelete="SET NULL",
    )
    op.create_foreign_key(
        "fk_screenings_claimant_id_claimants", "screenings", "claimants", ["claimant_id"], ["id"], ondelete="CASCADE"
    )
