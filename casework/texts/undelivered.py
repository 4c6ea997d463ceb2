"""A text that did not reach somebody: a person finds another way, once while that waits."""

from collections.abc import Sequence

from sqlalchemy.ext.asyncio import AsyncSession

from casework import claimants, handoff, messaging
from casework.base.clock import now
from casework.checkins.outcomes import outcomes
from casework.checkins.rules import promise
from casework.council import council
from casework.messaging import Conversation
from casework.outbox import Outgoing

REASONS = {"failed": "undelivered", "held": "maybe_undelivered"}
# Whoever waits for a code sees that it does not come, and may have mistyped the number.
NOT_OF = frozenset({"code"})


async def see_to(session: AsyncSession, outgoing: Outgoing) -> None:
    """Nobody is asked where nobody is known to have that number."""
    if outgoing.about in NOT_OF:
        return
    for talk in await _talks(session, outgoing.to):
        await _ask(session, talk, REASONS[outgoing.status])


async def _talks(session: AsyncSession, number: str) -> Sequence[Conversation]:
    if thread := await messaging.of_phone(session, number):
        return [thread]
    talks = []
    for one in await claimants.by_address(session, "sms", number):
        theirs = await messaging.of_claimant(session, one.id)
        talks.append(max(theirs, key=lambda talk: talk.last_at) if theirs else await messaging.start_desk(session, one))
    return talks


async def _ask(session: AsyncSession, talk: Conversation, reason: str) -> None:
    waits = await handoff.open_handoff(session, talk.id)
    if waits and reason in (waits.reason, *waits.also):
        return
    area, task = council().area(talk.area), outcomes().no_number
    await handoff.request(session, talk.id, area, reason, level=task.level, promised_by=promise(area, task, now()))
