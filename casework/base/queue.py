"""The job queue (Procrastinate, on the same PostgreSQL). Jobs are deferred in the writer's transaction."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from procrastinate import App, PsycopgConnector
from procrastinate.tasks import Task
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from casework.base.db import driver_connection

queue = App(connector=PsycopgConnector())


@dataclass(frozen=True)
class Queued:
    arguments: dict[str, Any]
    lock: str | None = None
    in_seconds: int = 0


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


async def defer_several(session: AsyncSession, task: Task[..., Any, Any], jobs: Sequence[Queued]) -> list[int]:
    """Queue many jobs of one task in one statement; their ids, in the same order."""
    connection = await driver_connection(session)
    made = [
        task.configure(lock=one.lock, schedule_in={"seconds": one.in_seconds}).job.evolve(task_kwargs=one.arguments)
        for one in jobs
    ]
    queued = await queue.job_manager.batch_defer_jobs_async(made, connection)
    return [one.id for one in queued if one.id is not None]


async def forget(session: AsyncSession, ids: Sequence[int]) -> None:
    """Take back jobs that nobody has begun."""
    query = text("DELETE FROM procrastinate_jobs WHERE id = ANY(:ids) AND status = 'todo'")
    await session.execute(query, {"ids": list(ids)})
