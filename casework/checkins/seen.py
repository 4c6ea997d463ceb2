"""What a worker sees of somebody's check-ins besides the rows: their own words, and what keeps a question from going."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from casework import messaging
from casework.base.clock import now
from casework.checkins import rules
from casework.checkins.gathering import gather
from casework.checkins.models import UNASKED, Checkin
from casework.checkins.schedule import schedule
from casework.claimants import Claimant
from casework.messaging import Message

# What no waiting mends; and what was left out for such a reason, so that a worker should know of it.
NEVER = ("no_number", "no_consent", "stopped")
NOT_ASKED = (*NEVER, "too_late", "paused", "alert", "person", "just_spoken", "not_now", "undelivered")


@dataclass(frozen=True)
class Seen:
    """`words`: what they wrote for an answer, by check-in. `not_asked`: what was left out, oldest first.

    `never`: why nothing more goes as things are; None where questions go.
    """

    words: dict[UUID, str]
    not_asked: Sequence[Checkin]
    never: str | None


async def seen(session: AsyncSession, claimant: Claimant, checkins: Sequence[Checkin]) -> Seen:
    """`checkins` are those of the person, as the timeline has them."""
    said = [one for one in await messaging.thread(session, claimant.id) if one.sender == "claimant" and not one.private]
    words = {one.id: found for one in checkins if (found := words_of(one, said))}
    coming = next((one for one in checkins if one.state == "due"), None)
    return Seen(words, await _not_asked(session, claimant.id), await _never(session, claimant, coming) if coming else None)


def words_of(checkin: Checkin, said: Sequence[Message]) -> str | None:
    """The last that they wrote in that conversation before it was answered, of all they `said` in order of time. Pure."""
    if checkin.answered_at is None:
        return None
    since = checkin.sent_at if checkin.question != UNASKED else None
    answers = [
        one.text
        for one in said
        if one.conversation_id == checkin.conversation_id
        and one.at <= checkin.answered_at
        and (since is None or one.at > since)
    ]
    return answers[-1] if answers else None


async def _not_asked(session: AsyncSession, claimant_id: UUID) -> Sequence[Checkin]:
    query = select(Checkin).where(
        Checkin.claimant_id == claimant_id, Checkin.state == "left_out", Checkin.why.in_(NOT_ASKED), Checkin.due_at <= now()
    )
    return (await session.execute(query.order_by(Checkin.due_at))).scalars().all()


async def _never(session: AsyncSession, claimant: Claimant, coming: Checkin) -> str | None:
    """Weighed as if it were due: by what is true of the person now, whatever the hour."""
    facts = (await gather(session, [coming])).facts(coming, messaging.number_of(claimant))
    why = rules.decide(facts, schedule().sending, now(), coming.too_late_at).why
    return why if why in NEVER else None
