"""Posting: once per ref, and never a text without its job or a job without its text."""

from datetime import timedelta
from uuid import uuid4

import pytest
from sqlalchemy import text

from casework import outbox
from casework.base.clock import now
from casework.base.db import transaction
from casework.base.errors import Unreadable
from tests.casework.outbox.conftest import changed, delivered, posted

PHONE = "+447700900123"


async def counted() -> tuple[int, int]:
    """Rows, and jobs."""
    async with transaction() as session:
        rows = (await session.execute(text("SELECT count(*) FROM outgoing"))).scalar_one()
        jobs = await session.execute(text("SELECT args->>'outgoing' FROM procrastinate_jobs"))
        return rows, len(jobs.all())


async def test_a_row_and_its_job(clean: None) -> None:
    await posted("sms", PHONE)
    assert await counted() == (1, 1)


async def test_the_same_ref_is_the_first_one(clean: None) -> None:
    ref = uuid4()
    first = await posted("sms", PHONE, "Hello", ref=ref)
    assert await posted("sms", PHONE, "Hello again", ref=ref) == first
    assert await counted() == (1, 1)


async def test_without_a_ref_the_same_words_go_twice(clean: None) -> None:
    assert await posted("sms", PHONE) != await posted("sms", PHONE)
    assert await counted() == (2, 2)


async def test_a_rollback_leaves_nothing(clean: None) -> None:
    async with transaction() as session:
        await outbox.post(session, "sms", PHONE, "Hello")
        await session.rollback()
    assert await counted() == (0, 0)


@pytest.mark.parametrize("to", ["07700 900123", "447700900123", "+44 7700 900123", "somebody"])
async def test_a_text_goes_to_a_number_only(clean: None, to: str) -> None:
    with pytest.raises(Unreadable):
        await posted("sms", to)


async def test_purging_leaves_what_is_on_its_way(clean: None) -> None:
    sent, queued = await posted("sms", PHONE), await posted("sms", PHONE)
    await delivered(sent)
    async with transaction() as session:
        await outbox.purge(session, now() + timedelta(seconds=1))
        left = (await session.execute(text("SELECT id FROM outgoing"))).scalars().all()
    assert left == [queued]


async def test_purging_leaves_what_is_newer(clean: None) -> None:
    old, new = await posted("sms", PHONE), await posted("sms", PHONE)
    await changed(old, status="sent", made_at=now() - timedelta(days=40))
    await changed(new, status="sent")
    async with transaction() as session:
        await outbox.purge(session, now() - timedelta(days=30))
        left = (await session.execute(text("SELECT id FROM outgoing"))).scalars().all()
    assert left == [new]
