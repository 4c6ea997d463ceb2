"""The jobs, run by a real worker."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from procrastinate import App, PsycopgConnector
from sqlalchemy import text

from casework.base.clock import now
from casework.base.db import address, transaction
from casework.base.queue import queue
from casework.outbox.jobs import deliver_outgoing, retry_stalled_jobs
from tests.casework.outbox.conftest import posted, seen
from tests.casework.outbox.twilio_fake import SOMEONE, Twilio


@asynccontextmanager
async def opened() -> AsyncIterator[App]:
    with queue.replace_connector(PsycopgConnector(conninfo=address())) as app:
        async with app.open_async():
            yield app


async def worked() -> None:
    """Everything that is due."""
    async with opened() as app:
        await app.run_worker_async(wait=False, install_signal_handlers=False, listen_notify=False)


async def job() -> Any:
    async with transaction() as session:
        found = await session.execute(
            text("SELECT status, scheduled_at > now() AS later FROM procrastinate_jobs WHERE task_name = :task"),
            {"task": deliver_outgoing.name},
        )
        return found.one()


async def due_at_once() -> None:
    """What is left is due by our own clock, which wrote when: the database's may be some seconds behind."""
    async with transaction() as session:
        left = await session.execute(text("SELECT scheduled_at FROM procrastinate_jobs WHERE status = 'todo'"))
        assert all(at <= now() for at in left.scalars())
        await session.execute(text("UPDATE procrastinate_jobs SET scheduled_at = NULL WHERE status = 'todo'"))


async def test_a_text_is_sent(clean: None, twilio: Twilio) -> None:
    outgoing = await posted("sms", SOMEONE)
    await worked()
    assert (await seen(outgoing)).status == "sent"
    assert (await job()).status == "succeeded"


async def test_one_put_off_is_tried_later(clean: None, twilio: Twilio) -> None:
    twilio.answers = ["429"]
    outgoing = await posted("sms", SOMEONE)
    await worked()
    assert (await seen(outgoing)).status == "queued"
    assert await job() == ("todo", True)


async def test_a_dead_workers_delivery_goes_to_another(clean: None, twilio: Twilio) -> None:
    outgoing = await posted("sms", SOMEONE)
    async with transaction() as session:
        await session.execute(
            text(
                "WITH dead AS (INSERT INTO procrastinate_workers (last_heartbeat) VALUES (now() - interval '1 hour')"
                " RETURNING id) UPDATE procrastinate_jobs SET status = 'doing', worker_id = (SELECT id FROM dead)"
            )
        )
    async with opened() as app:
        await app.configure_task(retry_stalled_jobs.name).defer_async(timestamp=0)
    await worked()
    await due_at_once()
    await worked()
    assert (await seen(outgoing)).status == "sent"
