"""A question is weighed once more when its text is handed over, which may be much later than it was posted."""

from collections.abc import Sequence
from dataclasses import replace
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from casework.base.clock import now
from casework.checkins import rules
from casework.checkins.gathering import gather
from casework.checkins.models import Checkin
from casework.checkins.schedule import schedule
from casework.outbox import Outgoing, Weighed


async def weigh(session: AsyncSession, texts: Sequence[Outgoing]) -> dict[UUID, Weighed]:
    """What was answered, is no longer wanted or would come too late does not go; the rest keeps to the hours."""
    query = select(Checkin).where(Checkin.message_id.in_([one.ref for one in texts]))
    found = {one.message_id: one for one in (await session.execute(query)).scalars()}
    known = await gather(session, list(found.values()))
    held = {}
    for one in texts:
        checkin = found.get(one.ref)
        if checkin is None:
            continue
        facts = replace(known.facts(checkin, one.to), last_said_at=None)
        decision = rules.decide(facts, schedule().sending, now(), checkin.too_late_at)
        if checkin.state == "answered":
            held[one.id] = Weighed("answered")
        elif not decision.send:
            held[one.id] = Weighed(decision.why or "", decision.at)
            if decision.at is None and checkin.state == "sent":
                checkin.state, checkin.why = "left_out", decision.why
    return held
