"""The job process: runs what the rooms queued."""

import logging
import os

import uvloop
from procrastinate import PsycopgConnector

from casework.appointments.meetings import jobs as appointments_jobs
from casework.base.db import address
from casework.base.once import read_all
from casework.base.queue import queue
from casework.checkins import jobs as checkins_jobs
from casework.claimants import jobs as claimants_jobs
from casework.handoff import jobs as handoff_jobs
from casework.messaging import jobs as messaging_jobs
from casework.outbox import CannotLookUp
from casework.outbox import jobs as outbox_jobs
from casework.privacy import jobs as privacy_jobs
from casework.texts import jobs as texts_jobs

log = logging.getLogger(__name__)
# Somebody waits for the doors; nobody watches a job.
POLITE = 15
TASK_MODULES = (
    appointments_jobs,
    checkins_jobs,
    claimants_jobs,
    handoff_jobs,
    messaging_jobs,
    outbox_jobs,
    privacy_jobs,
    texts_jobs,
)


async def work() -> None:
    logging.basicConfig(level=logging.INFO, format="%(levelname)s %(name)s %(message)s")
    logging.getLogger("httpx").setLevel(logging.WARNING)
    logging.getLogger("procrastinate").setLevel(logging.WARNING)
    os.nice(POLITE)
    read_all()
    # Replaced, not copied: what is due by the clock is deferred through the app its task was made with.
    with queue.replace_connector(PsycopgConnector(conninfo=address())):
        async with queue.open_async():
            await _fetch_missed()
            await queue.run_worker_async(concurrency=4)


async def _fetch_missed() -> None:
    """What came while nobody worked. Whatever stops that stops nothing else: the next round of the clock asks again."""
    try:
        await texts_jobs.fetch_missed()
    except CannotLookUp as error:
        log.warning("missed texts: %s", error)
    except Exception:
        log.exception("missed texts could not be fetched")


if __name__ == "__main__":
    uvloop.run(work())
