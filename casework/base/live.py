"""Live updates: a NOTIFY in the writer's transaction wakes whoever listens in any process."""

import asyncio
import json
import logging
from collections import defaultdict
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import psycopg
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

CHANNEL = "handrail"
RETRY_SECONDS = 1.0
log = logging.getLogger(__name__)


NOTIFY = text("SELECT pg_notify(:channel, body) FROM unnest(CAST(:bodies AS text[])) AS body")


async def notify(session: AsyncSession, *topics: str) -> None:
    """Wake the listeners of each topic when the transaction commits. It carries no words of anyone's."""
    await session.execute(NOTIFY, {"channel": CHANNEL, "bodies": [json.dumps(one) for one in topics]})


class Listener:
    """One LISTEN connection for a process, shared by all its open streams."""

    def __init__(self, database_url: str) -> None:
        self._url = database_url
        self._waiting: dict[str, set[asyncio.Event]] = defaultdict(set)

    @asynccontextmanager
    async def wakes(self, *topics: str) -> AsyncIterator[asyncio.Event]:
        """An event that is set whenever one of the topics was notified; the reader clears it."""
        wake = asyncio.Event()
        for topic in topics:
            self._waiting[topic].add(wake)
        try:
            yield wake
        finally:
            for topic in topics:
                self._waiting[topic].discard(wake)
                if not self._waiting[topic]:
                    del self._waiting[topic]

    async def run(self) -> None:
        """Listen until cancelled; after a lost connection everyone is woken, since something may have been missed."""
        while True:
            try:
                await self._listen()
            except psycopg.OperationalError as error:
                log.warning("live updates lost the database, trying again: %s", error)
                await asyncio.sleep(RETRY_SECONDS)

    async def _listen(self) -> None:
        connection: psycopg.AsyncConnection[Any]
        async with await psycopg.AsyncConnection.connect(self._url, autocommit=True) as connection:
            await connection.execute(f"LISTEN {CHANNEL}")
            self._wake_all()
            async for note in connection.notifies():
                for wake in self._waiting.get(json.loads(note.payload), ()):
                    wake.set()

    def _wake_all(self) -> None:
        for wakes in self._waiting.values():
            for wake in wakes:
                wake.set()
