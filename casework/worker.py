"""The job process: runs what the rooms queued."""

import asyncio
import logging

from procrastinate import PsycopgConnector

from casework.base.db import address
from casework.base.queue import queue
from casework.claimants import jobs as claimants_jobs
from casework.handoff import jobs as handoff_jobs
from casework.messaging import jobs as messaging_jobs
from casework.outbox import jobs as outbox_jobs
from casework.privacy import jobs as privacy_jobs

TASK_MODULES = (claimants_jobs, handoff_jobs, messaging_jobs, outbox_jobs, privacy_jobs)


async def work() -> None:
    logging.basicConfig(level=logging.INFO, format="%(levelname)s %(name)s %(message)s")
    # Replaced, not copied: what is due by the clock is deferred through the app its task was made with.
    with queue.replace_connector(PsycopgConnector(conninfo=address())):
        async with queue.open_async():
            await queue.run_worker_async(concurrency=4)


if __name__ == "__main__":
    asyncio.run(work())
