"""Delivering: tried again for as long as the delivery asks; and whatever a worker died over goes to another."""

from uuid import UUID

from procrastinate import BaseRetryStrategy, JobContext, RetryDecision
from procrastinate.jobs import Job

from casework.base.queue import queue
from casework.outbox.delivery import NotYet, deliver
from casework.outbox.several import deliver_several

AFTER_A_FAULT_SECONDS = 60
SILENT_SECONDS = 30


class WhenAsked(BaseRetryStrategy):
    """After the seconds a NotYet names. Any fault of our own is tried again too: the row knows what is safe."""

    def get_retry_decision(self, *, exception: BaseException, job: Job) -> RetryDecision:
        seconds = exception.seconds if isinstance(exception, NotYet) else AFTER_A_FAULT_SECONDS
        return RetryDecision(retry_in={"seconds": seconds})


@queue.task(name="deliver_outgoing", retry=WhenAsked())
async def deliver_outgoing(outgoing: str) -> None:
    await deliver(UUID(outgoing))


@queue.task(name="deliver_several_outgoing", retry=WhenAsked())
async def deliver_several_outgoing(outgoing: list[str], nets: list[int]) -> None:
    await deliver_several([UUID(one) for one in outgoing], nets)


@queue.periodic(cron="* * * * *")
@queue.task(name="retry_stalled_jobs", pass_context=True)
async def retry_stalled_jobs(context: JobContext, timestamp: int) -> None:
    """Give another worker the jobs whose worker is gone: every job of ours may be done twice."""
    manager = context.app.job_manager
    for job in await manager.get_stalled_jobs(seconds_since_heartbeat=SILENT_SECONDS):
        await manager.retry_job(job)
