"""The job process: runs what the rooms queued."""

import asyncio
import logging

from procrastinate import PsycopgConnector

from casework.base.db import address
from casework.base.queue import queue
from casework.claimants import jobs as claimants_jobs
from casework.handoff import jobs as handoff_jobs
from casework.messaging import jobs as messaging_jobs
from casework.outbox import CannotLookUp
from casework.outbox import jobs as outbox_jobs
from casework.privacy import jobs as privacy_jobs
from casework.texts import jobs as texts_jobs

log = logging.getLogger(__name__)
TASK_MODULES = (claimants_jobs, handoff_jobs, messaging_jobs, outbox_jobs, privacy_jobs, texts_jobs)


async def work() -> None:
    logging.basicConfig(level=logging.INFO, format="%(levelname)s %(name)s %(message)s")
    # Replaced, not copied: what is due by the clock is deferred through the app its task was made with.
    with queue.replace_connector(PsycopgConnector(conninfo=address())):
        async with queue.open_async():
            await _fetch_missed()
            await queue.run_worker_async(concurrency=4)


async def _fetch_missed() -> None:
    """What came while nobody worked. Where the provider cannot be asked, the next round of the clock asks again."""
    try:
        await texts_jobs.fetch_missed()
    except CannotLookUp as error:
        log.warning("missed texts: %s", error)


if __name__ == "__main__":
    asyncio.run(work())
