"""Alembic's way in: one connection, the address from the settings."""

from alembic import context
from sqlalchemy import create_engine

from casework import tables
from casework.base.db import address

with create_engine(address("postgresql+psycopg")).connect() as connection:
    context.configure(connection=connection, target_metadata=tables.metadata)
    with context.begin_transaction():
        context.run_migrations()
