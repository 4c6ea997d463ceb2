"""A reminder is weighed once more when its text is handed over, which may be later than it was posted."""

from collections.abc import Sequence
from datetime import timedelta
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from casework import claimants
from casework.appointments.meetings.telling import may_be_told
from casework.base.clock import now
from casework.outbox import Outgoing, Weighed

# After that "today" and "tomorrow" may be wrong, or the meeting over.
STALE = timedelta(hours=2)


async def weigh(session: AsyncSession, texts: Sequence[Outgoing]) -> dict[UUID, Weighed]:
    """What an outage held back into the evening, or for too long, does not go: the next reminder does."""
    held = {}
    for one in texts:
        if now() - one.made_at > STALE:
            held[one.id] = Weighed("too late")
        elif not await _may_go(session, one.to):
            held[one.id] = Weighed("outside the hours of texting")
    return held


async def _may_go(session: AsyncSession, number: str) -> bool:
    """Inside our hours, and the safe hours of everybody who has the number."""
    people = await claimants.by_address(session, "sms", number)
    return all(map(may_be_told, people)) if people else may_be_told(None)
