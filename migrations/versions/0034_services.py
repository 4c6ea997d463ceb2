"""The services of one visit are a list, so that a service may have "and" in its name."""

from pathlib import Path
from typing import Any

import sqlalchemy as sa
import yaml
from alembic import op
from sqlalchemy.dialects.postgresql import ARRAY

from casework.base.settings import settings

revision = "0034"
down_revision = "0033"
branch_labels = None
depends_on = None

TABLES = ("appointments", "waiting_list", "booking_talks")
AND = " and "


def upgrade() -> None:
    known = names_in(settings().council)
    for table in TABLES:
        op.add_column(table, sa.Column("services", ARRAY(sa.Text()), server_default="{}", nullable=False))
        _fill(table, known)
        op.drop_column(table, "service")


def names_in(council: Path) -> frozenset[str]:
    """The services that the file names, read as it stands: what a council is in later code changes nothing here."""
    found: Any = yaml.load(council.read_text("utf-8"), yaml.BaseLoader) if council.exists() else {}
    venues = (venue for area in found.get("areas") or () for venue in area.get("venues") or ())
    return frozenset(one["name"] for venue in venues for one in venue.get("also_here") or ())


def _fill(table: str, known: frozenset[str]) -> None:
    found = op.get_bind().execute(sa.text(f"SELECT DISTINCT service FROM {table} WHERE service IS NOT NULL")).scalars().all()
    for written in found:
        fill = sa.text(f"UPDATE {table} SET services = :services WHERE service = :service")
        op.get_bind().execute(fill, {"services": taken_apart(written, known), "service": written})


def taken_apart(written: str, known: frozenset[str]) -> list[str]:
    """The names that were joined; where the words could be one name or two, a name that the council has."""
    parts, names = written.split(AND), list[str]()
    while parts:
        most = next((n for n in range(len(parts), 1, -1) if AND.join(parts[:n]) in known), 1)
        names.append(AND.join(parts[:most]))
        parts = parts[most:]
    return names
