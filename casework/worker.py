"""The job process: runs what the rooms queued."""

import asyncio
import logging

from procrastinate import PsycopgConnector

from casework.base.db import address
from casework.base.queue import queue
from casework.messaging import jobs as messaging_jobs
from casework.privacy import jobs as privacy_jobs

TASK_MODULES = (messaging_jobs, privacy_jobs)


async def work() -> None:
    logging.basicConfig(level=logging.INFO, format="%(levelname)s %(name)s %(message)s")
    app = queue.with_connector(PsycopgConnector(conninfo=address()))
    async with app.open_async():
        await app.run_worker_async(concurrency=4)


if __name__ == "__main__":
    asyncio.run(work())
