"""People: claimants, proof of who they are, their requests about their data, and the audit."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "audit",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("actor", sa.String(), nullable=False),
        sa.Column("staff_id", sa.Uuid(), nullable=True),
        sa.Column("conversation_id", sa.Uuid(), nullable=True),
        sa.Column("claimant_id", sa.Uuid(), nullable=True),
        sa.Column("act", sa.String(), nullable=False),
        sa.Column("subject", sa.String(), nullable=True),
        sa.Column("allowed", sa.Boolean(), nullable=False),
        sa.CheckConstraint("actor IN ('visitor', 'staff', 'system', 'partner')", name=op.f("ck_audit_actor_known")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_audit")),
    )
    op.create_index(op.f("ix_audit_at"), "audit", ["at"], unique=False)
    op.create_index(op.f("ix_audit_claimant_id"), "audit", ["claimant_id"], unique=False)
    op.create_index(op.f("ix_audit_conversation_id"), "audit", ["conversation_id"], unique=False)
    op.create_table(
        "data_requests",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("number", sa.String(), nullable=False),
        sa.Column("claimant_id", sa.Uuid(), nullable=False),
        sa.Column("area", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("conversation_id", sa.Uuid(), nullable=True),
        sa.Column("asked_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=False),
        sa.Column("acknowledged_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("done_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("done_by", sa.Uuid(), nullable=True),
        sa.Column("outcome", sa.String(), nullable=True),
        sa.CheckConstraint("kind IN ('see', 'delete', 'complaint')", name=op.f("ck_data_requests_kind_known")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_data_requests")),
        sa.UniqueConstraint("number", name=op.f("uq_data_requests_number")),
    )
    op.create_index(op.f("ix_data_requests_area"), "data_requests", ["area"], unique=False)
    op.create_index(op.f("ix_data_requests_claimant_id"), "data_requests", ["claimant_id"], unique=False)
    op.create_table(
        "claimants",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("area", sa.String(), nullable=False),
        sa.Column("preferred_name", sa.String(), nullable=False),
        sa.Column("language", sa.String(), nullable=False),
        sa.Column("adjustments", sa.String(), nullable=False),
        sa.Column("needs", postgresql.ARRAY(sa.TEXT()), nullable=False),
        sa.Column("safe_contact", postgresql.JSONB(astext_type=sa.Text()), nullable=True),
        sa.Column("source", sa.String(), nullable=False),
        sa.Column("source_ref", sa.String(), nullable=True),
        sa.Column("key_worker_id", sa.Uuid(), nullable=True),
        sa.Column("referred_on", sa.Date(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("merged_into", sa.Uuid(), nullable=True),
        sa.CheckConstraint("source IN ('self', 'worker', 'partner', 'import')", name=op.f("ck_claimants_source_known")),
        sa.ForeignKeyConstraint(["key_worker_id"], ["staff.id"], name=op.f("fk_claimants_key_worker_id_staff")),
        sa.ForeignKeyConstraint(["merged_into"], ["claimants.id"], name=op.f("fk_claimants_merged_into_claimants")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_claimants")),
        sa.UniqueConstraint("source_ref", name=op.f("uq_claimants_source_ref")),
    )
    op.create_index(op.f("ix_claimants_area"), "claimants", ["area"], unique=False)
    op.create_index(op.f("ix_claimants_key_worker_id"), "claimants", ["key_worker_id"], unique=False)
    op.create_index(op.f("ix_claimants_merged_into"), "claimants", ["merged_into"], unique=False)
    op.create_table(
        "consents",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("claimant_id", sa.Uuid(), nullable=False),
        sa.Column("purpose", sa.String(), nullable=False),
        sa.Column("given", sa.Boolean(), nullable=False),
        sa.Column("wording_version", sa.String(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["claimant_id"], ["claimants.id"], name=op.f("fk_consents_claimant_id_claimants"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_consents")),
    )
    op.create_index(op.f("ix_consents_claimant_id"), "consents", ["claimant_id"], unique=False)
    op.create_table(
        "contact_channels",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("claimant_id", sa.Uuid(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("address", sa.String(), nullable=False),
        sa.Column("proved_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("closed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("kind IN ('sms', 'email')", name=op.f("ck_contact_channels_kind_known")),
        sa.ForeignKeyConstraint(
            ["claimant_id"],
            ["claimants.id"],
            name=op.f("fk_contact_channels_claimant_id_claimants"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_contact_channels")),
        sa.UniqueConstraint(
            "claimant_id", "kind", "address", name=op.f("uq_contact_channels_claimant_id_kind_address")
        ),
    )
    op.create_index("ix_contact_channels_address", "contact_channels", ["kind", "address"], unique=False)
    op.create_table(
        "key_worker_changes",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("claimant_id", sa.Uuid(), nullable=False),
        sa.Column("from_id", sa.Uuid(), nullable=True),
        sa.Column("to_id", sa.Uuid(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("starts_on", sa.Date(), nullable=False),
        sa.Column("made_by", sa.Uuid(), nullable=True),
        sa.Column("told_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("done_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["claimant_id"],
            ["claimants.id"],
            name=op.f("fk_key_worker_changes_claimant_id_claimants"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(["from_id"], ["staff.id"], name=op.f("fk_key_worker_changes_from_id_staff")),
        sa.ForeignKeyConstraint(["made_by"], ["staff.id"], name=op.f("fk_key_worker_changes_made_by_staff")),
        sa.ForeignKeyConstraint(["to_id"], ["staff.id"], name=op.f("fk_key_worker_changes_to_id_staff")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_key_worker_changes")),
    )
    op.create_index(op.f("ix_key_worker_changes_claimant_id"), "key_worker_changes", ["claimant_id"], unique=False)
    op.create_table(
        "merges",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("kept_id", sa.Uuid(), nullable=False),
        sa.Column("merged_id", sa.Uuid(), nullable=False),
        sa.Column("moved", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("made_by", sa.Uuid(), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("undone_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["kept_id"], ["claimants.id"], name=op.f("fk_merges_kept_id_claimants"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["made_by"], ["staff.id"], name=op.f("fk_merges_made_by_staff")),
        sa.ForeignKeyConstraint(
            ["merged_id"], ["claimants.id"], name=op.f("fk_merges_merged_id_claimants"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_merges")),
    )
    op.create_index(op.f("ix_merges_kept_id"), "merges", ["kept_id"], unique=False)
    op.create_index(op.f("ix_merges_merged_id"), "merges", ["merged_id"], unique=False)
    op.create_table(
        "proof_references",
        sa.Column("code_hash", sa.LargeBinary(), nullable=False),
        sa.Column("claimant_id", sa.Uuid(), nullable=False),
        sa.Column("issued_by", sa.Uuid(), nullable=False),
        sa.Column("issued_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("used_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["claimant_id"],
            ["claimants.id"],
            name=op.f("fk_proof_references_claimant_id_claimants"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(["issued_by"], ["staff.id"], name=op.f("fk_proof_references_issued_by_staff")),
        sa.PrimaryKeyConstraint("code_hash", name=op.f("pk_proof_references")),
    )
    op.create_index(op.f("ix_proof_references_claimant_id"), "proof_references", ["claimant_id"], unique=False)
    op.create_table(
        "identity_checks",
        sa.Column("conversation_id", sa.Uuid(), nullable=False),
        sa.Column("purpose", sa.String(), nullable=False),
        sa.Column("step", sa.String(), nullable=False),
        sa.Column("misses", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(), nullable=True),
        sa.Column("address", sa.String(), nullable=True),
        sa.Column("proved_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("name", sa.String(), nullable=True),
        sa.Column("safe", sa.String(), nullable=True),
        sa.Column("claimant_id", sa.Uuid(), nullable=True),
        sa.Column("began_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["claimant_id"], ["claimants.id"], name=op.f("fk_identity_checks_claimant_id_claimants"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["conversation_id"],
            ["conversations.id"],
            name=op.f("fk_identity_checks_conversation_id_conversations"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("conversation_id", name=op.f("pk_identity_checks")),
    )
    op.create_table(
        "one_time_codes",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("conversation_id", sa.Uuid(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("address", sa.String(), nullable=False),
        sa.Column("code_hash", sa.LargeBinary(), nullable=False),
        sa.Column("sent_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("tries", sa.Integer(), nullable=False),
        sa.Column("used_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint("kind IN ('sms', 'email')", name=op.f("ck_one_time_codes_kind_known")),
        sa.ForeignKeyConstraint(
            ["conversation_id"],
            ["conversations.id"],
            name=op.f("fk_one_time_codes_conversation_id_conversations"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_one_time_codes")),
    )
    op.create_index("ix_one_time_codes_address", "one_time_codes", ["kind", "address", "sent_at"], unique=False)
    op.create_index(op.f("ix_one_time_codes_conversation_id"), "one_time_codes", ["conversation_id"], unique=False)
    op.add_column("conversations", sa.Column("claimant_id", sa.Uuid(), nullable=True))
    op.add_column("conversations", sa.Column("proved_at", sa.DateTime(timezone=True), nullable=True))
    op.create_index(op.f("ix_conversations_claimant_id"), "conversations", ["claimant_id"], unique=False)
    op.create_foreign_key(
        op.f("fk_conversations_claimant_id_claimants"),
        "conversations",
        "claimants",
        ["claimant_id"],
        ["id"],
        ondelete="SET NULL",
    )
    op.add_column("handoffs", sa.Column("for_staff_id", sa.Uuid(), nullable=True))
    op.create_foreign_key(op.f("fk_handoffs_for_staff_id_staff"), "handoffs", "staff", ["for_staff_id"], ["id"])
    op.add_column("staff", sa.Column("specialities", postgresql.ARRAY(sa.TEXT()), nullable=False, server_default="{}"))
    op.add_column("staff", sa.Column("away_from", sa.Date(), nullable=True))
    op.add_column("staff", sa.Column("away_until", sa.Date(), nullable=True))
    op.add_column("staff", sa.Column("deputy_id", sa.Uuid(), nullable=True))
    op.create_foreign_key(op.f("fk_staff_deputy_id_staff"), "staff", "staff", ["deputy_id"], ["id"])
