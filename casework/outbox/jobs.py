"""Delivering: tried again for as long as the delivery asks; and whatever a worker died over goes to another."""

from uuid import UUID

from procrastinate import BaseRetryStrategy, JobContext, RetryDecision
from procrastinate.jobs import Job
from sqlalchemy.ext.asyncio import AsyncSession

from casework.base.db import transaction
from casework.base.queue import SOMEBODY_WAITS, defer, queue
from casework.outbox.delivery import NotYet, PutOff, deliver
from casework.outbox.models import Outgoing
from casework.outbox.rules import one_number, wait_seconds
from casework.outbox.several import deliver_several

# Nobody waits for these behind another text, which may be stuck.
AT_ONCE = frozenset({"safety", "neutral", "code"})
# Nobody waits for these at all.
UNASKED = frozenset({"checkin", "notice", "reminder", "promotion"})
AFTER_A_FAULT_SECONDS = 60
SILENT_SECONDS = 30


class WhenAsked(BaseRetryStrategy):
    """After the seconds a NotYet names. Any fault of our own is tried again too: the row knows what is safe.

    What is put off leaves the line of its number, for a line of its own: a job cannot be without one that had one.
    """

    def get_retry_decision(self, *, exception: BaseException, job: Job) -> RetryDecision:
        seconds = exception.seconds if isinstance(exception, NotYet) else AFTER_A_FAULT_SECONDS
        alone = str(job.id) if isinstance(exception, PutOff) else None
        return RetryDecision(retry_in={"seconds": seconds}, lock=alone)


@queue.task(name="deliver_outgoing", retry=WhenAsked())
async def deliver_outgoing(outgoing: str) -> None:
    await deliver(UUID(outgoing))


@queue.task(name="deliver_several_outgoing", retry=WhenAsked())
async def deliver_several_outgoing(outgoing: list[str]) -> None:
    """Whatever is not over then gets a job of its own. Whoever does this again, after a worker died, finds it in the rows."""
    left = await deliver_several([UUID(one) for one in outgoing])
    if left:
        async with transaction() as session:
            for one in left:
                await deliver_later(session, one, wait_seconds(1))


async def deliver_later(session: AsyncSession, outgoing: Outgoing, in_seconds: int = 0) -> None:
    """Texts to one number are sent in the order they were posted; those that somebody waits for before others."""
    lock = one_number(outgoing.to) if outgoing.kind == "sms" and outgoing.about not in AT_ONCE else None
    priority = 0 if outgoing.about in UNASKED else SOMEBODY_WAITS
    await defer(
        session, deliver_outgoing, in_seconds=in_seconds, lock=lock, priority=priority, outgoing=str(outgoing.id)
    )


@queue.periodic(cron="* * * * *")
@queue.task(name="retry_stalled_jobs", pass_context=True)
async def retry_stalled_jobs(context: JobContext, timestamp: int) -> None:
    """Give another worker the jobs whose worker is gone: every job of ours may be done twice."""
    manager = context.app.job_manager
    for job in await manager.get_stalled_jobs(seconds_since_heartbeat=SILENT_SECONDS):
        await manager.retry_job(job)
