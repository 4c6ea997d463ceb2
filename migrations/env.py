"""Alembic's way in: one connection, the address from the settings."""

from alembic import context
from sqlalchemy import NullPool, create_engine

from casework import tables
from casework.base.db import address

with create_engine(address("postgresql+psycopg"), poolclass=NullPool).connect() as connection:
    context.configure(connection=connection, target_metadata=tables.metadata)
    with context.begin_transaction():
        context.run_migrations()
