"""Texts that our own door missed are fetched at the provider: when the worker starts, and every five minutes."""

import logging
from datetime import timedelta

from sqlalchemy import delete

from casework import outbox
from casework.base.clock import now
from casework.base.db import transaction
from casework.base.queue import queue
from casework.outbox import Arrived
from casework.texts import news, telling, undelivered
from casework.texts.admitting import admit
from casework.texts.models import TextSeen

log = logging.getLogger(__name__)
outbox.weighs(telling.SORT, news.weigh)
outbox.when_undelivered(undelivered.see_to)

LOOK_BACK, LOOK_BACK_AT_START = timedelta(days=1), timedelta(days=7)
# Longer than anybody looks back.
REMEMBER = timedelta(days=30)


@queue.periodic(cron="*/5 * * * *")
@queue.task(name="fetch_missed_texts", pass_context=False)
async def fetch_missed_texts(timestamp: int) -> None:
    await fetch_missed(LOOK_BACK)


@queue.periodic(cron="41 3 * * *")
@queue.task(name="forget_seen_texts", pass_context=False)
async def forget_seen_texts(timestamp: int) -> None:
    async with transaction() as session:
        await session.execute(delete(TextSeen).where(TextSeen.at < now() - REMEMBER))


async def fetch_missed(back: timedelta = LOOK_BACK_AT_START) -> int:
    """Admit what the provider got and we did not, in its order; how many those were. Raises CannotLookUp.

    One that fails stands in no other's way: it is in nobody's memory, so that each round tries it again.
    """
    return sum([await _admitted(arrived) for arrived in await outbox.arrived(now() - back)])


async def _admitted(arrived: Arrived) -> bool:
    try:
        async with transaction() as session:
            return await admit(session, arrived) is not None
    except Exception:
        log.exception("text %s could not be taken in", arrived.ref)
        return False
