"""Delivering: tried again for as long as the delivery asks, and again where a worker died over it."""

from uuid import UUID

from procrastinate import BaseRetryStrategy, JobContext, RetryDecision
from procrastinate.jobs import Job

from casework.base.queue import queue
from casework.outbox.delivery import NotYet, deliver

AFTER_A_FAULT_SECONDS = 60


class WhenAsked(BaseRetryStrategy):
    """After the seconds a NotYet names. Any fault of our own is tried again too: the row knows what is safe."""

    def get_retry_decision(self, *, exception: BaseException, job: Job) -> RetryDecision:
        seconds = exception.seconds if isinstance(exception, NotYet) else AFTER_A_FAULT_SECONDS
        return RetryDecision(retry_in={"seconds": seconds})


@queue.task(name="deliver_outgoing", retry=WhenAsked())
async def deliver_outgoing(outgoing: str) -> None:
    await deliver(UUID(outgoing))


@queue.periodic(cron="*/2 * * * *")
@queue.task(name="retry_stalled_deliveries", pass_context=True)
async def retry_stalled_deliveries(context: JobContext, timestamp: int) -> None:
    """Give another worker the deliveries whose worker is gone."""
    manager = context.app.job_manager
    for job in await manager.get_stalled_jobs(task_name=deliver_outgoing.name):
        await manager.retry_job(job)
