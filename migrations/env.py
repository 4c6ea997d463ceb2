"""Alembic's way in: one connection, the address from the settings."""

from alembic import context
from sqlalchemy import NullPool, create_engine

from casework import tables
from casework.base.db import address


def _ours(_: object, name: str | None, kind: str, *__: object) -> bool:
    """The job queue's tables come from its own schema, not from ours."""
    return kind != "table" or not (name or "").startswith("procrastinate")


with create_engine(address("postgresql+psycopg"), poolclass=NullPool).connect() as connection:
    context.configure(connection=connection, target_metadata=tables.metadata, include_object=_ours)
    with context.begin_transaction():
        context.run_migrations()
