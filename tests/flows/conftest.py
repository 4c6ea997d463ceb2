"""The flows' cast: a claimant in Northbridge, Sam who works there, Vera who works in Vale and must see nothing.

Rasa alone is played, by `assistant`: what it is asked is kept, what it answers is set.
"""

import json
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID, uuid4

import httpx
import pytest
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from api import desk
from casework import messaging, safeguarding, staff, texts
from casework.base.db import engine, transaction
from casework.messaging import Conversation
from casework.messaging import assistant as real_assistant
from casework.safeguarding import Alert
from casework.staff import Staff
from casework.tables import metadata
from tests.doors import visiting


@dataclass
class Assistant:
    """Plays Rasa. `up` False refuses the connection; it fails over the texts `fails`; `asked` is every turn it was sent."""

    up: bool = True
    fails: set[str] = field(default_factory=set)
    answer: list[dict[str, Any]] = field(default_factory=lambda: [{"text": "I hear you.", "choices": []}])
    asked: list[dict[str, Any]] = field(default_factory=list)

    def handle(self, request: httpx.Request) -> httpx.Response:
        if not self.up:
            raise httpx.ConnectError("stopped")
        if request.method == "GET":
            return httpx.Response(200, json={"status": "up"})
        self.asked.append(json.loads(request.content))
        if self.asked[-1].get("text") in self.fails:
            return httpx.Response(503, json={"error": "the turn failed; send it again"})
        return httpx.Response(200, json={"replies": self.answer})


@pytest.fixture
async def clean(database: str) -> AsyncIterator[None]:
    """Empty tables for each test."""
    names = ", ".join(table.name for table in metadata.sorted_tables)
    async with transaction() as session:
        await session.execute(text(f"TRUNCATE {names}, procrastinate_jobs CASCADE"))
    yield
    await engine().dispose()


@pytest.fixture
def assistant(monkeypatch: pytest.MonkeyPatch) -> Assistant:
    played = Assistant()
    client = httpx.AsyncClient(base_url="http://assistant", transport=httpx.MockTransport(played.handle))
    monkeypatch.setattr(real_assistant, "client", lambda: client)
    return played


@pytest.fixture
async def sam(clean: None) -> Staff:
    async with transaction() as session:
        return await staff.add(session, "sam@example.org", "Sam", "key_worker", ["northbridge"], "a long password")


@pytest.fixture
async def vera(clean: None) -> Staff:
    async with transaction() as session:
        return await staff.add(session, "vera@example.org", "Vera", "key_worker", ["vale"], "a long password")


@dataclass
class Claimant:
    """Somebody with an open web chat."""

    conversation: UUID
    token: str

    async def writes(self, words: str, ref: str | None = None) -> messaging.Received:
        async with transaction() as session:
            own = await messaging.opened(session, self.conversation, self.token)
            return await messaging.receive(session, own, ref or str(uuid4()), words, obey=texts.hear_in_chat)

    async def reads(self) -> list[messaging.Message]:
        async with transaction() as session:
            return list(await messaging.history(session, self.conversation))

    async def last(self) -> messaging.Message:
        return (await self.reads())[-1]


@pytest.fixture
async def claimant(clean: None) -> Claimant:
    async with transaction() as session:
        conversation, token = await messaging.start(session, "northbridge", "Northbridge")
        return Claimant(conversation.id, token)


@pytest.fixture
async def desk_web(clean: None) -> AsyncIterator[httpx.AsyncClient]:
    """The desk's pages, served inside this process."""
    async with visiting(desk.router) as client:
        yield client


async def in_danger(session: AsyncSession, talk: Conversation) -> Alert:
    """An open alert of somebody who texts."""
    finding = safeguarding.read("i am going to kill myself tonight")
    assert finding
    return await safeguarding.raise_alert(
        session,
        finding,
        area="northbridge",
        channel="sms",
        conversation_id=talk.id,
        message_id=talk.id,
        words="",
        promised_by=None,
    )
