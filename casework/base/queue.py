"""The job queue (Procrastinate, on the same PostgreSQL). Jobs are deferred in the writer's transaction."""

from typing import Any

from procrastinate import App, PsycopgConnector
from procrastinate.tasks import Task
from sqlalchemy.ext.asyncio import AsyncSession

from casework.base.db import driver_connection

queue = App(connector=PsycopgConnector())


async def defer(
    session: AsyncSession, task: Task[..., Any, Any], *, in_seconds: int = 0, lock: str | None = None, **arguments: Any
) -> None:
    """Queue one job, not run before `in_seconds`; it exists exactly if the session's transaction commits.

    Jobs of one `lock` are done one after the other, in the order they were queued.
    """
    connection = await driver_connection(session)
    options: dict[str, Any] = {"schedule_in": {"seconds": in_seconds}} if in_seconds else {}
    await task.configure(connection=connection, lock=lock, **options).defer_async(**arguments)
