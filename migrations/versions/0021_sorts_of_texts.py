"""Two more sorts of texts: reminders, which keep to the hours of texting, and news, which only those get who asked."""

from alembic import op

revision = "0021"
down_revision = "0020"
branch_labels = None
depends_on = None

BEFORE = "'notice', 'reply', 'safety', 'neutral', 'control', 'code', 'appointment', 'checkin'"


def upgrade() -> None:
    _sorts(f"{BEFORE}, 'reminder', 'promotion'")


def downgrade() -> None:
    op.execute("UPDATE outgoing SET about = 'appointment' WHERE about = 'reminder'")
    op.execute("UPDATE outgoing SET about = 'notice' WHERE about = 'promotion'")
    _sorts(BEFORE)


def _sorts(known: str) -> None:
    op.drop_constraint(op.f("ck_outgoing_about_known"), "outgoing")
    op.create_check_constraint(op.f("ck_outgoing_about_known"), "outgoing", f"about IN ({known})")
