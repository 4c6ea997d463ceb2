"""Every minute what is due is sent, and what danger answered is settled; every quarter of an hour what nobody answered."""

import asyncio

from sqlalchemy import func, select

from casework import outbox
from casework.base.db import transaction
from casework.base.queue import queue
from casework.checkins import delivering
from casework.checkins.alarmed import settle_next_alarmed
from casework.checkins.sending import send_next
from casework.checkins.silence import settle_next
from casework.checkins.unfinished import settle_reports

# Questions are in no hurry; who writes to us meanwhile is not to wait behind them.
REST_SECONDS = 0.07
ONE_SENDS = 7_301_001
outbox.weighs("checkin", delivering.weigh)


@queue.periodic(cron="* * * * *")
@queue.task(name="send_due_checkins", pass_context=False)
async def send_due_checkins(timestamp: int) -> None:
    """One worker at a time; each batch is a transaction of its own, so that whatever stops this loses and repeats none."""
    async with transaction() as session:
        if not (await session.execute(select(func.pg_try_advisory_xact_lock(ONE_SENDS)))).scalar_one():
            return
        while await send_next():
            await asyncio.sleep(REST_SECONDS)


@queue.periodic(cron="* * * * *")
@queue.task(name="settle_alarmed_checkins", pass_context=False)
async def settle_alarmed_checkins(timestamp: int) -> None:
    while await settle_next_alarmed():
        pass


@queue.periodic(cron="*/15 * * * *")
@queue.task(name="settle_unanswered_checkins", pass_context=False)
async def settle_unanswered_checkins(timestamp: int) -> None:
    await settle_alarmed_checkins(timestamp)
    while await settle_next():
        pass
    await settle_reports()
