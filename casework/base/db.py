"""One PostgreSQL: tables' base class, the engine, and transactions that only the doors open."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import datetime
from functools import cache
from typing import Any
from uuid import UUID

import psycopg
from sqlalchemy import DateTime, MetaData, Uuid
from sqlalchemy.dialects.postgresql import ARRAY, JSONB, TEXT
from sqlalchemy.engine import make_url
from sqlalchemy.ext.asyncio import AsyncEngine, AsyncSession, async_sessionmaker, create_async_engine
from sqlalchemy.orm import DeclarativeBase

from casework.base.settings import settings

NAMES = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}


class Base(DeclarativeBase):
    metadata = MetaData(naming_convention=NAMES)
    type_annotation_map = {
        datetime: DateTime(timezone=True),
        UUID: Uuid(),
        dict[str, Any]: JSONB(),
        list[dict[str, str]]: JSONB(),
        list[str]: ARRAY(TEXT),
    }


def address(driver: str = "postgresql") -> str:
    """`DATABASE_URL` for libpq, or with the driver SQLAlchemy is to use."""
    url = make_url(settings().database_url).set(drivername=driver)
    return url.render_as_string(hide_password=False)


@cache
def engine() -> AsyncEngine:
    """A fault is logged without what was to be written: those are people's words and numbers."""
    return create_async_engine(
        address("postgresql+psycopg"), pool_size=10, max_overflow=10, pool_pre_ping=True, hide_parameters=True
    )


@cache
def sessions() -> async_sessionmaker[AsyncSession]:
    return async_sessionmaker(engine(), expire_on_commit=False)


@asynccontextmanager
async def transaction() -> AsyncIterator[AsyncSession]:
    """A session that commits when the block ends well and rolls back when it does not."""
    async with sessions()() as session, session.begin():
        yield session


async def driver_connection(session: AsyncSession) -> psycopg.AsyncConnection[Any]:
    """The psycopg connection beneath the session, so that a job is deferred in its transaction."""
    raw = await (await session.connection()).get_raw_connection()
    connection = raw.driver_connection
    if not isinstance(connection, psycopg.AsyncConnection):
        raise TypeError(f"expected a psycopg connection, got {type(connection).__name__}")
    return connection
