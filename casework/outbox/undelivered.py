"""Texts that did not arrive, or of which nobody can say: whoever must know is told, in a job of its own."""

from collections.abc import Awaitable, Callable
from uuid import UUID

from procrastinate import RetryStrategy
from sqlalchemy.ext.asyncio import AsyncSession

from casework.base.db import transaction
from casework.base.queue import defer, queue
from casework.outbox.models import Outgoing

ENDED = ("failed", "held")
# Who opted out wants no texts, and nothing is wrong with their number.
OPTED_OUT = "opted out"
Sees = Callable[[AsyncSession, Outgoing], Awaitable[None]]
SEEN_BY: list[Sees] = []


def when_undelivered(sees: Sees) -> None:
    """The room is told of each text that was given up: `failed`, or `held` where it may have arrived."""
    SEEN_BY.append(sees)


async def tell(session: AsyncSession, outgoing: Outgoing, status: str, error: str | None) -> None:
    """Once this is committed, where that is how it ends."""
    if outgoing.kind == "sms" and status in ENDED and not (error or "").startswith(OPTED_OUT):
        await defer(session, see_to_undelivered, outgoing=str(outgoing.id))


@queue.task(name="see_to_undelivered", retry=RetryStrategy(max_attempts=10, wait=60))
async def see_to_undelivered(outgoing: str) -> None:
    """As it stands by now: what failed may have been delivered after all."""
    for sees in SEEN_BY:
        async with transaction() as session:
            found = await session.get(Outgoing, UUID(outgoing))
            if found is not None and found.status in ENDED:
                await sees(session, found)
