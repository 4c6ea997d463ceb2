"""Providers played on this machine: Twilio over HTTP, a mail server over SMTP."""

import socket
from collections.abc import AsyncIterator, Iterator
from contextlib import suppress
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import text, update

from casework import outbox
from casework.base.db import engine, transaction
from casework.outbox import NotYet, Outgoing
from casework.outbox.settings import outbox_settings
from tests.casework.outbox import twilio_fake
from tests.casework.outbox.twilio_fake import ACCOUNT, Twilio


@pytest.fixture
async def clean(database: str) -> AsyncIterator[None]:
    async with transaction() as session:
        await session.execute(text("TRUNCATE outgoing, early_receipts, lines, quiet_numbers, untold_numbers, procrastinate_jobs CASCADE"))
    yield
    await engine().dispose()


@pytest.fixture(autouse=True)
def fresh_settings(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """No provider at all, unless a test has one."""
    outbox_settings.cache_clear()
    yield
    outbox_settings.cache_clear()


@pytest.fixture
def twilio(monkeypatch: pytest.MonkeyPatch) -> Iterator[Twilio]:
    with twilio_fake.playing() as played:
        monkeypatch.setenv("HANDRAIL_TWILIO_ACCOUNT_SID", ACCOUNT)
        monkeypatch.setenv("HANDRAIL_TWILIO_AUTH_TOKEN", "a token")
        monkeypatch.setenv("HANDRAIL_TWILIO_FROM", twilio_fake.PUBLISHED["created"]["from"])
        monkeypatch.setenv("HANDRAIL_TWILIO_API_URL", played.url)
        monkeypatch.setenv("HANDRAIL_TWILIO_TIMEOUT_SECONDS", "0.3")
        monkeypatch.setenv("HANDRAIL_TWILIO_SETTLE_SECONDS", "0")
        yield played


def free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


async def posted(kind: str, to: str, words: str = "See you at 10.", **other: Any) -> UUID:
    async with transaction() as session:
        return (await outbox.post(session, kind, to, words, **other)).id


async def delivered(outgoing: UUID) -> Outgoing:
    """Delivered once more, whatever comes of it."""
    with suppress(NotYet):
        await outbox.deliver(outgoing)
    return await seen(outgoing)


async def seen(outgoing: UUID) -> Outgoing:
    async with transaction() as session:
        return await session.get_one(Outgoing, outgoing)


async def changed(outgoing: UUID, **values: Any) -> None:
    async with transaction() as session:
        await session.execute(update(Outgoing).where(Outgoing.id == outgoing).values(**values))
