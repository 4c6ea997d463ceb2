"""The job queue (Procrastinate, on the same PostgreSQL). Jobs are deferred in the writer's transaction."""

from collections.abc import Sequence
from typing import Any

from procrastinate import App, PsycopgConnector
from procrastinate.tasks import Task
from sqlalchemy.ext.asyncio import AsyncSession

from casework.base.db import driver_connection

queue = App(connector=PsycopgConnector())


# Somebody waits for these; for the rest nobody looks at a clock.
SOMEBODY_WAITS = 10


async def defer(
    session: AsyncSession,
    task: Task[..., Any, Any],
    *,
    in_seconds: int = 0,
    lock: str | None = None,
    priority: int = 0,
    **arguments: Any,
) -> None:
    """Queue one job, not run before `in_seconds`; it exists exactly if the session's transaction commits.

    Jobs of one `lock` are done one after the other, in the order they were queued; a higher `priority` goes first.
    """
    connection = await driver_connection(session)
    options: dict[str, Any] = {"schedule_in": {"seconds": in_seconds}} if in_seconds else {}
    await task.configure(connection=connection, lock=lock, priority=priority, **options).defer_async(**arguments)


async def defer_several(session: AsyncSession, task: Task[..., Any, Any], jobs: Sequence[dict[str, Any]]) -> None:
    """Queue many jobs of one task, by their arguments, in one statement."""
    connection = await driver_connection(session)
    made = [task.configure().job.evolve(task_kwargs=one) for one in jobs]
    await queue.job_manager.batch_defer_jobs_async(made, connection)
